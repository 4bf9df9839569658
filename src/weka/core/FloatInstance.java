package weka.core;

import java.util.Arrays;

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
public final class FloatInstance extends AbstractInstance implements SegmentValues {

  private static final long serialVersionUID = 1L;

  /** Characters of a value with its comma, on average a little more than needed. */
  private static final int PRINTED_LENGTH = 11;

  private float[] values;
  private int rows;
  private int width;
  private int stride;
  private int offset;

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
    m_Weight = 1;
  }

  private FloatInstance(FloatInstance other) {
    this(other.values, other.rows, other.width, other.stride, other.offset);
    m_Weight = other.m_Weight;
    m_Dataset = other.m_Dataset;
  }

  @Override
  public Object copy() {
    return new FloatInstance(this);
  }

  /** Returns a {@link DenseInstance} with these values and this instance's weight and dataset. */
  @Override
  public Instance copy(double[] newValues) {
    DenseInstance result = new DenseInstance(m_Weight, newValues);
    result.setDataset(m_Dataset);
    return result;
  }

  @Override
  public int index(int position) {
    return position;
  }

  @Override
  public int numAttributes() {
    return rows * width;
  }

  @Override
  public int numValues() {
    return rows * width;
  }

  @Override
  public double value(int attIndex) {
    return floatValue(attIndex);
  }

  @Override
  public double valueSparse(int indexOfIndex) {
    return floatValue(indexOfIndex);
  }

  private float floatValue(int attIndex) {
    int row = attIndex / width;
    int t = attIndex - row * width;
    if (row >= rows) {
      throw new ArrayIndexOutOfBoundsException(attIndex);
    }
    return values[offset + row * stride + t];
  }

  /**
   * Copies all values, which is faster than asking for each.
   *
   * @param destination takes {@link #numAttributes()} values
   * @param from index of the first of them in the destination
   */
  public void copyTo(float[] destination, int from) {
    for (int row = 0; row < rows; row++) {
      System.arraycopy(values, offset + row * stride, destination, from + row * width, width);
    }
  }

  @Override
  public void copyTo(int first, int count, float[] destination, int from) {
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

  private float[] toFloatArray() {
    float[] copy = new float[numAttributes()];
    copyTo(copy, 0);
    return copy;
  }

  private void own(float[] newValues) {
    values = newValues;
    rows = 1;
    width = newValues.length;
    stride = newValues.length;
    offset = 0;
  }

  @Override
  public double[] toDoubleArray() {
    double[] copy = new double[numAttributes()];
    int i = 0;
    for (int row = 0; row < rows; row++) {
      int start = offset + row * stride;
      for (int t = 0; t < width; t++) {
        copy[i++] = values[start + t];
      }
    }
    return copy;
  }

  /** Sets a value, rounded to a float. */
  @Override
  public void setValue(int attIndex, double value) {
    float[] copy = toFloatArray();
    copy[attIndex] = (float) value;
    own(copy);
  }

  /** Sets a value, rounded to a float. */
  @Override
  public void setValueSparse(int indexOfIndex, double value) {
    setValue(indexOfIndex, value);
  }

  @Override
  public void replaceMissingValues(double[] array) {
    if (array == null || array.length != numAttributes()) {
      throw new IllegalArgumentException("Unequal number of attributes!");
    }
    float[] copy = toFloatArray();
    for (int i = 0; i < copy.length; i++) {
      if (Float.isNaN(copy[i])) {
        copy[i] = (float) array[i];
      }
    }
    own(copy);
  }

  /** Returns a {@link DenseInstance} with weight 1, as Weka's own instances do. */
  @Override
  public Instance mergeInstance(Instance inst) {
    double[] merged = Arrays.copyOf(toDoubleArray(), numAttributes() + inst.numAttributes());
    for (int i = 0; i < inst.numAttributes(); i++) {
      merged[numAttributes() + i] = inst.value(i);
    }
    return new DenseInstance(1.0, merged);
  }

  @Override
  public String toStringNoWeight() {
    return toStringNoWeight(s_numericAfterDecimalPoint);
  }

  /**
   * Returns the values with commas between them, each as the shortest decimal that reads back as
   * the same float.
   *
   * @param afterDecimalPoint ignored: fewer places would not read back
   */
  @Override
  public String toStringNoWeight(int afterDecimalPoint) {
    StringBuilder text = new StringBuilder(PRINTED_LENGTH * numAttributes());
    for (int row = 0; row < rows; row++) {
      int start = offset + row * stride;
      for (int t = 0; t < width; t++) {
        if (row + t > 0) {
          text.append(',');
        }
        append(text, values[start + t]);
      }
    }
    return text.toString();
  }

  private static void append(StringBuilder text, float value) {
    if (Float.isNaN(value)) {
      text.append('?');
    } else if (Float.floatToRawIntBits(value) == 0) {
      text.append('0');
    } else {
      text.append(value);
    }
  }

  @Override
  protected void forceDeleteAttributeAt(int position) {
    float[] all = toFloatArray();
    float[] fewer = Arrays.copyOf(all, all.length - 1);
    System.arraycopy(all, position + 1, fewer, position, fewer.length - position);
    own(fewer);
  }

  @Override
  protected void forceInsertAttributeAt(int position) {
    float[] all = toFloatArray();
    float[] more = Arrays.copyOf(all, all.length + 1);
    more[position] = Float.NaN;
    System.arraycopy(all, position, more, position + 1, all.length - position);
    own(more);
  }
}
