package emotiontransfer.study.plan;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.file.WholeFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One experiment of a study: from which corpora to which.
 *
 * @param name as the paper writes it, for example {@code A_eNTER->SAV}
 * @param sources names or paths of the source corpora; none for a setting from scratch
 * @param destination name or path of the destination corpus
 * @param emotions which take part
 */
public record Setting(
    String name,
    Modality modality,
    List<String> sources,
    String destination,
    EmotionRule emotions) {

  /** The paper's settings (its Table 2), in its order. */
  public static final List<Setting> PAPER =
      Arrays.stream(
              "V_eNTER V_SAV A_SAV A_EMO V_eNTER->SAV V_SAV->eNTER A_eNTER->SAV A_eNTER+SAV->EMO"
                  .split(" "))
          .map(Setting::paper)
          .toList();

  private static Setting paper(String name) {
    Modality modality = name.startsWith("V") ? Modality.VIDEO : Modality.AUDIO;
    List<String> corpora = List.of(name.substring(2).split("\\+|->"));
    List<String> sources = corpora.subList(0, corpora.size() - 1);
    String to = corpora.get(sources.size());
    EmotionRule emotions = to.equals("EMO") ? EmotionRule.PAPER_EMO_DB : EmotionRule.PAPER;
    return new Setting(name, modality, sources, to, emotions);
  }

  /** Returns a setting that is not the paper's, named as the paper would. */
  static Setting of(Modality modality, List<String> sources, String destination) {
    String from = sources.stream().map(Setting::shortName).collect(Collectors.joining("+"));
    String letter = modality.keyword().substring(0, 1).toUpperCase(Locale.ROOT);
    String name = letter + "_" + (from.isEmpty() ? "" : from + "->") + shortName(destination);
    return new Setting(name, modality, sources, destination, EmotionRule.SHARED);
  }

  private static String shortName(String reference) {
    String[] parts = reference.split("[/\\\\]");
    return parts[parts.length - 1].replaceFirst("\\.corpus$", "");
  }

  /** Returns a paper's setting by its name; arrows may be written {@code ->} or {@code →}. */
  static Setting named(String name) {
    String wanted = name.replace("→", "->");
    Optional<Setting> found =
        PAPER.stream().filter(setting -> setting.name.equalsIgnoreCase(wanted)).findFirst();
    isTrue(
        found.isPresent(),
        "The paper has no setting '%s'; its settings are %s; for other corpora give -source and"
            + " -destination.",
        name,
        PAPER.stream().map(Setting::name).collect(Collectors.joining(", ")));
    return found.get();
  }

  Setting with(EmotionRule rule) {
    return new Setting(name, modality, sources, destination, rule);
  }

  /** Returns the name for people, with a real arrow. */
  public String title() {
    return name.replace("->", "→");
  }

  /** Returns a name that can be part of a file's. */
  public String fileName() {
    return WholeFile.plainName(name.replace("->", "-to-"));
  }

  /**
   * Which emotions take part. The head is never transferred, so that the lists of sources and
   * destination may differ.
   *
   * @param shared whether it is those that sources and destination have in common
   * @param source of the sources; empty for all that they have, or have in common
   * @param destination of the destination, likewise
   */
  public record EmotionRule(boolean shared, List<Emotion> source, List<Emotion> destination) {

    public static final EmotionRule SHARED = new EmotionRule(true, List.of(), List.of());

    /** The six emotions of eNTERFACE'05, which SAVEE has beside neutral. */
    static final EmotionRule PAPER = parse("anger,disgust,fear,happiness,sadness,surprise");

    /** EMO-DB without neutral, as in the paper's Table 3 with boredom in the column of surprise. */
    static final EmotionRule PAPER_EMO_DB =
        new EmotionRule(
            false,
            PAPER.source,
            CorpusSettings.parseEmotions("anger,boredom,disgust,fear,happiness,sadness"));

    /**
     * Returns a class list.
     *
     * @param listed what this rule lists for it
     * @param others on the other side of the transfer; without any, a corpus may keep all it has
     */
    public List<Emotion> chosen(List<Emotion> listed, List<Corpus> own, List<Corpus> others) {
      if (!listed.isEmpty()) {
        return listed;
      }
      List<Emotion> there = present(others);
      return present(own).stream()
          .filter(emotion -> !shared || others.isEmpty() || there.contains(emotion))
          .toList();
    }

    /** Reads {@code shared}, {@code all}, or emotions with commas between. */
    static EmotionRule parse(String text) {
      if (text.equals("shared")) {
        return SHARED;
      }
      List<Emotion> listed = text.equals("all") ? List.of() : CorpusSettings.parseEmotions(text);
      return new EmotionRule(false, listed, listed);
    }

    private static List<Emotion> present(List<Corpus> corpora) {
      return corpora.stream()
          .flatMap(corpus -> corpus.clips().stream())
          .map(clip -> clip.emotion())
          .distinct()
          .sorted()
          .toList();
    }
  }
}
