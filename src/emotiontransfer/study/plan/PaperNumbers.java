package emotiontransfer.study.plan;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Scheme;

/**
 * The numbers of the paper's tables and figures that a setting's correspond to.
 *
 * @param table that compares methods
 * @param confusion figure of the confusion matrix
 * @param roc figure of the ROC curves
 */
public record PaperNumbers(String table, String confusion, String roc) {

  /** The figure of the learning curves. */
  public static final String CURVES = "Figure 15";

  /**
   * Returns the numbers of the paper's setting, or of the nearest: same modality, then same
   * destination.
   *
   * @param modality of the clips
   * @param destination scheme of the destination corpus
   * @return numbers with their words
   */
  public static PaperNumbers of(Modality modality, Scheme destination) {
    if (modality == Modality.AUDIO) {
      return destination == Scheme.EMODB
          ? new PaperNumbers("Table 7", "Figure 18 (b)", "Figure 17 (b)")
          : new PaperNumbers("Table 6", "Figure 18 (a)", "Figure 17 (a)");
    }
    return destination == Scheme.ENTERFACE
        ? new PaperNumbers("Table 5", "Figure 14 (b)", "Figure 16 (b)")
        : new PaperNumbers("Table 4", "Figure 14 (a)", "Figure 16 (a)");
  }
}
