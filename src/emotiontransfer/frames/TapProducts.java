package emotiontransfer.frames;

import emotiontransfer.numeric.Blas;
import emotiontransfer.numeric.Blas.Matrix;
import emotiontransfer.numeric.ThreadPool;

/**
 * Convolutions along a line and their derivatives: one matrix product for each tap of their
 * windows, with places of the input that lie as far from the output's as the tap from the middle.
 * No window is ever copied.
 */
public final class TapProducts implements AutoCloseable {

  /** The derivatives for weights are sums over so many parts of the line, for any threads. */
  private static final int PARTS = 4;

  private final int inputs;
  private final int[] offsets;
  private final ThreadPool pool;
  private final NativeMatrix weights = new NativeMatrix();
  private final NativeMatrix gradients = new NativeMatrix();
  private int gradientRows;

  /** Values of a line: the matrix {@code [input][place]} from a place on. */
  public interface Input {
    Matrix from(int place);
  }

  /**
   * Makes room.
   *
   * @param inputs values of a place
   * @param offsets places between the middle of a window and each of its taps
   */
  public TapProducts(int inputs, int[] offsets, ThreadPool pool) {
    this.inputs = inputs;
    this.offsets = offsets;
    this.pool = pool;
  }

  /** Returns the number of weights of a channel. */
  public int weights() {
    return offsets.length * inputs;
  }

  /** Makes room for the weights of so many channels. */
  public void reshape(int channels) {
    weights.reshape(channels, weights());
  }

  /** Takes the weights of some channels, {@code [channel][tap * inputs + input]}. */
  public void load(int firstChannel, float[] values) {
    weights.put(firstChannel, 0, values, values.length);
  }

  /** Sets the weighted sums of all places between the outer gaps, {@code [channel][place]}. */
  public void multiply(FrameLine line, Input input, int channels, NativeMatrix sums) {
    sums.reshape(channels, line.size());
    line.divide(
        pool,
        (start, count) -> {
          for (int tap = 0; tap < offsets.length; tap++) {
            Blas.multiply(
                channels,
                count,
                inputs,
                1,
                weights.from(0, tap * inputs),
                input.from(start + offsets[tap]),
                tap == 0 ? 0 : 1,
                sums.from(0, start));
          }
        });
  }

  /** Computes the derivatives for the weights of the first channels. */
  public void weightGradients(FrameLine line, Input input, NativeMatrix slopes, int channels) {
    gradientRows = channels;
    gradients.reshape(PARTS * channels, weights());
    pool.runFree(
        PARTS * offsets.length,
        (task, worker) -> {
          int tap = task % offsets.length;
          int part = task / offsets.length;
          int start = line.start(part, PARTS);
          Blas.multiply(
              channels,
              inputs,
              line.start(part + 1, PARTS) - start,
              1,
              slopes.from(0, start),
              input.from(start + offsets[tap]).transposed(),
              0,
              gradients.from(part * channels, tap * inputs));
        });
  }

  /** Returns the derivatives of {@link #weightGradients} for the weights of some channels. */
  public float[] weightGradients(int firstChannel, int channels) {
    float[] sum = new float[channels * weights()];
    float[] part = new float[sum.length];
    for (int p = 0; p < PARTS; p++) {
      gradients.get(p * gradientRows + firstChannel, 0, part, part.length);
      RowMath.add(part, sum);
    }
    return sum;
  }

  /** Sets the derivatives for the input by those for the sums, whose gaps hold zeros. */
  public void inputGradients(
      FrameLine line, NativeMatrix slopes, int channels, NativeMatrix inputGradient) {
    inputGradient.reshape(inputs, line.size());
    line.divide(
        pool,
        (start, count) -> {
          for (int tap = 0; tap < offsets.length; tap++) {
            Blas.multiply(
                inputs,
                count,
                channels,
                1,
                weights.from(0, tap * inputs).transposed(),
                slopes.from(0, start - offsets[tap]),
                tap == 0 ? 0 : 1,
                inputGradient.from(0, start));
          }
        });
  }

  @Override
  public void close() {
    weights.close();
    gradients.close();
  }
}
