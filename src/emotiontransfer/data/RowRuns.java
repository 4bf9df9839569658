package emotiontransfer.data;

/**
 * Rows of values that a {@link Scaling} is fitted to, in runs whose rows weigh the same: the frames
 * of a clip, or a segment alone. What is noted is noted of a run, not of a row, so that a corpus of
 * millions of frames takes no more than its clips do.
 *
 * <p>Values are unscaled, NaN where missing; several threads read them.
 */
public interface RowRuns {

  int inputs();

  int runs();

  /** Returns the number of rows of a run. */
  int rows(int run);

  /** Returns what each row of a run weighs. */
  double weight(int run);

  /**
   * Copies some neighbouring inputs of neighbouring rows of a run to the start of an array.
   *
   * @param row first row, counted from the beginning of the run
   * @param target {@code [rows][inputs]}
   */
  void read(int run, int row, int rows, int input, int inputs, float[] target);
}
