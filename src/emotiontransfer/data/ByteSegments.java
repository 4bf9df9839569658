package emotiontransfer.data;

import java.util.List;

/**
 * The segments of one clip as bytes of 0 to 255, an array for each segment.
 *
 * <p>Segments share nothing, so that each array can be dropped with its segment.
 */
public final class ByteSegments implements SegmentBlock {

  private static final long serialVersionUID = 1L;

  /** What an array takes beside its values. */
  private static final int ARRAY_HEADER = 16;

  private final byte[][] values;

  /**
   * Wraps segments; the arrays are not copied and must not be changed afterwards.
   *
   * @param segments unsigned bytes, all of one length
   * @throws IllegalArgumentException if they are of different lengths
   */
  public ByteSegments(List<byte[]> segments) {
    for (byte[] segment : segments) {
      if (segment.length != segments.get(0).length) {
        throw new IllegalArgumentException(
            "segments must have equal lengths, but have "
                + segments.get(0).length
                + " and "
                + segment.length);
      }
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
  public float value(int segment, int index) {
    return Byte.toUnsignedInt(values[segment][index]);
  }

  @Override
  public void read(int segment, int first, int count, float[] destination, int from) {
    for (int i = 0; i < count; i++) {
      destination[from + i] = Byte.toUnsignedInt(values[segment][first + i]);
    }
  }

  /** Returns the values of a segment themselves, which must not be changed. */
  public byte[] values(int segment) {
    return values[segment];
  }

  @Override
  public long bytes() {
    return (long) values.length * (length() + ARRAY_HEADER + Integer.BYTES) + ARRAY_HEADER;
  }
}
