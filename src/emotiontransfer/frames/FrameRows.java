package emotiontransfer.frames;

import emotiontransfer.numeric.ThreadPool;
import java.util.Arrays;

/**
 * Where the frames of some sequences stand in a matrix: a row for each point of a frame (one, or
 * the pixels of an image line by line), one frame and one sequence behind the other. Rows of zeros
 * stand around every sequence, and behind every line and every image, so that no window of a
 * convolution reaches from one into another.
 */
public final class FrameRows {

  /** Rows are divided into so many pieces for any number of threads, so that none changes a sum. */
  public static final int PIECES = 8;

  private final int[] starts;
  private final int[] lengths;
  private final int lines;
  private final int points;
  private final int gap;
  private final boolean[] used;
  private final int count;

  /**
   * Places sequences.
   *
   * @param lengths frames of each
   * @param plane rows and columns of a frame's image; 1 and 1 where it is none
   * @param reach largest distance that a window reaches, in rows of this matrix
   */
  public FrameRows(int[] lengths, Extent plane, int reach) {
    this.lengths = lengths;
    this.lines = plane.rows();
    this.points = plane.columns();
    this.gap = reach;
    this.starts = new int[lengths.length];
    int next = gap;
    for (int i = 0; i < lengths.length; i++) {
      starts[i] = next;
      next += Math.multiplyExact(lengths[i], frameRows()) + gap;
    }
    this.used = new boolean[next];
    for (int i = 0; i < lengths.length; i++) {
      for (int line = 0; line < lengths[i] * lines; line++) {
        int row = row(i, line / lines, line % lines, 0);
        Arrays.fill(used, row, row + points, true);
      }
    }
    this.count = Math.multiplyExact(Arrays.stream(lengths).sum(), lines * points);
  }

  private boolean isImage() {
    return lines * points > 1;
  }

  private int frameRows() {
    return isImage() ? (lines + 1) * (points + 1) : 1;
  }

  /** Returns the distance in rows between two points above each other. */
  public static int lineRows(Extent plane) {
    return plane.rows() * plane.columns() > 1 ? plane.columns() + 1 : 1;
  }

  public int row(int sequence, int frame, int line, int point) {
    return starts[sequence] + frame * frameRows() + line * (points + 1) + point;
  }

  public int rows() {
    return used.length;
  }

  public int sequences() {
    return starts.length;
  }

  /** Returns the number of points of all frames. */
  public int count() {
    return count;
  }

  /** Returns the number of points of a sequence's frames. */
  public int count(int sequence) {
    return lengths[sequence] * lines * points;
  }

  public int start(int sequence) {
    return starts[sequence];
  }

  /** Returns the row behind the last one of a sequence. */
  public int end(int sequence) {
    return starts[sequence] + lengths[sequence] * frameRows();
  }

  public int frames(int sequence) {
    return lengths[sequence];
  }

  public boolean isUsed(int row) {
    return used[row];
  }

  /** A piece of the rows between the outer gaps. */
  public interface Piece {
    void run(int piece, int start, int count);
  }

  /** Runs all pieces that are not empty. */
  public void divide(ThreadPool pool, Piece work) {
    int inner = Math.max(0, rows() - 2 * gap);
    pool.runFree(
        PIECES,
        (piece, worker) -> {
          int start = ThreadPool.start(piece, PIECES, inner);
          int size = ThreadPool.start(piece + 1, PIECES, inner) - start;
          if (size > 0) {
            work.run(piece, gap + start, size);
          }
        });
  }

  /** Sets the rows of zeros at both ends, which no piece has. */
  public void clearEnds(RowBuffer buffer) {
    for (int start : new int[] {0, rows() - gap}) {
      for (int row = start; row < start + gap; row++) {
        Arrays.fill(buffer.row(row), 0f);
      }
      buffer.push(start, gap);
    }
  }

  /** Sets all rows that are no point of a frame to zero. */
  public void clearUnused(RowBuffer buffer) {
    for (int row = 0; row < rows(); row++) {
      if (!used[row]) {
        Arrays.fill(buffer.row(row), 0f);
      }
    }
  }
}
