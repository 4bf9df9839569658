package emotiontransfer.weka.table;

import emotiontransfer.data.FloatSegments;
import emotiontransfer.data.SegmentBlock;
import java.util.Arrays;
import org.apache.commons.lang3.ArrayUtils;
import weka.core.AbstractInstance;
import weka.core.DenseInstance;
import weka.core.Instance;

/**
 * A dense instance of numeric values that is a segment of a clip, which may have values in common
 * with other segments: floats of which overlapping segments take fewer than 4 bytes a value, or
 * bytes from 0 to 255.
 *
 * <p>Such values are never written to: what changes one first gives the instance floats of its own,
 * to which doubles are rounded. Printing ignores the number of decimal places asked for: each value
 * is the shortest decimal that reads back as the same float, so that an ARFF file holds exactly
 * these values.
 */
public final class SegmentInstance extends AbstractInstance {

  private static final long serialVersionUID = 1L;

  private final boolean ofBytes;
  private SegmentBlock block;
  private int segment;

  public SegmentInstance(SegmentBlock block, int segment) {
    this.ofBytes = block.ofBytes();
    this.block = block;
    this.segment = segment;
    m_Weight = 1;
  }

  /** Creates an instance with weight 1 of values that must not be changed afterwards. */
  public static SegmentInstance of(float... values) {
    return new SegmentInstance(floats(values), 0);
  }

  private static FloatSegments floats(float[] values) {
    return new FloatSegments(values, 1, values.length, values.length, 0, 1);
  }

  @Override
  public Object copy() {
    SegmentInstance copy = new SegmentInstance(block, segment);
    copy.m_Weight = m_Weight;
    copy.m_Dataset = m_Dataset;
    return copy;
  }

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
    return block.length();
  }

  @Override
  public int numValues() {
    return block.length();
  }

  @Override
  public double value(int attIndex) {
    return block.value(segment, attIndex);
  }

  @Override
  public double valueSparse(int indexOfIndex) {
    return block.value(segment, indexOfIndex);
  }

  /** Copies some neighbouring values, to {@code from} and behind it. */
  public void copyTo(int first, int count, float[] destination, int from) {
    block.read(segment, first, count, destination, from);
  }

  public float[] toFloatArray() {
    float[] copy = new float[numAttributes()];
    copyTo(0, copy.length, copy, 0);
    return copy;
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

  private void own(float[] values) {
    block = floats(values);
    segment = 0;
  }

  @Override
  public void setValue(int attIndex, double value) {
    float[] copy = toFloatArray();
    copy[attIndex] = (float) value;
    own(copy);
  }

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

  @Override
  public String toStringNoWeight(int afterDecimalPoint) {
    float[] values = toFloatArray();
    StringBuilder text = new StringBuilder((ofBytes ? 4 : 11) * values.length);
    for (float value : values) {
      text.append(text.isEmpty() ? "" : ",");
      if (Float.isNaN(value)) {
        text.append('?');
      } else if (Float.floatToRawIntBits(value) == 0 || ofBytes && value == (int) value) {
        text.append((int) value);
      } else {
        text.append(value);
      }
    }
    return text.toString();
  }

  @Override
  protected void forceDeleteAttributeAt(int position) {
    own(ArrayUtils.remove(toFloatArray(), position));
  }

  @Override
  protected void forceInsertAttributeAt(int position) {
    own(ArrayUtils.insert(position, toFloatArray(), Float.NaN));
  }
}
