package emotiontransfer.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * Mean and standard deviation.
 *
 * @param mean NaN of nothing
 * @param deviation with n - 1; NaN of fewer than two
 */
public record MeanStd(double mean, double deviation) {

  /**
   * Summarises values; NaN among them do not count.
   *
   * @param values any
   * @return their mean and deviation
   */
  public static MeanStd of(List<Double> values) {
    double[] known = values.stream().mapToDouble(v -> v).filter(v -> !Double.isNaN(v)).toArray();
    double mean = Arrays.stream(known).average().orElse(Double.NaN);
    double squares = Arrays.stream(known).map(v -> (v - mean) * (v - mean)).sum();
    double deviation = known.length < 2 ? Double.NaN : Math.sqrt(squares / (known.length - 1));
    return new MeanStd(mean, deviation);
  }
}
