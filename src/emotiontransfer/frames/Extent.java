package emotiontransfer.frames;

import static org.apache.commons.lang3.Validate.isTrue;

/**
 * The layout of the values of a frame, or of those that go into a layer or come out of it:
 * channel-major, then row, then column, {@code (channel * rows + row) * columns + column}.
 *
 * <p>Speech has the channels static, delta and delta-delta, a row for each band and one column, a
 * face its colours and the lines of its pixels, a layer of plain neurons a channel for each neuron
 * of one row and one column.
 */
public record Extent(int channels, int rows, int columns) {

  public Extent {
    boolean positive = channels >= 1 && rows >= 1 && columns >= 1;
    String message = "a frame must have at least 1 channel, row and column, but has %s x %s x %s";
    isTrue(positive, message, channels, rows, columns);
  }

  /** Returns the layout of values that have no neighbours. */
  public static Extent flat(int values) {
    return new Extent(values, 1, 1);
  }

  /** Returns the number of values of a channel. */
  public int planeSize() {
    return Math.multiplyExact(rows, columns);
  }

  /** Returns the number of values. */
  public int size() {
    return Math.multiplyExact(channels, planeSize());
  }
}
