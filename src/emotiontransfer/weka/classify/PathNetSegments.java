package emotiontransfer.weka.classify;

import emotiontransfer.data.SegmentRows;
import emotiontransfer.weka.table.SegmentValues;

/** The segments of a table where they are, for the engine. */
record PathNetSegments(SegmentValues[] segments, int inputs) implements SegmentRows {

  @Override
  public int rows() {
    return segments.length;
  }

  @Override
  public void read(int row, int first, int count, float[] destination) {
    segments[row].copyTo(first, count, destination, 0);
  }
}
