package emotiontransfer.weka.evaluation;

import weka.classifiers.evaluation.UnweightedAverageRecall;
import weka.classifiers.evaluation.WeightedAverageRecall;

/**
 * The confusion of one subject's clips, and of their segments.
 *
 * @param subject its name
 * @param clips number of clips tested
 * @param confusion weights of the clips, {@code [actual][predicted]}
 * @param segments number of segments tested; 0 where the scheme does not decide for segments
 * @param segmentConfusion weights of the segments, {@code [actual][predicted]}
 */
public record SubjectScores(
    String subject, int clips, double[][] confusion, int segments, double[][] segmentConfusion) {

  /** Returns the weighted average recall of the clips: 0 to 1; NaN where none was classified. */
  public double war() {
    return WeightedAverageRecall.of(confusion);
  }

  /**
   * Returns the unweighted average recall of the clips over the classes that the subject has: 0 to
   * 1; NaN where none was classified.
   */
  public double uar() {
    return UnweightedAverageRecall.of(confusion);
  }

  /** Returns the weighted average recall of the segments: 0 to 1; NaN without segments. */
  public double segmentWar() {
    return WeightedAverageRecall.of(segmentConfusion);
  }

  /**
   * Returns the unweighted average recall of the segments over the classes that the subject has: 0
   * to 1; NaN without segments.
   */
  public double segmentUar() {
    return UnweightedAverageRecall.of(segmentConfusion);
  }

  /**
   * Adds another subject's clips, for pooled figures.
   *
   * @param other with the same classes
   * @return the sum, under the name of this one
   */
  SubjectScores plus(SubjectScores other) {
    return new SubjectScores(
        subject,
        clips + other.clips,
        sum(confusion, other.confusion),
        segments + other.segments,
        sum(segmentConfusion, other.segmentConfusion));
  }

  private static double[][] sum(double[][] a, double[][] b) {
    double[][] sum = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        sum[i][j] = a[i][j] + b[i][j];
      }
    }
    return sum;
  }
}
