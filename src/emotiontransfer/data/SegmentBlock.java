package emotiontransfer.data;

import java.io.Serializable;

/** The segments of one clip, which make a bag. Immutable. */
public interface SegmentBlock extends Serializable {

  int segments();

  /** Returns the number of values of a segment. */
  int length();

  /** Returns a value, NaN where it is missing. */
  float value(int segment, int index);

  /** Copies some neighbouring values of a segment, to {@code from} and behind it. */
  void read(int segment, int first, int count, float[] destination, int from);

  /** Returns whether values are whole numbers from 0 to 255. */
  boolean ofBytes();

  /** Returns these segments in the heap, copied only where they are elsewhere. */
  default SegmentBlock onHeap() {
    return this;
  }

  /** Returns about how much heap the values take, in bytes. */
  long bytes();
}
