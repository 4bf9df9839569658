package emotiontransfer.data;

import static org.apache.commons.lang3.Validate.isTrue;

/**
 * Segments to learn from, wherever their values are held, so that training needs no copy of a
 * corpus. Values are unscaled, NaN where missing; several threads read them.
 */
public interface SegmentRows {

  int rows();

  int inputs();

  /** Copies some neighbouring values of a segment to the start of an array. */
  void read(int row, int first, int count, float[] destination);

  /** Returns a copy of all values of a segment. */
  default float[] row(int row) {
    float[] values = new float[inputs()];
    read(row, 0, values.length, values);
    return values;
  }

  /** Wraps {@code [segments][inputs]}, at least one, which must not be changed afterwards. */
  record InArrays(float[][] segments) implements SegmentRows {

    public InArrays {
      isTrue(segments.length > 0, "there must be at least one segment to learn from");
      int inputs = segments[0].length;
      for (float[] segment : segments) {
        int length = segment.length;
        isTrue(length == inputs, "segments of %s and %s values do not mix", inputs, length);
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
