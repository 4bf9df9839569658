package emotiontransfer.frames;

/**
 * Sums over rows of a matrix, element by element. Each loop has one index for whole arrays, so that
 * the JIT vectorises it.
 */
public final class RowMath {

  /** Makes any number above zero one, and any other zero, without a branch. */
  private static final float STEEP = 1e30f;

  private RowMath() {}

  public static void add(float[] row, float[] sums) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += row[j];
    }
  }

  public static void addSquares(float[] row, float[] squares) {
    for (int j = 0; j < squares.length; j++) {
      squares[j] += row[j] * row[j];
    }
  }

  public static void addSquaredDeviations(float[] row, float[] means, float[] squares) {
    for (int j = 0; j < squares.length; j++) {
      squares[j] += (row[j] - means[j]) * (row[j] - means[j]);
    }
  }

  /** Sets {@code result = max(0, row factor + constant)}. */
  public static void rectify(float[] row, float[] factor, float[] constant, float[] result) {
    for (int j = 0; j < result.length; j++) {
      result[j] = Math.max(0f, row[j] * factor[j] + constant[j]);
    }
  }

  /** Sets {@code result} to the derivative where {@link #rectify} gives more than zero. */
  public static void derive(
      float[] row, float[] factor, float[] constant, float[] gradient, float[] result) {
    for (int j = 0; j < gradient.length; j++) {
      float step = Math.min(1f, Math.max(0f, (row[j] * factor[j] + constant[j]) * STEEP));
      result[j] = step * gradient[j];
    }
  }

  /** Adds {@code gradient (row - mean) inverse} to sums. */
  public static void addProducts(
      float[] gradient, float[] row, float[] mean, float[] inverse, float[] sums) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += gradient[j] * (row[j] - mean[j]) * inverse[j];
    }
  }

  /** Sets {@code values = factor values - constant - slope row}. */
  public static void center(
      float[] values, float[] factor, float[] constant, float[] slope, float[] row) {
    for (int j = 0; j < factor.length; j++) {
      values[j] = factor[j] * values[j] - constant[j] - slope[j] * row[j];
    }
  }

  /** Sets {@code result = constant + slope row}. */
  public static void line(float[] row, float[] constant, float[] slope, float[] result) {
    for (int j = 0; j < constant.length; j++) {
      result[j] = constant[j] + slope[j] * row[j];
    }
  }

  public static void scale(float[] row, float factor) {
    for (int j = 0; j < row.length; j++) {
      row[j] *= factor;
    }
  }
}
