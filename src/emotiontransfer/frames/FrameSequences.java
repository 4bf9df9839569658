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

  /** A segment is read whole unless that is more than so many times what is wanted of it. */
  private static final int WASTE = 4;

  /** Floats that a line of a processor's cache holds. */
  private static final int LINE = 16;

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
      int at = (frame - first) * rows;
      if (WASTE * length >= width) {
        segments.read(segment, firstRow * width, rows * width, part);
        transpose(part, width, new Crop(t, length), rows, target, at);
      } else {
        for (int row = 0; row < rows; row++) {
          segments.read(segment, (firstRow + row) * width + t, length, part);
          for (int i = 0; i < length; i++) {
            target[at + i * rows + row] = part[i];
          }
        }
      }
      frame += length;
    }
  }

  /** Puts some frames of {@code [rows][width]} values one behind the other. */
  private static void transpose(
      float[] values, int width, Crop frames, int rows, float[] target, int at) {
    for (int first = 0; first < rows; first += LINE) {
      int end = Math.min(first + LINE, rows);
      for (int i = 0; i < frames.count(); i++) {
        for (int row = first; row < end; row++) {
          target[at + i * rows + row] = values[row * width + frames.first() + i];
        }
      }
    }
  }
}
