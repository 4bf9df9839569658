package weka.classifiers.evaluation;

import emotiontransfer.weka.evaluation.AbstractConfusionMetric;

/**
 * UAR: the mean of the classes' recalls, every class counting the same whatever its size.
 *
 * <p>UAR = 1/K * sum of tp(c) / (tp(c) + fn(c)) over the K classes that have test instances. A
 * class without test instances has no recall and is left out (EMO-DB's speaker 08 has no disgust),
 * also where other instances were taken for it. Elsewhere called balanced accuracy. The formula of
 * the paper's Table 1 is a misprint: it is that of the precision.
 */
public class UnweightedAverageRecall extends AbstractConfusionMetric {

  /** Name of the metric, of its statistic and of the Experimenter's column. */
  public static final String NAME = "UAR";

  private static final long serialVersionUID = -5086713493280012711L;

  /**
   * Computes the metric.
   *
   * @param confusion weights of the test instances, {@code [actual class][predicted class]}
   * @return the value, 0 to 1; NaN for an empty matrix
   */
  public static double of(double[][] confusion) {
    double sum = 0;
    int classes = 0;
    for (int label = 0; label < confusion.length; label++) {
      double actual = actual(confusion, label);
      if (actual > 0) {
        sum += confusion[label][label] / actual;
        classes++;
      }
    }
    return sum / classes;
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
    return "Unweighted average recall";
  }

  @Override
  public String getMetricDescription() {
    return "Unweighted average recall, UAR = mean of tp / (tp + fn) over the classes that have test"
        + " instances; a class that is absent from the test data is left out.";
  }
}
