package emotiontransfer.weka.table;

import emotiontransfer.data.SegmentRows;
import weka.core.Instance;
import weka.core.Instances;

/**
 * The rows of a bag as segments of floats.
 *
 * @param columns the attributes that are inputs, in this order
 */
public record BagRows(Instances bag, int[] columns) implements SegmentRows {

  @Override
  public int rows() {
    return bag.size();
  }

  @Override
  public int inputs() {
    return columns.length;
  }

  @Override
  public void read(int row, int first, int count, float[] destination) {
    Instance instance = bag.get(row);
    if (instance instanceof SegmentInstance segment && isRun(first, count)) {
      segment.copyTo(columns[first], count, destination, 0);
      return;
    }
    for (int i = 0; i < count; i++) {
      destination[i] = (float) instance.value(columns[first + i]);
    }
  }

  /** Returns whether columns stand beside each other. */
  private boolean isRun(int first, int count) {
    for (int i = first + 1; i < first + count; i++) {
      if (columns[i] != columns[i - 1] + 1) {
        return false;
      }
    }
    return count > 0;
  }
}
