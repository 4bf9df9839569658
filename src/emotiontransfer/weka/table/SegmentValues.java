package emotiontransfer.weka.table;

import weka.core.Instance;

/**
 * An instance of numeric values that hands out runs of them as floats, without an array of all of
 * them in between.
 */
public interface SegmentValues extends Instance {

  /**
   * Copies some neighbouring values.
   *
   * @param first index of the first value
   * @param count number of values; {@code first + count} is at most the number of attributes
   * @param destination takes them
   * @param from index of the first of them in the destination
   */
  void copyTo(int first, int count, float[] destination, int from);
}
