package emotiontransfer.data;

/**
 * The segments of one clip as floats, cut out of values that overlapping segments share.
 *
 * <p>A segment has {@code rows x width} values. Value {@code (row, t)} of segment {@code s} stands
 * at {@code row * stride + s * step + t} of {@link #values()}. For speech a row is a mel band of a
 * channel, {@code t} a frame, {@code stride} the number of frames kept of the clip, and {@code
 * step} the distance between the beginnings of two segments.
 */
public final class FloatSegments implements SegmentBlock {

  private final float[] values;
  private final int rows;
  private final int width;
  private final int stride;
  private final int step;
  private final int segments;

  /**
   * Wraps values; they are not copied and must not be changed afterwards.
   *
   * @param values at least {@code rows * stride}
   * @param rows number of rows of a segment, at least 1
   * @param width number of values in a row of a segment, at least 1
   * @param stride distance between two rows in {@code values}
   * @param step distance between the beginnings of two segments
   * @param segments number of segments, at least 0
   * @throws IllegalArgumentException if a segment would reach beyond its rows or the values
   */
  public FloatSegments(float[] values, int rows, int width, int stride, int step, int segments) {
    long end = segments == 0 ? 0 : (long) (segments - 1) * step + width;
    if (rows < 1 || width < 1 || step < 0 || segments < 0 || end > stride) {
      throw new IllegalArgumentException(
          String.format(
              "%d segments of %d rows x %d values at step %d do not fit into rows of %d values",
              segments, rows, width, step, stride));
    }
    if ((long) rows * stride > values.length) {
      throw new IllegalArgumentException(
          rows + " rows of " + stride + " values need more than the " + values.length + " given");
    }
    this.values = values;
    this.rows = rows;
    this.width = width;
    this.stride = stride;
    this.step = step;
    this.segments = segments;
  }

  @Override
  public int segments() {
    return segments;
  }

  /** Returns the number of rows of a segment. */
  public int rows() {
    return rows;
  }

  /** Returns the number of values in a row of a segment. */
  public int width() {
    return width;
  }

  /** Returns the distance between two rows in {@link #values()}. */
  public int stride() {
    return stride;
  }

  /** Returns where a segment begins in its first row. */
  public int offset(int segment) {
    return segment * step;
  }

  /** Returns the shared values themselves, which must not be changed. */
  public float[] values() {
    return values;
  }

  @Override
  public long bytes() {
    return (long) Float.BYTES * values.length + 64;
  }
}
