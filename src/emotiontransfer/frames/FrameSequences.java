package emotiontransfer.frames;

import emotiontransfer.data.FrameLayout;
import emotiontransfer.data.SegmentRows;
import java.util.stream.IntStream;

/**
 * Segments as sequences of frames: those of a clip joined, so that each frame is there once, or
 * each segment by itself.
 *
 * @param segments unscaled values, row by row ({@link FrameLayout}), NaN where missing
 * @param starts first segment of each sequence, and the number of segments at the end
 */
public record FrameSequences(SegmentRows segments, int[] starts, FrameLayout layout) {

  /** Joins the segments of each clip; {@code clips} has the clip of each segment, ascending. */
  public static FrameSequences joined(SegmentRows segments, int[] clips, FrameLayout layout) {
    int[] starts =
        IntStream.rangeClosed(0, clips.length)
            .filter(i -> i == 0 || i == clips.length || clips[i] != clips[i - 1])
            .toArray();
    return new FrameSequences(segments, starts, layout);
  }

  /** Takes each segment by itself. */
  public static FrameSequences single(SegmentRows segments, FrameLayout layout) {
    int[] starts = IntStream.rangeClosed(0, segments.rows()).toArray();
    return new FrameSequences(segments, starts, layout);
  }

  public int count() {
    return starts.length - 1;
  }

  public int frames(int sequence) {
    return layout.frames(starts[sequence + 1] - starts[sequence]);
  }

  /** Returns the number of frames of the longest sequence. */
  public int mostFrames() {
    return IntStream.range(0, count()).map(this::frames).max().orElse(0);
  }

  /** Copies neighbouring frames of a sequence, {@code [frame][row]}. */
  public void read(int sequence, int first, int count, float[] target) {
    int rows = layout.rows();
    int last = starts[sequence + 1] - 1;
    float[] part = new float[layout.width()];
    for (int frame = first; frame < first + count; ) {
      int segment = Math.min(starts[sequence] + frame / layout.step(), last);
      int t = frame - (segment - starts[sequence]) * layout.step();
      int end = segment == last ? layout.width() : layout.step();
      int length = Math.min(end - t, first + count - frame);
      for (int row = 0; row < rows; row++) {
        segments.read(segment, row * layout.width() + t, length, part);
        for (int i = 0; i < length; i++) {
          target[(frame - first + i) * rows + row] = part[i];
        }
      }
      frame += length;
    }
  }

  /** Returns all frames as rows of their own, which a scaling can be fitted to. */
  public SegmentRows frames() {
    int[] sequences =
        IntStream.range(0, count())
            .flatMap(s -> IntStream.range(0, frames(s)).map(frame -> s))
            .toArray();
    int[] offsets =
        IntStream.range(0, count()).flatMap(s -> IntStream.range(0, frames(s))).toArray();
    return new SegmentRows() {

      @Override
      public int rows() {
        return sequences.length;
      }

      @Override
      public int inputs() {
        return layout.rows();
      }

      @Override
      public void read(int row, int first, int count, float[] destination) {
        int segment = Math.min(offsets[row] / layout.step(), last(sequences[row]));
        int t = offsets[row] - segment * layout.step();
        float[] one = new float[1];
        for (int i = 0; i < count; i++) {
          int at = (first + i) * layout.width() + t;
          segments.read(starts[sequences[row]] + segment, at, 1, one);
          destination[i] = one[0];
        }
      }
    };
  }

  private int last(int sequence) {
    return starts[sequence + 1] - starts[sequence] - 1;
  }
}
