package weka.classifiers.evaluation;

import emotiontransfer.weka.evaluation.AbstractConfusionMetric;

/**
 * WAR: the mean of the classes' recalls, weighted with the classes' sizes; this is the accuracy.
 *
 * <p>WAR = sum over classes of n(c)/n * tp(c)/n(c) = sum of tp(c) / n, where n(c) is the number of
 * test instances of class c. The same number as {@link Evaluation#weightedRecall()}. A class
 * without test instances has weight 0. Instances that the classifier left unclassified are not
 * counted, as in all of Weka's figures from the confusion matrix.
 */
public class WeightedAverageRecall extends AbstractConfusionMetric {

  /** Name of the metric, of its statistic and of the Experimenter's column. */
  public static final String NAME = "WAR";

  private static final long serialVersionUID = 7403815920377316254L;

  /**
   * Computes the metric.
   *
   * @param confusion weights of the test instances, {@code [actual class][predicted class]}
   * @return the value, 0 to 1; NaN for an empty matrix
   */
  public static double of(double[][] confusion) {
    double correct = 0;
    double all = 0;
    for (int label = 0; label < confusion.length; label++) {
      correct += confusion[label][label];
      all += actual(confusion, label);
    }
    return correct / all;
  }

  @Override
  public double compute(double[][] confusion) {
    return of(confusion);
  }

  @Override
  public String getMetricName() {
    return NAME;
  }

  @Override
  protected String fullName() {
    return "Weighted average recall";
  }

  @Override
  public String getMetricDescription() {
    return "Weighted average recall, WAR = sum of tp(c) / n over all classes: the share of the test"
        + " instances that were classified correctly (accuracy), equal to Weka's weighted recall.";
  }
}
