package emotiontransfer.data;

import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.numeric.ThreadPool.Range;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

  /** Values that all pieces take before the next ones, so that a large corpus is read once. */
  private static final int VALUES = 1 << 23;

  /** Most rows of so many values. */
  private static final int ROWS = 1 << 14;

  /** Most rows of a run that are read at once. */
  private static final int BLOCK = 256;

  /** A scaling and whether the data that it was fitted to have all their values. */
  public record Fit(Scaling scaling, boolean complete) {}

  /**
   * Fits a scaling to training data; a missing value becomes the mean of its input, and an input
   * that does not vary is shifted only.
   *
   * @param data rows of unscaled inputs
   * @param channels the channel of each input, from 0
   * @param deviation standard deviation of the scaled inputs
   */
  public static Fit fit(
      RowRuns data, Standardization kind, int[] channels, double deviation, ThreadPool pool) {
    int[] alone = IntStream.range(0, data.inputs()).toArray();
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
  public static boolean isComplete(RowRuns data, ThreadPool pool) {
    return sum(data, new double[data.inputs()], new double[data.inputs()], pool);
  }

  /** Sums weights and weighted values of each input; returns whether no value is missing. */
  private static boolean sum(RowRuns data, double[] counts, double[] sums, ThreadPool pool) {
    AtomicBoolean complete = new AtomicBoolean(true);
    Visitor add =
        (start, count, values, from, weight) -> {
          for (int i = 0; i < count; i++) {
            float value = values[from + i];
            if (Float.isNaN(value)) {
              complete.set(false);
            } else {
              counts[start + i] += weight;
              sums[start + i] += weight * value;
            }
          }
        };
    visit(data, pool, add);
    return complete.get();
  }

  /** Returns the weighted sum of squared distances from a centre of each input. */
  private static double[] squaredDeviations(RowRuns data, double[] centre, ThreadPool pool) {
    double[] squares = new double[centre.length];
    Visitor add =
        (start, count, values, from, weight) -> {
          for (int i = 0; i < count; i++) {
            if (!Float.isNaN(values[from + i])) {
              double deviation = values[from + i] - centre[start + i];
              squares[start + i] += weight * deviation * deviation;
            }
          }
        };
    visit(data, pool, add);
    return squares;
  }

  /** Some neighbouring rows of a run. */
  private record Block(int run, int first, int rows) {}

  /** Gives all rows to a visitor, each input's in their order. */
  private static void visit(RowRuns data, ThreadPool pool, Visitor visitor) {
    List<Block> blocks = new ArrayList<>();
    int most = Math.min(ROWS, VALUES / data.inputs());
    int waiting = 0;
    for (int run = 0; run < data.runs(); run++) {
      for (int first = 0; first < data.rows(run); first += BLOCK) {
        int rows = Math.min(BLOCK, data.rows(run) - first);
        blocks.add(new Block(run, first, rows));
        waiting += rows;
        if (waiting >= most) {
          visit(data, blocks, pool, visitor);
          blocks.clear();
          waiting = 0;
        }
      }
    }
    visit(data, blocks, pool, visitor);
  }

  private static void visit(RowRuns data, List<Block> blocks, ThreadPool pool, Visitor visitor) {
    int most = blocks.stream().mapToInt(Block::rows).max().orElse(0);
    Range inputs =
        (start, count) -> {
          float[] values = new float[most * count];
          for (Block block : blocks) {
            data.read(block.run, block.first, block.rows, start, count, values);
            double weight = data.weight(block.run);
            for (int row = 0; row < block.rows; row++) {
              visitor.visit(start, count, values, row * count, weight);
            }
          }
        };
    pool.divide(data.inputs(), PIECES, inputs);
  }

  /** Receives the values of a row for inputs {@code start} on, which stand from a place on. */
  private interface Visitor {
    void visit(int start, int count, float[] values, int from, double weight);
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
