package emotiontransfer.weka.evaluation;

import java.util.List;
import java.util.stream.IntStream;
import weka.classifiers.evaluation.NominalPrediction;
import weka.classifiers.evaluation.Prediction;
import weka.core.Utils;

/**
 * What a scheme decided about a clip of a subject that it had not been trained on.
 *
 * @param row of the clip in the table, from 0
 * @param fold name of the fold in which it was tested
 * @param segments class of each of its segments, or {@link #UNDECIDED}; empty where the scheme does
 *     not decide for segments
 */
public record ClipDecision(
    int row, String subject, String fold, NominalPrediction prediction, int[] segments) {

  /** Stands for the class where the scheme gave none any probability. */
  public static final int UNDECIDED = -1;

  /**
   * Returns the decisions of a fold, in the order of the table.
   *
   * @param segments of each clip, or empty
   */
  static List<ClipDecision> of(
      SubjectFolds folds,
      SubjectFolds.Fold fold,
      List<Prediction> predictions,
      List<int[]> segments) {
    int[] rows = folds.testRows(fold);
    return IntStream.range(0, rows.length)
        .mapToObj(
            i ->
                new ClipDecision(
                    rows[i],
                    folds.subjectOf(rows[i]),
                    fold.name(),
                    (NominalPrediction) predictions.get(i),
                    segments.isEmpty() ? new int[0] : segments.get(i)))
        .toList();
  }

  /** Returns the index of the true class. */
  public int actual() {
    return (int) prediction.actual();
  }

  /** Returns the index of the predicted class, or {@link #UNDECIDED}. */
  public int predicted() {
    double predicted = prediction.predicted();
    return Utils.isMissingValue(predicted) ? UNDECIDED : (int) predicted;
  }
}
