package emotiontransfer.data;

/**
 * Segments to learn from, wherever their values are held, so that training needs no copy of a
 * corpus.
 *
 * <p>Values are unscaled 32-bit floats, NaN where missing. Reading must be safe for several
 * threads.
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

  /**
   * Copies some neighbouring values of a segment.
   *
   * @param row from 0
   * @param first index of the first value, from 0
   * @param count number of values
   * @param destination takes them, from its start on
   */
  void read(int row, int first, int count, float[] destination);

  /** Segments in an array each. */
  record InArrays(float[][] segments) implements SegmentRows {

    /** Checks that there is a segment and that all are of one length. */
    public InArrays {
      if (segments.length == 0) {
        throw new IllegalArgumentException("there must be at least one segment to learn from");
      }
      for (float[] segment : segments) {
        if (segment.length != segments[0].length) {
          throw new IllegalArgumentException(
              "segments of "
                  + segments[0].length
                  + " and "
                  + segment.length
                  + " values do not mix");
        }
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
