package emotiontransfer.weka.table;

import emotiontransfer.data.FloatSegments;

/**
 * A dense instance of numeric values that are held as floats and may share memory with other
 * instances.
 *
 * <p>The values are a window on an array: {@code rows} rows of {@code width} neighbouring values, a
 * row beginning {@code stride} after the one before. Overlapping segments of a clip are windows on
 * the clip's frames, so that a bag takes fewer than 4 bytes a value. The array is never written to:
 * what changes a value first gives the instance an array of its own, in which doubles are rounded
 * to floats.
 *
 * <p>Printing shows the shortest decimal that reads back as the same float, whatever number of
 * decimal places is asked for, so that an ARFF file holds exactly these values.
 */
public final class FloatInstance extends SegmentInstance {

  private static final long serialVersionUID = 1L;

  /** A little more than needed on average. */
  private static final int PRINTED_LENGTH = 11;

  private float[] values;
  private final int rows;
  private final int width;
  private final int stride;
  private final int offset;

  /**
   * Creates an instance with weight 1 and values of its own.
   *
   * @param values one per attribute, not copied; must not be changed afterwards
   */
  public FloatInstance(float[] values) {
    this(values, 1, values.length, values.length, 0);
  }

  /**
   * Creates an instance with weight 1 that looks at shared values. Attribute {@code row * width +
   * t} is {@code values[offset + row * stride + t]}.
   *
   * @param values shared, not copied; must not be changed afterwards
   * @param rows number of rows
   * @param width number of values in a row
   * @param stride distance between two rows
   * @param offset index of the first value
   * @throws IllegalArgumentException if the window reaches beyond the values
   */
  public FloatInstance(float[] values, int rows, int width, int stride, int offset) {
    long end = offset + (long) Math.max(0, rows - 1) * stride + width;
    if (rows < 0 || width < 0 || stride < 0 || offset < 0 || rows > 0 && end > values.length) {
      throw new IllegalArgumentException(
          String.format(
              "%d rows of %d values at distance %d from %d on reach beyond the %d values given",
              rows, width, stride, offset, values.length));
    }
    this.values = values;
    this.rows = rows;
    this.width = width;
    this.stride = stride;
    this.offset = offset;
  }

  /** Creates an instance with weight 1 that shares the values of a clip's segments. */
  public FloatInstance(FloatSegments segments, int segment) {
    this(
        segments.values(),
        segments.rows(),
        segments.width(),
        segments.stride(),
        segments.offset(segment));
  }

  private FloatInstance(FloatInstance other) {
    super(other);
    values = other.values;
    rows = other.rows;
    width = other.width;
    stride = other.stride;
    offset = other.offset;
  }

  @Override
  public Object copy() {
    return new FloatInstance(this);
  }

  @Override
  int sharedLength() {
    return rows * width;
  }

  @Override
  float sharedValue(int index) {
    int row = index / width;
    int t = index - row * width;
    if (row >= rows) {
      throw new ArrayIndexOutOfBoundsException(index);
    }
    return values[offset + row * stride + t];
  }

  @Override
  void copyShared(int first, int count, float[] destination, int from) {
    if (count == 0) {
      return;
    }
    int row = first / width;
    int t = first - row * width;
    int to = from;
    int left = count;
    while (left > 0) {
      int length = Math.min(left, width - t);
      System.arraycopy(values, offset + row * stride + t, destination, to, length);
      to += length;
      left -= length;
      row++;
      t = 0;
    }
  }

  @Override
  void dropShared() {
    values = null;
  }

  @Override
  void append(StringBuilder text, float value) {
    if (Float.floatToRawIntBits(value) == 0) {
      text.append('0');
    } else {
      text.append(value);
    }
  }

  @Override
  int printedLength() {
    return PRINTED_LENGTH;
  }
}
