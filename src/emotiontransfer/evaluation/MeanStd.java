package emotiontransfer.evaluation;

import java.util.List;

/**
 * Mean and standard deviation.
 *
 * @param mean NaN of nothing
 * @param deviation with n - 1; NaN of fewer than two
 */
public record MeanStd(double mean, double deviation) {

  /** What stands where there is neither. */
  public static final MeanStd NONE = new MeanStd(Double.NaN, Double.NaN);

  /** Summarises values; NaN among them do not count. */
  public static MeanStd of(List<Double> values) {
    List<Double> known = values.stream().filter(value -> !value.isNaN()).toList();
    double mean = known.stream().mapToDouble(v -> v).average().orElse(Double.NaN);
    double squares = known.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
    return new MeanStd(
        mean, known.size() < 2 ? Double.NaN : Math.sqrt(squares / (known.size() - 1)));
  }
}
