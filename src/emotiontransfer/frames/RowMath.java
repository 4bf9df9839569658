package emotiontransfer.frames;

/**
 * Computations over whole arrays of one length, element by element. Each loop has one index for all
 * arrays, so that the JIT vectorises it.
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

  public static void addSquaredDeviations(float[] row, float[] means, float[] squares) {
    for (int j = 0; j < squares.length; j++) {
      squares[j] += (row[j] - means[j]) * (row[j] - means[j]);
    }
  }

  /** Adds {@code max(0, factor row + constant)}. */
  public static void addRectified(float[] row, float factor, float constant, float[] sums) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += Math.max(0f, factor * row[j] + constant);
    }
  }

  /** Sets {@code result} to the gradient where {@link #addRectified} adds more than zero. */
  public static void derive(
      float[] row, float factor, float constant, float[] gradient, float[] result) {
    for (int j = 0; j < result.length; j++) {
      float step = Math.min(1f, Math.max(0f, (factor * row[j] + constant) * STEEP));
      result[j] = step * gradient[j];
    }
  }

  /** Sets {@code result = factor row + constant}. */
  public static void line(float[] row, float factor, float constant, float[] result) {
    for (int j = 0; j < result.length; j++) {
      result[j] = factor * row[j] + constant;
    }
  }

  /** Sets {@code values = factor values + slope row + constant}. */
  public static void combine(
      float[] values, float factor, float[] row, float slope, float constant) {
    for (int j = 0; j < values.length; j++) {
      values[j] = factor * values[j] + slope * row[j] + constant;
    }
  }

  public static void scale(float[] row, float factor) {
    for (int j = 0; j < row.length; j++) {
      row[j] *= factor;
    }
  }
}
