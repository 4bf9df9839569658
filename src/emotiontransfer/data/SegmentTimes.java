package emotiontransfer.data;

/**
 * Where segments stand in their clip, in seconds from its beginning.
 *
 * @param step between the beginnings of two segments, above 0
 * @param length of a segment, above 0
 */
public record SegmentTimes(double step, double length) {

  /** Checks the numbers. */
  public SegmentTimes {
    if (!(step > 0) || !(length > 0)) {
      throw new IllegalArgumentException(
          "step and length must be above 0 s, but are " + step + " and " + length);
    }
  }

  /**
   * Returns where a segment begins.
   *
   * @param segment number from 0
   * @return seconds
   */
  public double start(int segment) {
    return segment * step;
  }

  /**
   * Returns where a segment ends; behind the end of a clip that is too short for one segment.
   *
   * @param segment number from 0
   * @return seconds
   */
  public double end(int segment) {
    return start(segment) + length;
  }
}
