package emotiontransfer.numeric;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Numbers outside the Java heap, where BLAS finds them.
 *
 * <p>What lives as long as a training is freed by {@link #close()}; the weights of a model, which
 * Weka drops without a word, are freed by JavaCPP once nobody holds them.
 */
public final class NativeFloats implements AutoCloseable {

  private final FloatPointer pointer;
  private final FloatBuffer buffer;
  private final int length;

  private NativeFloats(int length) {
    this.length = length;
    this.pointer = new FloatPointer((long) length);
    this.buffer = pointer.asBuffer();
  }

  /**
   * Reserves zeros.
   *
   * @param length how many numbers
   * @throws IllegalStateException if the memory cannot be had
   */
  public static NativeFloats zeros(long length) {
    NativeBackend.ensureLoaded();
    try {
      NativeFloats floats = new NativeFloats(Math.toIntExact(length));
      floats.pointer.fill(0);
      return floats;
    } catch (OutOfMemoryError | ArithmeticException e) {
      throw new IllegalStateException(
          String.format(
              "No memory for %d MB outside the Java heap: %s. Raise -Xmx or"
                  + " -Dorg.bytedeco.javacpp.maxbytes, or use a smaller -width or -mini-batch.",
              Float.BYTES * length >> 20, e.getMessage()),
          e);
    }
  }

  public int length() {
    return length;
  }

  /** Returns a new pointer to a number. */
  public FloatPointer at(long index) {
    return new FloatPointer(pointer).position(index);
  }

  public void get(int index, float[] target, int from, int count) {
    buffer.get(index, target, from, count);
  }

  public void put(int index, float[] source, int from, int count) {
    buffer.put(index, source, from, count);
  }

  public void put(NativeFloats source) {
    FloatPointer.memcpy(pointer, source.pointer, (long) Float.BYTES * length);
  }

  public void clear() {
    pointer.fill(0);
  }

  @Override
  public void close() {
    pointer.close();
  }
}
