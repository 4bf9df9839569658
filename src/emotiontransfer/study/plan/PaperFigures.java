package emotiontransfer.study.plan;

import static java.util.Map.entry;

import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Scheme;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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

  /** The columns of Table 3, and what stands in them for EMO-DB. */
  private static final List<Emotion> SIX =
      CorpusSettings.parseEmotions("anger,surprise,disgust,fear,happiness,sadness");

  private static final List<Emotion> EMO_DB_SIX =
      CorpusSettings.parseEmotions("anger,boredom,disgust,fear,happiness,sadness");

  private static final Map<String, PaperFigures> BY_SETTING =
      Map.ofEntries(
          entry("V_SAV", scratch(4, 0.89)),
          entry("V_eNTER", scratch(5, 0.88)),
          entry("A_SAV", scratch(6, 0.81)),
          entry("A_EMO", scratch(7, 0.89)),
          entry(
              "V_eNTER->SAV",
              new PaperFigures(
                  4,
                  war(0.85, 0.89, 0.94),
                  values(SIX, 0.93, 0.94, 0.96, 0.92, 0.94, 0.95),
                  0.94,
                  Map.of(),
                  "")),
          entry(
              "V_SAV->eNTER",
              new PaperFigures(
                  5,
                  war(0.88, 0.88, 0.94),
                  values(SIX, 0.99, 1.0, 0.95, 0.81, 1.0, 0.93),
                  0.94,
                  Map.of(),
                  "")),
          entry(
              "A_eNTER->SAV",
              new PaperFigures(
                  6,
                  war(0.69, 0.81, 0.85),
                  values(SIX, 0.73, 0.70, 0.56, 0.72, 0.80, 0.77),
                  0.71,
                  values(SIX, 0.90, 0.93, 0.77, 0.81, 0.92, 0.96),
                  "Table 3 prints a WAR of 0.71, the mean of its six recalls; Table 6 prints 0.85"
                      + " and calls it the best.")),
          entry(
              "A_eNTER+SAV->EMO",
              new PaperFigures(
                  7,
                  war(0.83, 0.89, 0.97),
                  values(EMO_DB_SIX, 0.99, 0.99, 1.0, 0.94, 0.94, 0.96),
                  0.97,
                  values(EMO_DB_SIX, 0.99, 0.99, 0.99, 0.98, 0.93, 0.99),
                  "Boredom stands in the column of surprise in Table 3.")));

  /** How the paper's protocol differs from any that this study can follow. */
  public static final String PROTOCOL =
      "The paper reports k-fold cross-validation (k is not given, repeated 5 times) and, for"
          + " EMO-DB, leave-one-subject-out; it does not say whether a decision is per segment or"
          + " per clip, and calls some of its figures the best ones.";

  private static PaperFigures scratch(int table, double war) {
    return new PaperFigures(
        table, Map.of(StudySystem.SCRATCH, war), Map.of(), Double.NaN, Map.of(), "");
  }

  private static Map<StudySystem, Double> war(double alexNet, double scratch, double transfer) {
    return Map.of(
        StudySystem.ALEXNET, alexNet, StudySystem.SCRATCH, scratch, StudySystem.TRANSFER, transfer);
  }

  private static Map<Emotion, Double> values(List<Emotion> emotions, double... values) {
    Map<Emotion, Double> map = new EnumMap<>(Emotion.class);
    for (int i = 0; i < values.length; i++) {
      map.put(emotions.get(i), values[i]);
    }
    return map;
  }

  /**
   * Where the paper has the tables and figures of a setting.
   *
   * @param table that compares methods
   * @param confusion figure of the confusion matrix
   * @param roc figure of the ROC curves
   */
  public record Places(String table, String confusion, String roc) {

    /** The figure of the learning curves. */
    public static final String CURVES = "Figure 15";

    /**
     * Returns the places of the paper's setting, or of the nearest: same modality, then same
     * destination.
     *
     * @param destination scheme of the destination corpus
     */
    public static Places of(Modality modality, Scheme destination) {
      if (modality == Modality.AUDIO) {
        return destination == Scheme.EMODB
            ? new Places("Table 7", "Figure 18 (b)", "Figure 17 (b)")
            : new Places("Table 6", "Figure 18 (a)", "Figure 17 (a)");
      }
      return destination == Scheme.ENTERFACE
          ? new Places("Table 5", "Figure 14 (b)", "Figure 16 (b)")
          : new Places("Table 4", "Figure 14 (a)", "Figure 16 (a)");
    }
  }

  /** Returns what the paper prints; empty for settings that are not the paper's. */
  public static Optional<PaperFigures> of(Setting setting) {
    return Optional.ofNullable(BY_SETTING.get(setting.name()));
  }
}
