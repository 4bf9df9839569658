package emotiontransfer.study.plan;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Scheme;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the paper prints about a setting (its Tables 3 to 7, Figures 14 to 18 and the text about
 * Figure 17).
 *
 * @param table number of the table that compares methods
 * @param war WAR by system, as that table prints it
 * @param recalls recall by emotion, from Table 3; empty where it has no row
 * @param table3War WAR in Table 3; NaN where it has no row
 * @param areas area under the ROC by emotion, from the text; empty where it names none
 * @param note what is odd about these figures; may be empty
 */
public record PaperFigures(
    int table,
    Map<StudySystem, Double> war,
    Map<Emotion, Double> recalls,
    double table3War,
    Map<Emotion, Double> areas,
    String note) {

  /**
   * Setting; table; WAR of AlexNet, PathNet from scratch and transfer there; WAR in Table 3;
   * recalls in Table 3; areas. By emotion the figures stand in the order of the destination's
   * emotions, where the paper's columns begin with anger and surprise (boredom).
   */
  private static final String PRINTED =
      """
V_SAV            4 -    0.89
V_eNTER          5 -    0.88
A_SAV            6 -    0.81
A_EMO            7 -    0.89
V_eNTER->SAV     4 0.85 0.89 0.94 0.94 0.93 0.96 0.92 0.94 0.95 0.94
V_SAV->eNTER     5 0.88 0.88 0.94 0.94 0.99 0.95 0.81 1.0 0.93 1.0
A_eNTER->SAV     6 0.69 0.81 0.85 0.71 0.73 0.56 0.72 0.80 0.77 0.70 0.90 0.77 0.81 0.92 0.96 0.93
A_eNTER+SAV->EMO 7 0.83 0.89 0.97 0.97 0.99 0.99 1.0 0.94 0.94 0.96 0.99 0.99 0.99 0.98 0.93 0.99
""";

  private static final Map<String, String> NOTES =
      Map.of(
          "A_eNTER->SAV",
          "Table 3 prints a WAR of 0.71, the mean of its six recalls; Table 6 prints 0.85 and calls"
              + " it the best.",
          "A_eNTER+SAV->EMO",
          "Boredom stands in the column of surprise in Table 3.");

  /** How the paper's protocol differs from any that this study can follow. */
  public static final String PROTOCOL =
      "The paper reports k-fold cross-validation (k is not given, repeated 5 times) and, for"
          + " EMO-DB, leave-one-subject-out; it does not say whether a decision is per segment or"
          + " per clip, and calls some of its figures the best ones.";

  /** Returns what the paper prints; empty for settings that are not the paper's. */
  public static Optional<PaperFigures> of(Setting setting) {
    return PRINTED
        .lines()
        .map(line -> line.split(" +"))
        .filter(words -> words[0].equals(setting.name()))
        .map(PaperFigures::parse)
        .findFirst();
  }

  private static PaperFigures parse(String[] words) {
    List<Emotion> emotions = Setting.named(words[0]).emotions().destination();
    List<StudySystem> systems =
        List.of(StudySystem.ALEXNET, StudySystem.SCRATCH, StudySystem.TRANSFER);
    return new PaperFigures(
        Integer.parseInt(words[1]),
        values(systems, words, 2),
        values(emotions, words, 6),
        words.length > 5 ? Double.parseDouble(words[5]) : Double.NaN,
        values(emotions, words, 6 + emotions.size()),
        NOTES.getOrDefault(words[0], ""));
  }

  private static <E> Map<E, Double> values(List<E> keys, String[] words, int first) {
    Map<E, Double> values = new TreeMap<>();
    for (int i = 0; i < keys.size() && first + i < words.length; i++) {
      if (!words[first + i].equals("-")) {
        values.put(keys.get(i), Double.valueOf(words[first + i]));
      }
    }
    return values;
  }

  /** Where the paper has the table of methods and the figures of a setting. */
  public record Places(String table, String confusion, String roc) {

    /** Returns those of the paper's setting, or of the nearest: same modality, then destination. */
    public static Places of(Modality modality, Scheme destination) {
      boolean audio = modality == Modality.AUDIO;
      boolean second = destination == (audio ? Scheme.EMODB : Scheme.ENTERFACE);
      String half = second ? " (b)" : " (a)";
      return new Places(
          "Table " + ((audio ? 6 : 4) + (second ? 1 : 0)),
          (audio ? "Figure 18" : "Figure 14") + half,
          (audio ? "Figure 17" : "Figure 16") + half);
    }
  }
}
