package emotiontransfer.frames;

/**
 * Mean and standard deviation over the frames of a sequence, or its mean alone (statistics pooling:
 * Snyder et al., 2018, <i>X-vectors</i>).
 *
 * @param columns values of a frame
 * @param deviations whether deviations stand behind the means
 */
public record StatisticsPooling(int columns, boolean deviations) {

  /** Keeps the derivative of a deviation finite where a value does not vary. */
  private static final float EPSILON = (float) Normalization.EPSILON;

  /** Returns the number of values that stand for a sequence. */
  public int size() {
    return deviations ? 2 * columns : columns;
  }

  /** Sets all values of a sequence of frames, {@code [frame][column]}, from {@code at} on. */
  public void forward(float[] frames, float[] pooled, int at) {
    int count = frames.length / columns;
    float[] means = new float[columns];
    float[] frame = new float[columns];
    for (int t = 0; t < count; t++) {
      System.arraycopy(frames, t * columns, frame, 0, columns);
      RowMath.add(frame, means);
    }
    RowMath.scale(means, 1f / count);
    System.arraycopy(means, 0, pooled, at, columns);
    float[] squares = new float[deviations ? columns : 0];
    for (int t = 0; t < count && deviations; t++) {
      System.arraycopy(frames, t * columns, frame, 0, columns);
      RowMath.addSquaredDeviations(frame, means, squares);
    }
    for (int j = 0; j < squares.length; j++) {
      pooled[at + columns + j] = deviation(squares[j], count);
    }
  }

  /** Returns what stands for some frames, at least one, {@code [frame][column]}. */
  public float[] of(float[][] frames) {
    float[] joined = new float[frames.length * columns];
    for (int t = 0; t < frames.length; t++) {
      System.arraycopy(frames[t], 0, joined, t * columns, columns);
    }
    float[] pooled = new float[size()];
    forward(joined, pooled, 0);
    return pooled;
  }

  /** Sets what stands for one column of all sequences, whose gaps hold zeros, from 0 on. */
  public void forward(float[] values, FrameLine line, int column, float[][] pooled) {
    for (int i = 0; i < pooled.length; i++) {
      float sum = 0;
      int end = line.spanStart(i) + line.spanSize(i);
      for (int place = line.spanStart(i); place < end; place++) {
        sum += values[place];
      }
      float mean = sum / line.count(i);
      pooled[i][column] = mean;
      if (deviations) {
        float squares = squaredDeviations(values, line, i, mean);
        pooled[i][columns + column] = deviation(squares, line.count(i));
      }
    }
  }

  private static float squaredDeviations(float[] values, FrameLine line, int sequence, float mean) {
    float squares = 0;
    for (int run = 0; run < line.runs(sequence); run++) {
      int start = line.runStart(sequence, run);
      for (int place = start; place < start + line.runLength(sequence); place++) {
        squares += (values[place] - mean) * (values[place] - mean);
      }
    }
    return squares;
  }

  private static float deviation(float squares, int count) {
    return (float) Math.sqrt(squares / count + EPSILON);
  }

  /**
   * Replaces the values of a column of all sequences by the derivatives for them; what stands in
   * gaps afterwards means nothing.
   *
   * @param pooled what {@link #forward} set, from 0 on
   * @param gradient the derivatives for it
   */
  public void backward(
      float[] values, FrameLine line, int column, float[][] pooled, float[][] gradient) {
    for (int i = 0; i < pooled.length; i++) {
      int count = line.count(i);
      float slope =
          deviations ? gradient[i][columns + column] / (count * pooled[i][columns + column]) : 0f;
      float constant = gradient[i][column] / count - slope * pooled[i][column];
      int end = line.spanStart(i) + line.spanSize(i);
      for (int place = line.spanStart(i); place < end; place++) {
        values[place] = slope * values[place] + constant;
      }
    }
  }
}
