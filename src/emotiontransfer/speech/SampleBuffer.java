package emotiontransfer.speech;

import java.util.Arrays;

/** Collects samples whose number is not known before. */
public final class SampleBuffer {

  private float[] samples = new float[1 << 16];
  private int count;

  /** Adds the first samples of a block. */
  public void add(float[] block, int length) {
    if (count + length > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(2 * samples.length, count + length));
    }
    System.arraycopy(block, 0, samples, count, length);
    count += length;
  }

  /** Returns a copy of what was added since the last {@link #clear()}. */
  public float[] samples() {
    return Arrays.copyOf(samples, count);
  }

  /** Begins anew, in the same memory. */
  public void clear() {
    count = 0;
  }
}
