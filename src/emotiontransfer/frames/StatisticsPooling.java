package emotiontransfer.frames;

/**
 * Mean and standard deviation over the frames of a sequence, or its mean alone (statistics pooling:
 * Snyder et al., 2018, <i>X-vectors</i>).
 */
public final class StatisticsPooling {

  /** Keeps the derivative of a deviation finite where a value does not vary. */
  private static final float EPSILON = (float) Normalization.EPSILON;

  private StatisticsPooling() {}

  /** Sets means, and deviations behind them if they are wanted, from {@code at} on. */
  public static void forward(
      FrameRows rows, int sequence, RowBuffer frames, boolean deviations, float[] pooled, int at) {
    int count = rows.count(sequence);
    int columns = frames.columns();
    float[] means = new float[columns];
    for (int row = rows.start(sequence); row < rows.end(sequence); row++) {
      if (rows.isUsed(row)) {
        RowMath.add(frames.row(row), means);
      }
    }
    RowMath.scale(means, 1f / count);
    System.arraycopy(means, 0, pooled, at, columns);
    float[] squares = new float[deviations ? columns : 0];
    for (int row = rows.start(sequence); row < rows.end(sequence); row++) {
      if (rows.isUsed(row)) {
        RowMath.addSquaredDeviations(frames.row(row), means, squares);
      }
    }
    for (int j = 0; j < squares.length; j++) {
      pooled[at + columns + j] = (float) Math.sqrt(squares[j] / count + EPSILON);
    }
  }

  /**
   * Sets the derivatives for the frames of a sequence.
   *
   * @param pooled what {@link #forward} set, from 0 on
   * @param gradient the derivatives for it
   * @param target takes the derivatives, row for row
   */
  public static void backward(
      FrameRows rows,
      int sequence,
      RowBuffer frames,
      boolean deviations,
      float[] pooled,
      float[] gradient,
      RowBuffer target) {
    int count = rows.count(sequence);
    int columns = frames.columns();
    float[] constant = new float[columns];
    float[] slope = new float[columns];
    for (int j = 0; j < columns; j++) {
      slope[j] = deviations ? gradient[columns + j] / (count * pooled[columns + j]) : 0f;
      constant[j] = gradient[j] / count - slope[j] * pooled[j];
    }
    for (int row = rows.start(sequence); row < rows.end(sequence); row++) {
      RowMath.line(frames.row(row), constant, slope, target.row(row));
    }
  }
}
