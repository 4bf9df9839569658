package emotiontransfer.data;

/** Segments in an array each. */
record ArrayRows(float[][] segments) implements SegmentRows {

  ArrayRows {
    if (segments.length == 0) {
      throw new IllegalArgumentException("there must be at least one segment to learn from");
    }
    for (float[] segment : segments) {
      if (segment.length != segments[0].length) {
        throw new IllegalArgumentException(
            "segments of " + segments[0].length + " and " + segment.length + " values do not mix");
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
