package emotiontransfer.study.plan;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.data.WholeFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
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
              ("V_eNTER V_SAV A_SAV A_EMO V_eNTER->SAV V_SAV->eNTER A_eNTER->SAV"
                      + " A_eNTER+SAV->EMO")
                  .split(" "))
          .map(Setting::paper)
          .toList();

  private static Setting paper(String name) {
    Modality modality = name.startsWith("V") ? Modality.VIDEO : Modality.AUDIO;
    String[] corpora = name.substring(2).split("\\+|->");
    int last = corpora.length - 1;
    return new Setting(
        name,
        modality,
        Arrays.asList(corpora).subList(0, last),
        corpora[last],
        corpora[last].equals("EMO") ? EmotionRule.PAPER_EMO_DB : EmotionRule.PAPER);
  }

  /** Returns a setting that is not the paper's, named as the paper would. */
  public static Setting of(Modality modality, List<String> sources, String destination) {
    String from = sources.stream().map(Setting::shortName).collect(Collectors.joining("+"));
    String letter = modality.keyword().substring(0, 1).toUpperCase(Locale.ROOT);
    String name = letter + "_" + (from.isEmpty() ? "" : from + "->") + shortName(destination);
    return new Setting(name, modality, sources, destination, EmotionRule.SHARED);
  }

  private static String shortName(String reference) {
    String[] parts = reference.split("[/\\\\]");
    return parts[parts.length - 1].replaceFirst("\\.corpus$", "");
  }

  /**
   * Returns a paper's setting by its name; arrows may be written {@code ->} or {@code →}.
   *
   * @throws IllegalArgumentException if the paper has none of that name
   */
  public static Setting named(String name) {
    String names = PAPER.stream().map(Setting::name).collect(Collectors.joining(", "));
    return PAPER.stream()
        .filter(setting -> setting.name().equalsIgnoreCase(name.replace("→", "->")))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The paper has no setting '%s'; its settings are %s; for other corpora give -source and -destination."
                        .formatted(name, names)));
  }

  /** Returns the same setting with other emotions. */
  public Setting with(EmotionRule rule) {
    return new Setting(name, modality, sources, destination, rule);
  }

  /** Returns the name for people, with a real arrow. */
  public String title() {
    return name.replace("->", "→");
  }

  /**
   * Returns a name that can be part of a file's: with a short hash where other than letters, digits
   * and {@code _ + . -} had to go.
   */
  public String fileName() {
    return WholeFile.plainName(name.replace("->", "-to-"));
  }
}
