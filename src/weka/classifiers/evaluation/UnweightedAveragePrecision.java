package weka.classifiers.evaluation;

import emotiontransfer.weka.evaluation.AbstractConfusionMetric;

/**
 * UAP: the mean of the classes' precisions, every class counting the same whatever its size.
 *
 * <p>UAP = 1/K * sum of tp(c) / (tp(c) + fp(c)) over the K classes that have test instances or were
 * predicted. A class that has test instances but was never predicted counts with precision 0, so
 * that giving up a class is never rewarded; a class that was predicted but has no test instances
 * counts with its precision, which is 0; a class that is neither present nor predicted is left out.
 */
public class UnweightedAveragePrecision extends AbstractConfusionMetric {

  /** Name of the metric, of its statistic and of the Experimenter's column. */
  public static final String NAME = "UAP";

  private static final long serialVersionUID = 1929334180261645077L;

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
      double predicted = predicted(confusion, label);
      if (predicted > 0) {
        sum += confusion[label][label] / predicted;
      }
      if (predicted > 0 || actual(confusion, label) > 0) {
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
    return "Unweighted average precision";
  }

  @Override
  public String getMetricDescription() {
    return "Unweighted average precision, UAP = mean of tp / (tp + fp) over the classes that have"
        + " test instances or were predicted; a class that is present but never predicted counts as"
        + " 0, a class that is neither present nor predicted is left out.";
  }
}
