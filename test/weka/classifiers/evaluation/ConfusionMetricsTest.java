package weka.classifiers.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.weka.evaluation.AbstractConfusionMetric;
import java.io.ObjectStreamClass;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.BeforeClass;
import org.junit.Test;
import weka.classifiers.trees.J48;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instances;
import weka.core.PluginManager;
import weka.core.Utils;

public class ConfusionMetricsTest {

  /** Rows: 5 anger, 3 fear, 2 sadness; columns the same labels. */
  private static final double[][] ALL_PRESENT = {{4, 1, 0}, {1, 1, 1}, {0, 0, 2}};

  /** No sadness in the test fold, although one clip was taken for it. */
  private static final double[][] ACTUAL_ABSENT = {{3, 0, 1}, {2, 2, 0}, {0, 0, 0}};

  /** Sadness is there, but is never predicted. */
  private static final double[][] NEVER_PREDICTED = {{3, 1, 0}, {1, 3, 0}, {1, 1, 0}};

  /** Sadness is neither there nor predicted. */
  private static final double[][] NOT_AT_ALL = {{3, 1, 0}, {2, 2, 0}, {0, 0, 0}};

  private static final List<AbstractConfusionMetric> METRICS =
      List.of(
          new WeightedAverageRecall(),
          new UnweightedAverageRecall(),
          new UnweightedAveragePrecision());

  @BeforeClass
  public static void registerAsThePackageDoes() {
    for (AbstractConfusionMetric metric : METRICS) {
      String name = metric.getClass().getName();
      PluginManager.addPlugin(AbstractEvaluationMetric.class.getName(), name, name);
    }
  }

  private static void assertValue(double expected, String name, double[][] confusion) {
    AbstractConfusionMetric metric =
        METRICS.stream().filter(it -> it.getMetricName().equals(name)).findAny().orElseThrow();
    assertEquals(name, expected, metric.of(new ConfusionMatrix(confusion)), 1e-12);
  }

  @Test
  public void warIsTheFractionOfCorrectInstances() {
    assertValue(7.0 / 10, "WAR", ALL_PRESENT);
    assertValue(5.0 / 8, "WAR", ACTUAL_ABSENT);
  }

  @Test
  public void uarIsTheMeanOfTheRecalls() {
    assertValue((4 / 5.0 + 1 / 3.0 + 1) / 3, "UAR", ALL_PRESENT);
  }

  @Test
  public void uarLeavesOutAClassWithoutTestInstancesEvenIfItWasPredicted() {
    assertValue((3 / 4.0 + 2 / 4.0) / 2, "UAR", ACTUAL_ABSENT);
    assertValue((3 / 4.0 + 2 / 4.0) / 2, "UAR", NOT_AT_ALL);
  }

  @Test
  public void uapIsTheMeanOfThePrecisions() {
    assertValue((4 / 5.0 + 1 / 2.0 + 2 / 3.0) / 3, "UAP", ALL_PRESENT);
  }

  @Test
  public void uapCountsAPresentClassThatWasNeverPredictedAsZero() {
    assertValue((3 / 5.0 + 3 / 5.0 + 0) / 3, "UAP", NEVER_PREDICTED);
  }

  @Test
  public void uapCountsAnAbsentClassThatWasPredictedAsZero() {
    assertValue((3 / 5.0 + 1 + 0) / 3, "UAP", ACTUAL_ABSENT);
  }

  @Test
  public void uapLeavesOutAClassThatIsNeitherPresentNorPredicted() {
    assertValue((3 / 5.0 + 2 / 3.0) / 2, "UAP", NOT_AT_ALL);
  }

  @Test
  public void withoutTestInstancesThereIsNoValue() {
    METRICS.forEach(metric -> assertValue(Double.NaN, metric.getMetricName(), new double[3][3]));
  }

  @Test
  public void evaluationGivesThePluginsValuesOfItsOwnMatrix() throws Exception {
    Evaluation evaluation = evaluationOf(ACTUAL_ABSENT);
    assertEquals(5.0 / 8, statistic(evaluation, "WAR"), 1e-12);
    assertEquals(5.0 / 8, statistic(evaluation, "UAR"), 1e-12);
    assertEquals(1.6 / 3, statistic(evaluation, "UAP"), 1e-12);
  }

