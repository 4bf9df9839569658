package emotiontransfer.data;

import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.numeric.ThreadPool.Range;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;

/**
 * Shifts and scales inputs to zero mean and a given standard deviation, as fitted on training data.
 *
 * @param mean subtracted from each input
 * @param factor multiplied afterwards
 * @param replacement put where an input is missing (NaN), before the shift
 */
public record Scaling(float[] mean, float[] factor, float[] replacement) {

  private static final int PIECES = 8;

  /** Rows that all pieces take before the next ones, so that a large corpus is read once. */
  private static final int ROWS = 1024;

  /** A scaling and whether the data that it was fitted to have all their values. */
  public record Fit(Scaling scaling, boolean complete) {}

  /**
   * Fits a scaling to training data; a missing value becomes the mean of its input, and an input
   * that does not vary is shifted only.
   *
   * @param channels the channel of each input, from 0
   * @param deviation standard deviation of the scaled inputs
   */
  public static Fit fit(
      TrainingSet data, Standardization kind, int[] channels, double deviation, ThreadPool pool) {
    int[] alone = IntStream.range(0, data.features().inputs()).toArray();
    double[] counts = new double[alone.length];
    double[] sums = new double[alone.length];
    boolean complete = sum(data, counts, sums, pool);
    float[] mean = new float[alone.length];
    float[] factor = new float[alone.length];
    Arrays.fill(factor, 1f);
    if (kind != Standardization.NONE) {
      int[] group = kind == Standardization.ATTRIBUTE ? alone : channels;
      double[] centre = pool(sums, counts, group);
      double[] variance = pool(squaredDeviations(data, centre, pool), counts, group);
      mean = floats(centre);
      for (int i = 0; i < factor.length; i++) {
        // Within the rounding of the values themselves nothing varies.
        boolean varies = variance[i] > 1e-12 * (1 + centre[i] * centre[i]);
        factor[i] = varies ? (float) (deviation / Math.sqrt(variance[i])) : 1f;
      }
    }
    return new Fit(new Scaling(mean, factor, floats(pool(sums, counts, alone))), complete);
  }

  /** Returns whether no value is missing. */
  public static boolean isComplete(TrainingSet data, ThreadPool pool) {
    int inputs = data.features().inputs();
    return sum(data, new double[inputs], new double[inputs], pool);
  }

  /** Sums weights and weighted values of each input; returns whether no value is missing. */
  private static boolean sum(TrainingSet data, double[] counts, double[] sums, ThreadPool pool) {
    AtomicBoolean complete = new AtomicBoolean(true);
    Visitor add =
        (start, values, weight) -> {
          for (int i = 0; i < values.length; i++) {
            if (Float.isNaN(values[i])) {
              complete.set(false);
            } else {
              counts[start + i] += weight;
              sums[start + i] += weight * values[i];
            }
          }
        };
    visit(data, pool, add);
    return complete.get();
  }

  /** Returns the weighted sum of squared distances from a centre of each input. */
  private static double[] squaredDeviations(TrainingSet data, double[] centre, ThreadPool pool) {
    double[] squares = new double[centre.length];
    Visitor add =
        (start, values, weight) -> {
          for (int i = 0; i < values.length; i++) {
            if (!Float.isNaN(values[i])) {
              double deviation = values[i] - centre[start + i];
              squares[start + i] += weight * deviation * deviation;
            }
          }
        };
    visit(data, pool, add);
    return squares;
  }

  private static void visit(TrainingSet data, ThreadPool pool, Visitor visitor) {
    for (int from = 0; from < data.size(); from += ROWS) {
      int first = from;
      int end = Math.min(from + ROWS, data.size());
      Range inputs =
          (start, count) -> {
            float[] values = new float[count];
            for (int row = first; row < end; row++) {
              data.features().read(row, start, count, values);
              visitor.visit(start, values, data.weights()[row]);
            }
          };
      pool.divide(data.features().inputs(), PIECES, inputs);
    }
  }

  /** Receives the values of a segment from input {@code start} on, and its weight. */
  private interface Visitor {
    void visit(int start, float[] values, double weight);
  }

  private static double[] pool(double[] sums, double[] counts, int[] group) {
    int groups = Arrays.stream(group).max().orElse(0) + 1;
    double[] sum = new double[groups];
    double[] count = new double[groups];
    for (int i = 0; i < sums.length; i++) {
      sum[group[i]] += sums[i];
      count[group[i]] += counts[i];
    }
    return Arrays.stream(group).mapToDouble(g -> count[g] > 0 ? sum[g] / count[g] : 0).toArray();
  }

  private static float[] floats(double[] values) {
    float[] converted = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      converted[i] = (float) values[i];
    }
    return converted;
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
