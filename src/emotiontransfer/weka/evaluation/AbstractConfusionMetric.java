package emotiontransfer.weka.evaluation;

import java.util.List;
import weka.classifiers.evaluation.AbstractEvaluationMetric;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.evaluation.StandardEvaluationMetric;
import weka.core.Instance;
import weka.core.Utils;

/**
 * A metric of one number, between 0 and 1, that is computed from the confusion matrix of an {@link
 * Evaluation}.
 *
 * <p>All of these look at the matrix only when asked, so they hold for a test fold as well as for a
 * matrix that was pooled over folds.
 */
public abstract class AbstractConfusionMetric extends AbstractEvaluationMetric
    implements StandardEvaluationMetric {

  private static final long serialVersionUID = 2611853301778254131L;

  /** Width of the labels in Weka's summary. */
  private static final int LABEL_WIDTH = 35;

  /**
   * Computes the metric.
   *
   * @param confusion weights of the test instances, {@code [actual class][predicted class]}
   * @return the value, 0 to 1; NaN where no class takes part in it
   */
  public abstract double compute(double[][] confusion);

  /** Returns what the metric is called in full, for example {@code Unweighted average recall}. */
  protected abstract String fullName();

  @Override
  public boolean appliesToNominalClass() {
    return true;
  }

  @Override
  public boolean appliesToNumericClass() {
    return false;
  }

  /**
   * Returns the only statistic, which has the metric's name because it becomes a column of the
   * Experimenter.
   */
  @Override
  public List<String> getStatisticNames() {
    return List.of(getMetricName());
  }

  /**
   * Computes the metric for the evaluation that this metric belongs to.
   *
   * @throws UnknownStatisticException if the name is not the metric's
   */
  @Override
  public double getStatistic(String statName) {
    if (!getMetricName().equalsIgnoreCase(statName)) {
      throw new UnknownStatisticException(
          "Metric " + getMetricName() + " has no statistic '" + statName + "'.");
    }
    return compute(m_baseEvaluation.confusionMatrix());
  }

  @Override
  public boolean statisticIsMaximisable(String statName) {
    return true;
  }

  @Override
  public String toSummaryString() {
    return Utils.padRight(getMetricName() + " (" + fullName().toLowerCase() + ")", LABEL_WIDTH)
        + Utils.doubleToString(getStatistic(getMetricName()), 12, 4)
        + "\n";
  }

  /** Does nothing: the confusion matrix has all that is needed. */
  @Override
  public void updateStatsForClassifier(double[] predictedDistribution, Instance instance) {}

  /** Does nothing: the metric is for nominal classes. */
  @Override
  public void updateStatsForPredictor(double predictedValue, Instance instance) {}

  /** Returns the weight of the instances that are of a class. */
  protected static double actual(double[][] confusion, int label) {
    return Utils.sum(confusion[label]);
  }

  /** Returns the weight of the instances that were taken for a class. */
  protected static double predicted(double[][] confusion, int label) {
    double sum = 0;
    for (double[] row : confusion) {
      sum += row[label];
    }
    return sum;
  }
}
