package emotiontransfer.weka.table;

/**
 * A dense instance of whole numbers from 0 to 255, such as the pixels of a face, that are held as
 * bytes and may be shared with other instances.
 *
 * <p>The array is never written to: what changes a value (a pixel may then be missing, or no whole
 * number) first gives the instance an array of floats of its own.
 */
public final class ByteInstance extends SegmentInstance {

  private static final long serialVersionUID = 1L;

  private static final int UNSIGNED = 0xFF;
  private static final int PRINTED_LENGTH = 4;

  private byte[] values;

  /**
   * Creates an instance with weight 1.
   *
   * @param values one unsigned byte per attribute, not copied; must not be changed afterwards
   */
  public ByteInstance(byte[] values) {
    this.values = values;
  }

  private ByteInstance(ByteInstance other) {
    super(other);
    values = other.values;
  }

  @Override
  public Object copy() {
    return new ByteInstance(this);
  }

  @Override
  int sharedLength() {
    return values.length;
  }

  @Override
  float sharedValue(int index) {
    return values[index] & UNSIGNED;
  }

  @Override
  void copyShared(int first, int count, float[] destination, int from) {
    for (int i = 0; i < count; i++) {
      destination[from + i] = values[first + i] & UNSIGNED;
    }
  }

  @Override
  void dropShared() {
    values = null;
  }

  @Override
  void append(StringBuilder text, float value) {
    if (value == (int) value) {
      text.append((int) value);
    } else {
      text.append(value);
    }
  }

  @Override
  int printedLength() {
    return PRINTED_LENGTH;
  }
}
