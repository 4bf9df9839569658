package emotiontransfer.pathnet;

import java.util.Arrays;

/**
 * Shifts and scales inputs to zero mean and unit variance, as fitted on training data; a missing
 * value (NaN) becomes the mean.
 *
 * @param mean subtracted from each input, {@code [inputs]}
 * @param factor multiplied afterwards, {@code [inputs]}
 * @param replacement put where an input is missing, before the shift, {@code [inputs]}
 */
record Scaling(float[] mean, float[] factor, float[] replacement) {

  /**
   * Fits a scaling to training data.
   *
   * @param data unscaled segments
   * @param weights of the segments, or null where all are equal
   * @param kind of standardisation
   * @param channels the channel of each input, from 0
   * @param team shares the blocks of inputs
   * @return the scaling; an input that does not vary is shifted only
   */
  static Scaling fit(
      FeatureMatrix data, float[] weights, Standardization kind, int[] channels, WorkerTeam team) {
    int inputs = data.inputs();
    double[] count = new double[inputs];
    double[] sum = new double[inputs];
    forEachValue(
        data,
        team,
        (input, value, row) -> {
          double weight = weights == null ? 1 : weights[row];
          count[input] += weight;
          sum[input] += weight * value;
        });
    double[] attributeMean = new double[inputs];
    for (int i = 0; i < inputs; i++) {
      attributeMean[i] = count[i] > 0 ? sum[i] / count[i] : 0;
    }
    float[] replacement = floats(attributeMean);
    if (kind == Standardization.NONE) {
      return new Scaling(new float[inputs], filled(inputs, 1f), replacement);
    }
    double[] centre =
        kind == Standardization.ATTRIBUTE ? attributeMean : pool(sum, count, channels);
    double[] squares = new double[inputs];
    forEachValue(
        data,
        team,
        (input, value, row) -> {
          double weight = weights == null ? 1 : weights[row];
          double deviation = value - centre[input];
          squares[input] += weight * deviation * deviation;
        });
    double[] variance =
        kind == Standardization.ATTRIBUTE
            ? pool(squares, count, identity(inputs))
            : pool(squares, count, channels);
    return new Scaling(floats(centre), factors(variance, centre), replacement);
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

  private interface ValueVisitor {
    void visit(int input, double value, int row);
  }

  private static void forEachValue(FeatureMatrix data, WorkerTeam team, ValueVisitor visitor) {
    InputBlocks blocks = data.blocks();
    team.run(
        blocks.count(),
        block -> {
          float[] values = new float[blocks.length(block)];
          for (int row = 0; row < data.rows(); row++) {
            data.get(block, row, values);
            for (int i = 0; i < values.length; i++) {
              if (!Float.isNaN(values[i])) {
                visitor.visit(blocks.start(block) + i, values[i], row);
              }
            }
          }
        });
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

  /** Scales every row in place. */
  void apply(FeatureMatrix data, WorkerTeam team) {
    InputBlocks blocks = data.blocks();
    team.run(
        blocks.count(),
        block -> {
          float[] values = new float[blocks.length(block)];
          for (int row = 0; row < data.rows(); row++) {
            data.get(block, row, values);
            scale(values, blocks.start(block));
            data.put(block, row, values);
          }
        });
  }

  /** Scales one segment in place. */
  void apply(float[] segment) {
    scale(segment, 0);
  }

  private void scale(float[] values, int firstInput) {
    for (int i = 0; i < values.length; i++) {
      int input = firstInput + i;
      float value = Float.isNaN(values[i]) ? replacement[input] : values[i];
      values[i] = (value - mean[input]) * factor[input];
    }
  }
}
