package emotiontransfer.store;

import emotiontransfer.data.ByteSegments;
import emotiontransfer.data.FloatSegments;
import emotiontransfer.data.SegmentBlock;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/**
 * How the segments of a clip stand in an array of {@code rows} lines of {@code stride} values.
 *
 * <p>Value {@code (row, t)} of segment {@code s} stands at {@code row * stride + s * step + t}, as
 * in {@link FloatSegments}; crops of faces, which are bytes, stand one behind the other in one
 * line.
 *
 * @param bytes whether values are bytes from 0 to 255, or else 32-bit floats
 * @param width values of a segment in a line
 * @param step values between the beginnings of two segments in a line
 */
record ArrayLayout(boolean bytes, int rows, int stride, int width, int step, int segments) {

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;

  /** NumPy leaves room for so many digits of the first axis. */
  private static final int AXIS_DIGITS = 21;

  ArrayLayout {
    long end = segments == 0 ? 0 : (long) (segments - 1) * step + width;
    boolean fits = rows >= 1 && width >= 0 && step >= 0 && segments >= 0 && end <= stride;
    if (!fits || (long) rows * stride > Integer.MAX_VALUE / Float.BYTES) {
      throw new IllegalArgumentException(
          "%s segments of %s values at step %s do not fit into %s lines of %s values"
              .formatted(segments, width, step, rows, stride));
    }
  }

  /** Returns the layout of decoded segments, or nothing for those that are not held in arrays. */
  static Optional<ArrayLayout> of(SegmentBlock block) {
    if (block instanceof FloatSegments floats) {
      return Optional.of(
          new ArrayLayout(
              false,
              floats.rows(),
              floats.stride(),
              floats.width(),
              floats.step(),
              floats.segments()));
    }
    if (block instanceof ByteSegments crops) {
      int length = crops.length();
      int all = Math.multiplyExact(length, crops.segments());
      return Optional.of(new ArrayLayout(true, 1, all, length, length, crops.segments()));
    }
    return Optional.empty();
  }

  /** Returns the number of values of a segment. */
  int length() {
    return rows * width;
  }

  /** Returns the length of the whole file. */
  int fileBytes() {
    return header().length + valueBytes();
  }

  /** Returns the length of the values, which are the end of the file. */
  int valueBytes() {
    return rows * stride * (bytes ? 1 : Float.BYTES);
  }

  /** Segments that have nothing in common are the rows of the array that others see. */
  private int[] shape() {
    boolean separate = rows == 1 && step == width && stride == segments * width;
    return separate ? new int[] {segments, width} : new int[] {rows, stride};
  }

  /**
   * Returns what stands before the values in NumPy's format 1.0, byte for byte as {@code np.save}
   * writes it (numpy.lib.format): magic, length, description, spaces up to a multiple of 64.
   */
  byte[] header() {
    int[] shape = shape();
    String type = bytes ? "|u1" : "<f4";
    String description =
        "{'descr': '%s', 'fortran_order': False, 'shape': (%s, %s), }"
            .formatted(type, shape[0], shape[1]);
    int used = description.length() + AXIS_DIGITS - String.valueOf(shape[0]).length() + 1;
    int start = MAGIC.length + Short.BYTES;
    int size = (start + used) / ALIGNMENT * ALIGNMENT + ALIGNMENT;
    byte[] header = new byte[size];
    Arrays.fill(header, (byte) ' ');
    header[size - 1] = '\n';
    ByteBuffer.wrap(header)
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) (size - start))
        .put(description.getBytes(StandardCharsets.US_ASCII));
    return header;
  }

  /** Returns the file of segments that have this layout. */
  byte[] file(SegmentBlock block) {
    ByteBuffer file = ByteBuffer.allocate(fileBytes()).order(ByteOrder.LITTLE_ENDIAN);
    file.put(header());
    if (block instanceof FloatSegments floats) {
      file.asFloatBuffer().put(floats.values(), 0, rows * stride);
    } else if (block instanceof ByteSegments crops) {
      for (int s = 0; s < segments; s++) {
        file.put(crops.values(s));
      }
    }
    return file.array();
  }
}
