package emotiontransfer.numeric;

import java.nio.FloatBuffer;
import java.util.Locale;
import org.bytedeco.javacpp.FloatPointer;

/**
 * Numbers outside the Java heap, where BLAS finds them. {@link #close()} frees them, or JavaCPP
 * once nobody holds them, as with the weights of a model, which Weka never closes.
 */
public final class NativeFloats implements AutoCloseable {

  private final FloatPointer pointer;
  private final FloatBuffer values;

  /**
   * Reserves zeros.
   *
   * @throws IllegalStateException if there is not enough memory
   */
  public NativeFloats(long length) {
    NativeBackend.ensureLoaded();
    try {
      this.pointer = new FloatPointer((long) Math.toIntExact(length));
    } catch (OutOfMemoryError | ArithmeticException e) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "No memory for %s MB outside the Java heap: %s. Raise -Xmx or"
                  + " -Dorg.bytedeco.javacpp.maxbytes, or use a smaller -mini-batch or a smaller"
                  + " network (-width of AlexNet).",
              Float.BYTES * length >> 20,
              e.getMessage()),
          e);
    }
    this.values = pointer.asBuffer();
    clear();
  }

  public int length() {
    return values.capacity();
  }

  /** Returns all numbers; several threads may use its absolute methods. */
  public FloatBuffer values() {
    return values;
  }

  public FloatPointer at(long index) {
    return new FloatPointer(pointer).position(index);
  }

  public Blas.Matrix matrix(long from, int stride) {
    return new Blas.Matrix(at(from), stride, false);
  }

  public float[] get() {
    return get(0, length());
  }

  public float[] get(int index, int count) {
    float[] target = new float[count];
    values.get(index, target);
    return target;
  }

  public NativeFloats copy() {
    NativeFloats copy = new NativeFloats(length());
    FloatPointer.memcpy(copy.pointer, pointer, (long) Float.BYTES * length());
    return copy;
  }

  public void clear() {
    pointer.fill(0);
  }

  @Override
  public void close() {
    pointer.close();
  }
}
