package emotiontransfer.data;

import org.apache.commons.lang3.Validate;

/**
 * Where segments stand in their clip, in seconds from its beginning.
 *
 * @param step between the beginnings of two segments, above 0
 * @param length of a segment, above 0
 */
public record SegmentTimes(double step, double length) {

  public SegmentTimes {
    Validate.isTrue(
        step > 0 && length > 0,
        "step and length must be above 0 s, but are %s and %s",
        step,
        length);
  }

  /** Returns where a segment begins; they are numbered from 0. */
  public double start(int segment) {
    return segment * step;
  }

  /** Returns where a segment ends: beyond a clip that is too short for one segment. */
  public double end(int segment) {
    return start(segment) + length;
  }
}
