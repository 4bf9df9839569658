package emotiontransfer.weka.evaluation;

/**
 * What a scheme decided about a clip of a subject that it had not been trained on.
 *
 * @param row of the clip in the table, from 0
 * @param fold name of the fold in which it was tested
 * @param actual index of its class
 * @param predicted index of the predicted class, or {@link #UNDECIDED}
 */
public record ClipDecision(
    int row,
    String subject,
    String fold,
    int actual,
    int predicted,
    double weight,
    double[] distribution) {

  /** Stands for the class where the scheme gave none any probability. */
  public static final int UNDECIDED = -1;
}
