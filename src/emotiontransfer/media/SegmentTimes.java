package emotiontransfer.media;

/**
 * Where segments stand in their clip, in seconds: the step between their beginnings, their length.
 */
public record SegmentTimes(double step, double length) {

  /** Returns where a segment begins; they are numbered from 0. */
  public double start(int segment) {
    return segment * step;
  }

  /** Returns where a segment ends: beyond a clip that is too short for one segment. */
  public double end(int segment) {
    return start(segment) + length;
  }
}
