package emotiontransfer.weka.filter;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Shifts and scales groups of values to mean 0 and standard deviation 1: {@code (value - mean) *
 * factor}. A group that does not vary is only shifted.
 */
record GroupScaling(double[] mean, double[] factor) implements Serializable {

  double apply(int group, double value) {
    return (value - mean[group]) * factor[group];
  }

  /** Computes in floats, so that equal floats of any segments give equal floats. */
  float apply(int group, float value) {
    return (value - (float) mean[group]) * (float) factor[group];
  }

  /**
   * Weighted mean and variance of groups, value by value (West 1979). The variance is the
   * population's: the sum of squares over the sum of weights.
   */
  static final class Moments {

    private final double[] weights;
    private final double[] means;
    private final double[] squares;

    Moments(int groups) {
      weights = new double[groups];
      means = new double[groups];
      squares = new double[groups];
    }

    /** Adds a value; one that is missing (NaN) does not count. */
    void add(int group, double value, double weight) {
      if (weight > 0 && !Double.isNaN(value)) {
        weights[group] += weight;
        double distance = value - means[group];
        means[group] += distance * weight / weights[group];
        squares[group] += weight * distance * (value - means[group]);
      }
    }

    GroupScaling scaling() {
      double[] factors = new double[weights.length];
      Arrays.setAll(
          factors,
          i -> {
            double variance = squares[i] / weights[i];
            // Within the rounding of the values themselves nothing varies; without any it is NaN.
            boolean varies = variance > 1e-12 * (1 + means[i] * means[i]);
            return varies ? 1 / Math.sqrt(variance) : 1;
          });
      return new GroupScaling(means.clone(), factors);
    }
  }
}
