package emotiontransfer.data;

import static org.apache.commons.lang3.Validate.isTrue;

import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.apache.commons.lang3.math.NumberUtils;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * Mean, standard deviation and percentiles of a series of values. The standard deviation is the
 * sample's (n - 1 in the denominator; 0 for one value). Percentiles are interpolated linearly
 * between the two nearest ranks (type 7 of Hyndman and Fan 1996, the default of R and NumPy).
 *
 * @param percentiles 0 to 100
 */
public record Functionals(List<Double> percentiles) {

  /**
   * Reads a list of percentiles: numbers separated by commas, or {@code none}.
   *
   * @throws IllegalArgumentException if one is not a number from 0 to 100, naming it
   */
  public static Functionals parse(String list) {
    String numbers = list.strip();
    return new Functionals(
        numbers.equals("none")
            ? List.of()
            : Arrays.stream(numbers.split(",", -1)).map(Functionals::percentile).toList());
  }

  private static double percentile(String text) {
    double percentile = NumberUtils.toDouble(text.strip(), Double.NaN);
    String rule = "percentiles must be numbers from 0 to 100, separated by commas, but one is '%s'";
    isTrue(percentile >= 0 && percentile <= 100, rule, text.strip());
    return percentile;
  }

  /** Returns the names: {@code mean}, {@code sd}, and {@code p05} for the 5th percentile. */
  public List<String> names() {
    List<String> names = new ArrayList<>(List.of("mean", "sd"));
    DecimalFormat format =
        new DecimalFormat("00.####", DecimalFormatSymbols.getInstance(Locale.ROOT));
    format.setRoundingMode(RoundingMode.HALF_UP);
    percentiles.forEach(percentile -> names.add("p" + format.format(percentile)));
    return names;
  }

  /** Computes the functionals in the order of {@link #names()}; NaN where there are no values. */
  public double[] of(double[] values) {
    double[] results = new double[2 + percentiles.size()];
    results[0] = StatUtils.mean(values);
    results[1] = Math.sqrt(StatUtils.variance(values));
    Percentile percentile = new Percentile().withEstimationType(EstimationType.R_7);
    percentile.setData(values);
    for (int i = 0; i < percentiles.size(); i++) {
      double p = percentiles.get(i);
      results[2 + i] = p == 0 ? StatUtils.min(values) : percentile.evaluate(p);
    }
    return results;
  }
}
