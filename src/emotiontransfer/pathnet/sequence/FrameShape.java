package emotiontransfer.pathnet.sequence;

import static org.apache.commons.lang3.Validate.isTrue;

/**
 * The values of a frame, channel-major: {@code (channel * rows + row) * columns + column}.
 *
 * @param channels of speech: static, delta, delta-delta; of a face: its colours
 * @param rows of speech: the bands, rising
 * @param columns of speech: 1
 */
public record FrameShape(int channels, int rows, int columns) {

  public FrameShape {
    boolean positive = channels >= 1 && rows >= 1 && columns >= 1;
    String message = "a frame must have at least 1 channel, row and column, but has %s x %s x %s";
    isTrue(positive, message, channels, rows, columns);
  }

  /** Returns the number of values. */
  public int size() {
    return Math.multiplyExact(channels, planeSize());
  }

  /** Returns the number of values of a channel. */
  int planeSize() {
    return Math.multiplyExact(rows, columns);
  }
}
