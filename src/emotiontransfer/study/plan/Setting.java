package emotiontransfer.study.plan;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.data.WholeFile;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * One experiment of a study: from which corpora to which.
 *
 * @param name as the paper writes it, for example {@code A_eNTER->SAV}
 * @param modality of the clips
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

  private static final String ENTERFACE = "eNTER";
  private static final String SAVEE = "SAV";
  private static final String EMO_DB = "EMO";

  /** The paper's settings (its Table 2), in its order. */
  public static final List<Setting> PAPER =
      List.of(
          paper("V_eNTER", Modality.VIDEO, List.of(), ENTERFACE),
          paper("V_SAV", Modality.VIDEO, List.of(), SAVEE),
          paper("A_SAV", Modality.AUDIO, List.of(), SAVEE),
          paper("A_EMO", Modality.AUDIO, List.of(), EMO_DB),
          paper("V_eNTER->SAV", Modality.VIDEO, List.of(ENTERFACE), SAVEE),
          paper("V_SAV->eNTER", Modality.VIDEO, List.of(SAVEE), ENTERFACE),
          paper("A_eNTER->SAV", Modality.AUDIO, List.of(ENTERFACE), SAVEE),
          paper("A_eNTER+SAV->EMO", Modality.AUDIO, List.of(ENTERFACE, SAVEE), EMO_DB));

  private static Setting paper(
      String name, Modality modality, List<String> sources, String destination) {
    boolean emoDb = destination.equals(EMO_DB);
    return new Setting(
        name, modality, sources, destination, emoDb ? EmotionRule.PAPER_EMO_DB : EmotionRule.PAPER);
  }

  /** Returns a setting that is not the paper's, named as the paper would. */
  public static Setting of(Modality modality, List<String> sources, String destination) {
    String from = sources.stream().map(Setting::shortName).collect(Collectors.joining("+"));
    String letter = modality.keyword().substring(0, 1).toUpperCase(Locale.ROOT);
    String name = letter + "_" + (from.isEmpty() ? "" : from + "->") + shortName(destination);
    return new Setting(name, modality, sources, destination, new EmotionRule.Shared());
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
    return PAPER.stream()
        .filter(setting -> setting.name().equalsIgnoreCase(name.replace("→", "->")))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "The paper has no setting '%s'; its settings are %s; for other corpora give -source and -destination."
                        .formatted(
                            name,
                            PAPER.stream().map(Setting::name).collect(Collectors.joining(", ")))));
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
