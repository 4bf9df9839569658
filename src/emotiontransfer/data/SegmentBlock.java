package emotiontransfer.data;

/** The segments of one clip: what a bag is made of. Immutable. */
public sealed interface SegmentBlock permits FloatSegments, ByteSegments {

  /** Returns the number of segments. */
  int segments();

  /** Returns about how much heap the values take, in bytes. */
  long bytes();
}
