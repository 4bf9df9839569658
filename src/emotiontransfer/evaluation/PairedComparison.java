package emotiontransfer.evaluation;

import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.ranking.NaNStrategy;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * Two systems compared subject by subject.
 *
 * @param pairs number of subjects
 * @param difference of the first system's figure minus the second's
 * @param correctedT p of the corrected resampled t test, two-sided
 * @param wilcoxon p of Wilcoxon's signed-rank test, exact, two-sided
 */
public record PairedComparison(int pairs, MeanStd difference, double correctedT, double wilcoxon) {

  /**
   * Compares figures of the same subjects; p is NaN with fewer than two of them.
   *
   * @param testTrainRatio test clips for each training clip, for the correction of Nadeau and
   *     Bengio (2003)
   */
  public static PairedComparison of(
      SortedMap<String, Double> first, SortedMap<String, Double> second, double testTrainRatio) {
    List<Double> differences =
        first.entrySet().stream()
            .map(own -> own.getValue() - second.getOrDefault(own.getKey(), Double.NaN))
            .filter(difference -> !difference.isNaN())
            .toList();
    int pairs = differences.size();
    MeanStd spread = MeanStd.of(differences);
    return pairs < 2
        ? new PairedComparison(pairs, spread, Double.NaN, Double.NaN)
        : new PairedComparison(
            pairs, spread, correctedT(spread, pairs, testTrainRatio), wilcoxon(differences));
  }

  /** Returns the two-sided p of t = d / sqrt((1/n + ratio) s^2), as Weka's corrected tester has. */
  private static double correctedT(MeanStd spread, int n, double testTrainRatio) {
    if (spread.deviation() == 0) {
      return spread.mean() == 0 ? 1 : 0;
    }
    double t = spread.mean() / (spread.deviation() * Math.sqrt(1.0 / n + testTrainRatio));
    return 2 * new TDistribution(null, n - 1).cumulativeProbability(-Math.abs(t));
  }

  /**
   * Returns the two-sided p of Wilcoxon's signed-rank test by counting all assignments of signs to
   * the ranks, tied ranks averaged, zero differences left out (Wilcoxon 1945): 0 to 1; 1 where all
   * differences are zero.
   */
  static double wilcoxon(List<Double> differences) {
    double[] nonZero = differences.stream().mapToDouble(d -> d).filter(d -> d != 0).toArray();
    if (nonZero.length == 0) {
      return 1;
    }
    double[] sizes = Arrays.stream(nonZero).map(Math::abs).toArray();
    double[] ranks = new NaturalRanking(NaNStrategy.FAILED, TiesStrategy.AVERAGE).rank(sizes);
    // Averaged ranks are halves, so that twice a rank is whole.
    int[] steps = Arrays.stream(ranks).mapToInt(rank -> (int) Math.round(2 * rank)).toArray();
    int total = Arrays.stream(steps).sum();
    int positive =
        IntStream.range(0, steps.length).filter(i -> nonZero[i] > 0).map(i -> steps[i]).sum();
    double[] ways = new double[total + 1];
    ways[0] = 1;
    for (int step : steps) {
      for (int sum = total; sum >= step; sum--) {
        ways[sum] += ways[sum - step];
      }
    }
    double tail = Arrays.stream(ways, 0, Math.min(positive, total - positive) + 1).sum();
    return Math.min(1, 2 * tail / Math.pow(2, ranks.length));
  }
}
