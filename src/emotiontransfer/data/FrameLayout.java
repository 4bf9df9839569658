package emotiontransfer.data;

import static org.apache.commons.lang3.Validate.isTrue;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * How the segments of a clip consist of frames, some of which neighbouring segments share.
 *
 * <p>Value {@code (row, t)} of a segment stands at {@code row * width + t}; for speech a row is a
 * mel band of a channel, {@code t} a frame. Frame {@code t} of segment {@code i} is frame {@code i
 * * step + t} of its clip.
 *
 * @param step frames by which a segment begins after the one before it: 1 to {@code width}, which
 *     means that they share none
 */
public record FrameLayout(int rows, int width, int step) {

  public FrameLayout {
    isTrue(rows > 0 && width > 0, "%s rows of %s frames make no segment", rows, width);
    isTrue(step > 0 && step <= width, "step must be 1 to %s frames, but is %s", width, step);
  }

  /**
   * Finds the smallest step at which every segment begins with the same bits with which the one
   * before it ends; missing values equal each other. It is the width where no clip has two segments
   * to compare.
   *
   * @param clips the segments of each clip, {@code rows * width} values each
   */
  public static FrameLayout find(int rows, int width, Collection<? extends SegmentRows> clips) {
    boolean comparable = clips.stream().anyMatch(clip -> clip.rows() > 1);
    return IntStream.range(1, comparable ? width : 1)
        .mapToObj(step -> new FrameLayout(rows, width, step))
        .filter(layout -> clips.stream().allMatch(layout::fits))
        .findFirst()
        .orElse(new FrameLayout(rows, width, width));
  }

  /** Returns whether the segments of a clip share their frames as this layout has it. */
  public boolean fits(SegmentRows clip) {
    return IntStream.range(1, clip.rows()).allMatch(i -> isContinued(clip.row(i - 1), clip.row(i)));
  }

  private boolean isContinued(float[] segment, float[] next) {
    return IntStream.range(0, rows)
        .map(row -> row * width)
        .allMatch(
            start ->
                Arrays.equals(
                    segment, start + step, start + width, next, start, start + width - step));
  }

  /** Returns the number of frames of a clip, each counted once. */
  public int frames(int segments) {
    return segments == 0 ? 0 : Math.addExact(Math.multiplyExact(segments - 1, step), width);
  }

  /**
   * Joins the segments of a clip, at least one, so that each frame is there once: row by row in the
   * result's {@code values}, {@code stride} frames each.
   *
   * @param clip one that {@link #fits}; of others the later segment's values stay
   */
  public FloatSegments join(SegmentRows clip) {
    int frames = frames(clip.rows());
    float[] joined = new float[Math.multiplyExact(rows, frames)];
    for (int i = 0; i < clip.rows(); i++) {
      float[] segment = clip.row(i);
      for (int row = 0; row < rows; row++) {
        System.arraycopy(segment, row * width, joined, row * frames + i * step, width);
      }
    }
    return new FloatSegments(joined, rows, width, frames, step, clip.rows());
  }
}
