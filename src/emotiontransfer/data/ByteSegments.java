package emotiontransfer.data;

import static org.apache.commons.lang3.Validate.isTrue;

import java.util.List;

/** The segments of one clip as bytes of 0 to 255, each in an array of its own. */
public final class ByteSegments implements SegmentBlock {

  private static final long serialVersionUID = 1L;

  private static final int ARRAY_HEADER = 16;

  private final byte[][] values;

  /** Wraps segments of one length; the arrays must not be changed afterwards. */
  public ByteSegments(List<byte[]> segments) {
    for (byte[] segment : segments) {
      int first = segments.get(0).length;
      int length = segment.length;
      isTrue(length == first, "segments must have equal lengths, not %s and %s", first, length);
    }
    this.values = segments.toArray(byte[][]::new);
  }

  @Override
  public int segments() {
    return values.length;
  }

  @Override
  public int length() {
    return values.length == 0 ? 0 : values[0].length;
  }

  @Override
  public boolean ofBytes() {
    return true;
  }

  @Override
  public float value(int segment, int index) {
    return Byte.toUnsignedInt(values[segment][index]);
  }

  @Override
  public void read(int segment, int first, int count, float[] destination, int from) {
    for (int i = 0; i < count; i++) {
      destination[from + i] = Byte.toUnsignedInt(values[segment][first + i]);
    }
  }

  /** Returns the array of a segment, which must not be changed. */
  public byte[] values(int segment) {
    return values[segment];
  }

  @Override
  public long bytes() {
    return (long) values.length * (length() + ARRAY_HEADER + Integer.BYTES) + ARRAY_HEADER;
  }
}
