package emotiontransfer.weka.table;

import java.util.Arrays;
import weka.core.AbstractInstance;
import weka.core.DenseInstance;
import weka.core.Instance;

/**
 * A dense instance of numeric values that are held in a compact array, which other instances may
 * share.
 *
 * <p>That array is never written to: what changes a value first gives the instance an array of
 * floats of its own, in which doubles are rounded to floats. Printing ignores the number of decimal
 * places asked for, so that an ARFF file holds exactly these values.
 */
abstract class SegmentInstance extends AbstractInstance implements SegmentValues {

  private static final long serialVersionUID = 1L;

  /** All values once one of them was changed, else null. */
  private float[] own;

  /** Creates an instance with weight 1. */
  SegmentInstance() {
    m_Weight = 1;
  }

  /** Creates a copy that shares the values. */
  SegmentInstance(SegmentInstance other) {
    own = other.own;
    m_Weight = other.m_Weight;
    m_Dataset = other.m_Dataset;
  }

  /** Returns the number of shared values. */
  abstract int sharedLength();

  /** Returns a shared value; an index out of range is an {@link ArrayIndexOutOfBoundsException}. */
  abstract float sharedValue(int index);

  /** Copies some neighbouring shared values. */
  abstract void copyShared(int first, int count, float[] destination, int from);

  /** Lets go of the shared values. */
  abstract void dropShared();

  /** Appends a value that is not missing as the shortest text that reads back the same. */
  abstract void append(StringBuilder text, float value);

  /** Returns about how many characters a value takes with its comma. */
  abstract int printedLength();

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
    return own == null ? sharedLength() : own.length;
  }

  @Override
  public int numValues() {
    return numAttributes();
  }

  private float floatValue(int attIndex) {
    return own == null ? sharedValue(attIndex) : own[attIndex];
  }

  @Override
  public double value(int attIndex) {
    return floatValue(attIndex);
  }

  @Override
  public double valueSparse(int indexOfIndex) {
    return floatValue(indexOfIndex);
  }

  /**
   * Copies all values, which is faster than asking for each.
   *
   * @param destination takes {@link #numAttributes()} values
   * @param from index of the first of them in the destination
   */
  public void copyTo(float[] destination, int from) {
    copyTo(0, numAttributes(), destination, from);
  }

  @Override
  public void copyTo(int first, int count, float[] destination, int from) {
    if (own == null) {
      copyShared(first, count, destination, from);
    } else {
      System.arraycopy(own, first, destination, from, count);
    }
  }

  private float[] toFloatArray() {
    float[] copy = new float[numAttributes()];
    copyTo(copy, 0);
    return copy;
  }

  private void own(float[] newValues) {
    own = newValues;
    dropShared();
  }

  @Override
  public double[] toDoubleArray() {
    float[] floats = toFloatArray();
    double[] copy = new double[floats.length];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = floats[i];
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
    boolean changed = false;
    for (int i = 0; i < copy.length; i++) {
      if (Float.isNaN(copy[i])) {
        copy[i] = (float) array[i];
        changed = true;
      }
    }
    if (changed) {
      own(copy);
    }
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
    float[] values = toFloatArray();
    StringBuilder text = new StringBuilder(printedLength() * values.length);
    for (int i = 0; i < values.length; i++) {
      if (i > 0) {
        text.append(',');
      }
      if (Float.isNaN(values[i])) {
        text.append('?');
      } else {
        append(text, values[i]);
      }
    }
    return text.toString();
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
