package emotiontransfer.data;

import java.io.Serializable;

/** The segments of one clip, which make a bag. Immutable. */
public sealed interface SegmentBlock extends Serializable permits FloatSegments, ByteSegments {

  int segments();

  /** Returns the number of values of a segment. */
  int length();

  /** Returns a value, NaN where it is missing. */
  float value(int segment, int index);

  /** Copies some neighbouring values of a segment, to {@code from} and behind it. */
  void read(int segment, int first, int count, float[] destination, int from);

  /** Returns about how much heap the values take, in bytes. */
  long bytes();
}
