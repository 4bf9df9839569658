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
  private final FloatBuffer values;
  private final int length;

  private NativeFloats(int length) {
    this.length = length;
    this.pointer = new FloatPointer((long) length);
    this.values = pointer.asBuffer();
  }

  /**
   * Reserves memory that holds any numbers.
   *
   * @param length how many numbers
   * @throws IllegalStateException if the memory cannot be had
   */
  public static NativeFloats reserve(long length) {
    NativeBackend.ensureLoaded();
    try {
      return new NativeFloats(Math.toIntExact(length));
    } catch (OutOfMemoryError | ArithmeticException e) {
      throw new IllegalStateException(
          String.format(
              "No memory for %d MB outside the Java heap: %s. Raise -Xmx or"
                  + " -Dorg.bytedeco.javacpp.maxbytes, or use a smaller -mini-batch or a smaller"
                  + " network (-width of AlexNet).",
              Float.BYTES * length >> 20, e.getMessage()),
          e);
    }
  }

  /** Reserves zeros, as {@link #reserve} does. */
  public static NativeFloats zeros(long length) {
    NativeFloats zeros = reserve(length);
    zeros.clear();
    return zeros;
  }

  public int length() {
    return length;
  }

  /** Returns all numbers; use its absolute methods only, where threads share it. */
  public FloatBuffer values() {
    return values;
  }

  /** Returns a new pointer to a number. */
  public FloatPointer at(long index) {
    return new FloatPointer(pointer).position(index);
  }

  /** Returns a matrix that begins at a number, with rows that are {@code stride} apart. */
  public Blas.Matrix matrix(long from, int stride) {
    return new Blas.Matrix(at(from), stride, false);
  }

  public void get(int index, float[] target, int from, int count) {
    values.get(index, target, from, count);
  }

  public void put(int index, float[] source, int from, int count) {
    values.put(index, source, from, count);
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
