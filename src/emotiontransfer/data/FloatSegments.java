package emotiontransfer.data;

import static org.apache.commons.lang3.Validate.isTrue;

/**
 * The segments of one clip as floats, cut out of values that overlapping segments have in common.
 *
 * <p>Value {@code (row, t)} of segment {@code s} stands at {@code row * stride + s * step + t} of
 * {@code values}, which must not be changed. For speech a row is a mel band of a channel, {@code t}
 * a frame, {@code stride} the number of frames kept of the clip. No value is infinite; one that is
 * missing is NaN.
 */
public record FloatSegments(float[] values, int rows, int width, int stride, int step, int segments)
    implements SegmentBlock {

  public FloatSegments {
    long end = segments == 0 ? 0 : (long) (segments - 1) * step + width;
    boolean fits = rows >= 1 && width >= 0 && step >= 0 && segments >= 0 && end <= stride;
    if (!fits || (long) rows * stride > values.length) {
      throw new IllegalArgumentException(
          "%s segments of %s rows x %s values at step %s do not fit into rows of %s values, %s in all"
              .formatted(segments, rows, width, step, stride, values.length));
    }
    for (float value : values) {
      isTrue(!Float.isInfinite(value), "a segment's value is %s, but must be finite", value);
    }
  }

  @Override
  public int length() {
    return rows * width;
  }

  @Override
  public boolean ofBytes() {
    return false;
  }

  @Override
  public float value(int segment, int index) {
    int row = index / width;
    if (row >= rows) {
      throw new ArrayIndexOutOfBoundsException(index);
    }
    return values[segment * step + row * stride + index - row * width];
  }

  @Override
  public void read(int segment, int first, int count, float[] destination, int from) {
    int to = from;
    for (int index = first; index < first + count; ) {
      int row = index / width;
      int t = index - row * width;
      int part = Math.min(first + count - index, width - t);
      System.arraycopy(values, segment * step + row * stride + t, destination, to, part);
      to += part;
      index += part;
    }
  }

  @Override
  public long bytes() {
    return (long) Float.BYTES * values.length + 64;
  }
}
