package emotiontransfer.study.result;

import emotiontransfer.evaluation.MeanStd;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;
import weka.experiment.PairedStatsCorrected;

/**
 * Two systems compared subject by subject.
 *
 * @param pairs number of subjects
 * @param difference mean of the first system's figure minus the second's
 * @param deviation standard deviation of the differences
 * @param correctedT p of Weka's corrected resampled t test, two-sided
 * @param wilcoxon p of Wilcoxon's signed-rank test, exact, two-sided
 */
public record PairedComparison(
    int pairs, double difference, double deviation, double correctedT, double wilcoxon) {

  private static final double SIGNIFICANCE = 0.05;

  /**
   * Compares figures of the same subjects.
   *
   * @param testTrainRatio test clips for each training clip, for the correction of Nadeau and
   *     Bengio
   * @return the tests; p is NaN with fewer than two subjects
   */
  public static PairedComparison of(
      SortedMap<String, Double> first, SortedMap<String, Double> second, double testTrainRatio) {
    PairedStatsCorrected t = new PairedStatsCorrected(SIGNIFICANCE, testTrainRatio);
    List<Double> differences = new ArrayList<>();
    for (String subject : first.keySet()) {
      double a = first.get(subject);
      double b = second.getOrDefault(subject, Double.NaN);
      if (!Double.isNaN(a) && !Double.isNaN(b)) {
        t.add(a, b);
        differences.add(a - b);
      }
    }
    MeanStd spread = MeanStd.of(differences);
    boolean testable = differences.size() >= 2;
    if (testable) {
      t.calculateDerived();
    }
    return new PairedComparison(
        differences.size(),
        spread.mean(),
        spread.deviation(),
        testable ? t.differencesProbability : Double.NaN,
        testable ? wilcoxon(differences) : Double.NaN);
  }

  /**
   * Returns the two-sided p of Wilcoxon's signed-rank test by counting all assignments of signs to
   * the ranks, tied ranks averaged, zero differences left out (Wilcoxon 1945).
   *
   * @param differences of pairs
   * @return 0 to 1; 1 where all differences are zero
   */
  static double wilcoxon(List<Double> differences) {
    double[] nonZero = differences.stream().mapToDouble(d -> d).filter(d -> d != 0).toArray();
    if (nonZero.length == 0) {
      return 1;
    }
    double[] sizes = java.util.Arrays.stream(nonZero).map(Math::abs).toArray();
    double[] ranks = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(sizes);
    // Averaged ranks are halves, so that twice a rank is whole.
    int total = 0;
    int positive = 0;
    for (int i = 0; i < ranks.length; i++) {
      total += (int) Math.round(2 * ranks[i]);
      positive += nonZero[i] > 0 ? (int) Math.round(2 * ranks[i]) : 0;
    }
    double[] ways = new double[total + 1];
    ways[0] = 1;
    for (double rank : ranks) {
      int step = (int) Math.round(2 * rank);
      for (int sum = total; sum >= step; sum--) {
        ways[sum] += ways[sum - step];
      }
    }
    int extreme = Math.min(positive, total - positive);
    double tail = 0;
    for (int sum = 0; sum <= extreme; sum++) {
      tail += ways[sum];
    }
    return Math.min(1, 2 * tail / Math.pow(2, ranks.length));
  }
}
