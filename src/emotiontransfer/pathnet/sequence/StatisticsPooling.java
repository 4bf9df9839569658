package emotiontransfer.pathnet.sequence;

/**
 * Mean and standard deviation over the frames of a sequence, or its mean alone (statistics pooling:
 * Snyder et al., 2018, <i>X-vectors</i>).
 */
final class StatisticsPooling {

  /** Keeps the derivative of a deviation finite where a value does not vary. */
  private static final float EPSILON = 1e-5f;

  private StatisticsPooling() {}

  /** Sets means, and deviations behind them if they are wanted, from {@code at} on. */
  static void forward(
      RowBuffer frames, int start, int count, boolean deviations, float[] pooled, int at) {
    float[] values = frames.values();
    int columns = frames.columns();
    float[] sums = new float[columns];
    for (int row = start; row < start + count; row++) {
      add(values, row * columns, sums);
    }
    for (int j = 0; j < columns; j++) {
      sums[j] /= count;
    }
    System.arraycopy(sums, 0, pooled, at, columns);
    if (deviations) {
      float[] squares = new float[columns];
      for (int row = start; row < start + count; row++) {
        addSquares(values, row * columns, sums, squares);
      }
      for (int j = 0; j < columns; j++) {
        pooled[at + columns + j] = (float) Math.sqrt(squares[j] / count + EPSILON);
      }
    }
  }

  private static void add(float[] values, int from, float[] sums) {
    for (int j = 0; j < sums.length; j++) {
      sums[j] += values[from + j];
    }
  }

  private static void addSquares(float[] values, int from, float[] means, float[] squares) {
    for (int j = 0; j < squares.length; j++) {
      float deviation = values[from + j] - means[j];
      squares[j] += deviation * deviation;
    }
  }

  /**
   * Sets the derivatives for the frames of a sequence.
   *
   * @param pooled what {@link #forward} set, from 0 on
   * @param gradient the derivatives for it
   * @param target takes the derivatives, row for row
   */
  static void backward(
      RowBuffer frames,
      int start,
      int count,
      boolean deviations,
      float[] pooled,
      float[] gradient,
      RowBuffer target) {
    int columns = frames.columns();
    float[] constant = new float[columns];
    float[] slope = new float[columns];
    for (int j = 0; j < columns; j++) {
      slope[j] = deviations ? gradient[columns + j] / (count * pooled[columns + j]) : 0f;
      constant[j] = gradient[j] / count - slope[j] * pooled[j];
    }
    for (int row = start; row < start + count; row++) {
      set(frames.values(), row * columns, constant, slope, target.values());
    }
  }

  private static void set(
      float[] values, int from, float[] constant, float[] slope, float[] target) {
    for (int j = 0; j < constant.length; j++) {
      target[from + j] = constant[j] + slope[j] * values[from + j];
    }
  }
}
