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
    read(sequence, first, count, 0, layout.rows(), target);
  }

  /** Copies neighbouring rows of neighbouring frames of a sequence, {@code [frame][row]}. */
  public void read(int sequence, int first, int count, int firstRow, int rows, float[] target) {
    int width = layout.width();
    int last = starts[sequence + 1] - 1;
    float[] part = new float[rows * width];
    for (int frame = first; frame < first + count; ) {
      int segment = Math.min(starts[sequence] + frame / layout.step(), last);
      int t = frame - (segment - starts[sequence]) * layout.step();
      int end = segment == last ? width : layout.step();
      int length = Math.min(end - t, first + count - frame);
      // A whole segment is one piece; of less, each row is.
      int together = length == width ? rows : 1;
      for (int row = 0; row < rows; row += together) {
        segments.read(segment, (firstRow + row) * width + t, together * length, part);
        transpose(part, together, length, target, (frame - first) * rows + row, rows);
      }
      frame += length;
    }
  }

  /** Puts {@code [rows][length]} values where frames of {@code width} values have them. */
  private static void transpose(
      float[] values, int rows, int length, float[] target, int at, int width) {
    for (int row = 0; row < rows; row++) {
      for (int i = 0; i < length; i++) {
        target[at + i * width + row] = values[row * length + i];
      }
    }
  }
}
