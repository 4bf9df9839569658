package emotiontransfer.data;

import static org.apache.commons.lang3.Validate.isTrue;

/**
 * Segments to learn from, wherever their values are held, so that training needs no copy of a
 * corpus. Values are unscaled, NaN where missing; several threads read them.
 */
public interface SegmentRows {

  /**
   * Wraps segments that are held in arrays.
   *
   * @param segments not copied and not to be changed, {@code [segments][inputs]}, at least one
   * @throws IllegalArgumentException if there is none, or if they differ in length
   */
  static SegmentRows of(float[][] segments) {
    return new InArrays(segments);
  }

  /** Returns the number of segments. */
  int rows();

  /** Returns the number of values of a segment. */
  int inputs();

  /** Copies some neighbouring values of a segment to the start of an array. */
  void read(int row, int first, int count, float[] destination);

  /** Segments in an array each. */
  record InArrays(float[][] segments) implements SegmentRows {

    public InArrays {
      isTrue(segments.length > 0, "there must be at least one segment to learn from");
      int inputs = segments[0].length;
      for (float[] segment : segments) {
        isTrue(
            segment.length == inputs,
            "segments of %d and %d values do not mix",
            inputs,
            segment.length);
      }
    }

    @Override
    public int rows() {
      return segments.length;
    }

    @Override
    public int inputs() {
      return segments[0].length;
    }

    @Override
    public void read(int row, int first, int count, float[] destination) {
      System.arraycopy(segments[row], first, destination, 0, count);
    }
  }
}
