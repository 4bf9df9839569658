package emotiontransfer.weka.evaluation;

import emotiontransfer.evaluation.ConfusionMatrix;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.ToDoubleFunction;
import weka.classifiers.evaluation.AbstractEvaluationMetric;
import weka.classifiers.evaluation.Prediction;
import weka.classifiers.evaluation.StandardEvaluationMetric;
import weka.core.Instance;
import weka.core.Utils;

/**
 * A metric of one number, between 0 and 1, that is computed from the confusion matrix of an {@link
 * weka.classifiers.Evaluation}.
 *
 * <p>Weka's matrix lacks the instances that a scheme leaves undecided. They are taken from the
 * predictions; where Weka keeps none, only their number is known, and they are spread over the
 * classes as the decided ones are.
 */
public abstract class AbstractConfusionMetric extends AbstractEvaluationMetric
    implements StandardEvaluationMetric {

  private static final long serialVersionUID = 2611853301778254131L;

  /** Width of the labels in Weka's summary. */
  private static final int LABEL_WIDTH = 35;

  /**
   * What a metric is.
   *
   * @param name also that of the Experimenter's column
   * @param figure 0 to 1, or NaN where no class takes part in it
   */
  public record Definition(
      String name, String fullName, String description, ToDoubleFunction<ConfusionMatrix> figure) {}

  /** Returns what the metric is; no field, because saved experiments have metrics in them. */
  protected abstract Definition definition();

  /** Computes the metric. */
  public double of(ConfusionMatrix confusion) {
    return definition().figure().applyAsDouble(confusion);
  }

  /**
   * Returns the confusion matrix of an evaluation, undecided instances included.
   *
   * @param predictionsOrNull null where the evaluation keeps none
   */
  static ConfusionMatrix matrix(
      double[][] counts, List<Prediction> predictionsOrNull, double unclassified) {
    double[] undecided = new double[counts.length];
    for (Prediction prediction :
        Objects.requireNonNullElse(predictionsOrNull, List.<Prediction>of())) {
      if (Utils.isMissingValue(prediction.predicted())
          && !Utils.isMissingValue(prediction.actual())) {
        undecided[(int) prediction.actual()] += prediction.weight();
      }
    }
    double rest = unclassified - Utils.sum(undecided);
    double decided = Arrays.stream(counts).mapToDouble(Utils::sum).sum();
    for (int label = 0; label < counts.length && rest > 0; label++) {
      undecided[label] +=
          rest * (decided > 0 ? Utils.sum(counts[label]) / decided : 1.0 / counts.length);
    }
    return new ConfusionMatrix(counts, undecided);
  }

  @Override
  public String getMetricName() {
    return definition().name();
  }

  @Override
  public String getMetricDescription() {
    return definition().description();
  }

  @Override
  public boolean appliesToNominalClass() {
    return true;
  }

  @Override
  public boolean appliesToNumericClass() {
    return false;
  }

  @Override
  public List<String> getStatisticNames() {
    return List.of(getMetricName());
  }

  @Override
  public double getStatistic(String statName) {
    if (!getMetricName().equalsIgnoreCase(statName)) {
      throw new UnknownStatisticException(
          "Metric " + getMetricName() + " has no statistic '" + statName + "'.");
    }
    return of(
        matrix(
            m_baseEvaluation.confusionMatrix(),
            m_baseEvaluation.predictions(),
            m_baseEvaluation.unclassified()));
  }

  @Override
  public boolean statisticIsMaximisable(String statName) {
    return true;
  }

  @Override
  public String toSummaryString() {
    String label =
        "%s (%s)".formatted(getMetricName(), definition().fullName().toLowerCase(Locale.ROOT));
    String value = Utils.doubleToString(getStatistic(getMetricName()), 12, 4);
    return Utils.padRight(label, LABEL_WIDTH) + value + "\n";
  }

  /** Does nothing: matrix and predictions have all that is needed. */
  @Override
  public void updateStatsForClassifier(double[] predictedDistribution, Instance instance) {}

  /** Does nothing: the metric is for nominal classes. */
  @Override
  public void updateStatsForPredictor(double predictedValue, Instance instance) {}
}