  @Test
  public void warEqualsWekasWeightedRecall() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 50; round++) {
      double[][] confusion = new double[4][4];
      for (double[] row : confusion) {
        boolean absent = random.nextInt(4) == 0;
        Arrays.setAll(row, i -> absent ? 0 : random.nextInt(5));
      }
      confusion[0][0]++;
      Evaluation evaluation = evaluationOf(confusion);
      assertEquals(evaluation.weightedRecall(), statistic(evaluation, "WAR"), 1e-12);
      assertEquals(evaluation.pctCorrect() / 100, statistic(evaluation, "WAR"), 1e-12);
    }
  }

  /** Returns an evaluation of two instances decided rightly and one more, left undecided. */
  private static Evaluation undecided(double actual, double weight, boolean keeps)
      throws Exception {
    Evaluation evaluation = evaluationOf(new double[][] {{1, 0}, {0, 1}});
    DenseInstance undecided = new DenseInstance(weight, new double[] {0, actual});
    undecided.setDataset(evaluation.getHeader());
    evaluation.evaluationForSingleInstance(new double[2], undecided, keeps);
    return evaluation;
  }

  /** Weka's matrix and its own recall leave undecided instances out. */
  @Test
  public void undecidedInstancesCountAsWrong() throws Exception {
    Evaluation evaluation = undecided(1, 2, true);
    assertEquals(1, evaluation.weightedRecall(), 1e-12);
    assertEquals(2 / 4.0, statistic(evaluation, "WAR"), 1e-12);
    assertEquals((1 + 1 / 3.0) / 2, statistic(evaluation, "UAR"), 1e-12);
    assertEquals(1, statistic(evaluation, "UAP"), 1e-12);
  }

  /** Weka counts neither as classified nor as unclassified what has no true class. */
  @Test
  public void instancesWithoutAClassCountNowhere() throws Exception {
    Evaluation evaluation = undecided(Utils.missingValue(), 1, true);
    assertEquals(1, statistic(evaluation, "WAR"), 0);
    assertEquals(1, statistic(evaluation, "UAR"), 0);
  }

  @Test
  public void undecidedInstancesCountInWarEvenWithoutPredictions() throws Exception {
    Evaluation evaluation = undecided(1, 2, false);
    assertEquals(2 / 4.0, statistic(evaluation, "WAR"), 1e-12);
    assertEquals(1 / 2.0, statistic(evaluation, "UAR"), 1e-12);
  }

  @Test
  public void instanceWeightsCount() throws Exception {
    Instances header = header(2);
    Evaluation evaluation = new Evaluation(header);
    add(evaluation, header, 0, 0, 3);
    add(evaluation, header, 0, 1, 1);
    add(evaluation, header, 1, 1, 0.5);
    assertEquals(3.5 / 4.5, statistic(evaluation, "WAR"), 1e-12);
    assertEquals((0.75 + 1) / 2, statistic(evaluation, "UAR"), 1e-12);
  }

  @Test
  public void summaryShowsAllThreeInWekasColumns() throws Exception {
    String summary = evaluationOf(ALL_PRESENT).toSummaryString();
    assertTrue(summary, summary.contains("WAR (weighted average recall)            0.7   \n"));
    assertTrue(summary, summary.contains("UAR (unweighted average recall)          0.7111\n"));
    assertTrue(summary, summary.contains("UAP (unweighted average precision)       0.6556\n"));
    assertTrue(summary, summary.contains("Kappa statistic                          0.5"));
  }

  @Test
  public void crossValidationPoolsTheFolds() throws Exception {
    Instances header = header(3);
    Random random = new Random(1);
    for (int i = 0; i < 60; i++) {
      double[] values = {random.nextGaussian() + i % 3, i % 3};
      header.add(new DenseInstance(1, values));
    }
    Evaluation evaluation = new Evaluation(header);
    evaluation.crossValidateModel(new J48(), header, 5, new Random(1));
    double expected = 0;
    for (int label = 0; label < 3; label++) {
      expected += evaluation.recall(label) / 3;
    }
    assertEquals(expected, statistic(evaluation, "UAR"), 1e-12);
  }

  @Test
  public void areForNominalClassesAndHigherIsBetter() {
    for (AbstractConfusionMetric metric : METRICS) {
      assertTrue(metric.appliesToNominalClass());
      assertFalse(metric.appliesToNumericClass());
      assertEquals(List.of(metric.getMetricName()), metric.getStatisticNames());
      assertTrue(metric.statisticIsMaximisable(metric.getMetricName()));
      assertTrue(metric.getMetricDescription().contains(metric.getMetricName() + " = "));
    }
  }

  @Test
  public void unknownStatisticIsRejectedByName() {
    IllegalArgumentException rejection =
        assertThrows(
            IllegalArgumentException.class,
            () -> new UnweightedAverageRecall().getStatistic("WAP"));
    assertEquals("Metric UAR has no statistic 'WAP'.", rejection.getMessage());
  }

  /** Saved experiments hold these objects: neither the numbers nor the fields may change. */
  @Test
  public void serialVersionsAreStable() {
    assertEquals(7403815920377316254L, serialVersion(WeightedAverageRecall.class));
    assertEquals(-5086713493280012711L, serialVersion(UnweightedAverageRecall.class));
    assertEquals(1929334180261645077L, serialVersion(UnweightedAveragePrecision.class));
    assertEquals(2611853301778254131L, serialVersion(AbstractConfusionMetric.class));
    assertEquals(0, ObjectStreamClass.lookup(AbstractConfusionMetric.class).getFields().length);
  }

  private static long serialVersion(Class<?> type) {
    return ObjectStreamClass.lookup(type).getSerialVersionUID();
  }

  private static double statistic(Evaluation evaluation, String name) {
    return evaluation.getPluginMetric(name).getStatistic(name);
  }

  private static Evaluation evaluationOf(double[][] confusion) throws Exception {
    Instances header = header(confusion.length);
    Evaluation evaluation = new Evaluation(header);
    for (int actual = 0; actual < confusion.length; actual++) {
      for (int predicted = 0; predicted < confusion.length; predicted++) {
        for (int n = 0; n < confusion[actual][predicted]; n++) {
          add(evaluation, header, actual, predicted, 1);
        }
      }
    }
    return evaluation;
  }

  private static void add(
      Evaluation evaluation, Instances header, int actual, int predicted, double weight)
      throws Exception {
    DenseInstance instance = new DenseInstance(weight, new double[] {0, actual});
    instance.setDataset(header);
    double[] distribution = new double[header.numClasses()];
    distribution[predicted] = 1;
    evaluation.evaluationForSingleInstance(distribution, instance, true);
  }

  private static Instances header(int classes) {
    List<String> labels = List.of("anger", "fear", "sadness", "neutral").subList(0, classes);
    ArrayList<Attribute> attributes =
        new ArrayList<>(List.of(new Attribute("x"), new Attribute("emotion", labels)));
    Instances header = new Instances("confusion", attributes, 0);
    header.setClassIndex(1);
    return header;
  }
}
