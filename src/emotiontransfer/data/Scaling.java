package emotiontransfer.data;

import emotiontransfer.numeric.ThreadPool;
import java.util.Arrays;

/**
 * Shifts and scales inputs to zero mean and unit variance, as fitted on training data; a missing
 * value (NaN) becomes the mean.
 *
 * @param mean subtracted from each input, {@code [inputs]}
 * @param factor multiplied afterwards, {@code [inputs]}
 * @param replacement put where an input is missing, before the shift, {@code [inputs]}
 */
public record Scaling(float[] mean, float[] factor, float[] replacement) {

  /** A scaling and whether the data that it was fitted to have all their values. */
  public record Fit(Scaling scaling, boolean complete) {}

  /**
   * Fits a scaling to training data.
   *
   * @param data unscaled segments and their weights
   * @param kind of standardisation
   * @param channels the channel of each input, from 0
   * @param pool shares the blocks of inputs
   * @return the scaling; an input that does not vary is shifted only
   */
  public static Fit fit(TrainingSet data, Standardization kind, int[] channels, ThreadPool pool) {
    InputMoments moments = InputMoments.of(data, pool);
    int inputs = data.features().inputs();
    double[] attributeMean = new double[inputs];
    for (int i = 0; i < inputs; i++) {
      attributeMean[i] = moments.count(i) > 0 ? moments.sum(i) / moments.count(i) : 0;
    }
    float[] replacement = floats(attributeMean);
    if (kind == Standardization.NONE) {
      return new Fit(unscaled(replacement), moments.complete());
    }
    int[] group = kind == Standardization.ATTRIBUTE ? identity(inputs) : channels;
    double[] centre =
        kind == Standardization.ATTRIBUTE
            ? attributeMean
            : pool(moments.sums(), moments.counts(), group);
    double[] squares = moments.squaredDeviations(data, centre, pool);
    double[] variance = pool(squares, moments.counts(), group);
    Scaling scaling = new Scaling(floats(centre), factors(variance, centre), replacement);
    return new Fit(scaling, moments.complete());
  }

  private static Scaling unscaled(float[] replacement) {
    int inputs = replacement.length;
    return new Scaling(new float[inputs], filled(inputs, 1f), replacement);
  }

  private static float[] factors(double[] variance, double[] centre) {
    float[] factor = new float[variance.length];
    for (int i = 0; i < factor.length; i++) {
      // A spread within the rounding of the values themselves is no spread.
      double least = 1e-12 * (1 + centre[i] * centre[i]);
      factor[i] = variance[i] > least ? (float) (1 / Math.sqrt(variance[i])) : 1f;
    }
    return factor;
  }

  private static double[] pool(double[] sums, double[] counts, int[] group) {
    int groups = Arrays.stream(group).max().orElse(0) + 1;
    double[] sum = new double[groups];
    double[] count = new double[groups];
    for (int i = 0; i < sums.length; i++) {
      sum[group[i]] += sums[i];
      count[group[i]] += counts[i];
    }
    double[] pooled = new double[sums.length];
    for (int i = 0; i < sums.length; i++) {
      pooled[i] = count[group[i]] > 0 ? sum[group[i]] / count[group[i]] : 0;
    }
    return pooled;
  }

  private static int[] identity(int length) {
    int[] numbers = new int[length];
    Arrays.setAll(numbers, i -> i);
    return numbers;
  }

  private static float[] floats(double[] values) {
    float[] converted = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      converted[i] = (float) values[i];
    }
    return converted;
  }

  private static float[] filled(int length, float value) {
    float[] values = new float[length];
    Arrays.fill(values, value);
    return values;
  }

  /** Scales one segment in place. */
  public void apply(float[] segment) {
    replaceMissing(segment, replacement, 0);
    apply(segment, mean, factor);
  }

  /** Replaces what is NaN; value {@code i} belongs to input {@code first + i}. */
  public static void replaceMissing(float[] values, float[] replacement, int first) {
    for (int i = 0; i < values.length; i++) {
      if (Float.isNaN(values[i])) {
        values[i] = replacement[first + i];
      }
    }
  }

  /** Scales values in place: one index for all arrays, so that the JIT vectorises the loop. */
  public static void apply(float[] values, float[] mean, float[] factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] = (values[i] - mean[i]) * factor[i];
    }
  }
}
