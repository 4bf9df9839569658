package emotiontransfer.pathnet.sequence;

import emotiontransfer.numeric.ThreadPool;
import java.util.Arrays;

/**
 * Where the frames of some sequences stand in a matrix: one sequence behind the other, with rows of
 * zeros before, between and behind them, so that no window of a convolution reaches from one into
 * another.
 */
final class FrameRows {

  /** Rows are divided into so many pieces for any number of threads, so that none changes a sum. */
  static final int PIECES = 8;

  private final int[] starts;
  private final int[] lengths;
  private final int gap;
  private final boolean[] used;
  private final int frames;

  /**
   * Places sequences.
   *
   * @param lengths frames of each
   * @param gap rows between two of them
   */
  FrameRows(int[] lengths, int gap) {
    this.lengths = lengths;
    this.gap = gap;
    this.starts = new int[lengths.length];
    int row = gap;
    for (int i = 0; i < lengths.length; i++) {
      starts[i] = row;
      row += lengths[i] + gap;
    }
    this.used = new boolean[row];
    for (int i = 0; i < lengths.length; i++) {
      Arrays.fill(used, starts[i], starts[i] + lengths[i], true);
    }
    this.frames = Arrays.stream(lengths).sum();
  }

  /** Returns the number of rows that sequences take. */
  static int rows(int[] lengths, int gap) {
    return Arrays.stream(lengths).sum() + (lengths.length + 1) * gap;
  }

  int rows() {
    return used.length;
  }

  int sequences() {
    return starts.length;
  }

  int frames() {
    return frames;
  }

  int start(int sequence) {
    return starts[sequence];
  }

  int length(int sequence) {
    return lengths[sequence];
  }

  boolean isUsed(int row) {
    return used[row];
  }

  /** A piece of the rows between the outer gaps. */
  interface Piece {
    void run(int piece, int start, int count);
  }

  /** Runs all pieces that are not empty. */
  void divide(ThreadPool pool, Piece work) {
    int inner = Math.max(0, rows() - 2 * gap);
    pool.runFree(
        PIECES,
        (piece, worker) -> {
          int start = ThreadPool.start(piece, PIECES, inner);
          int count = ThreadPool.start(piece + 1, PIECES, inner) - start;
          if (count > 0) {
            work.run(piece, gap + start, count);
          }
        });
  }

  /** Sets the rows of zeros at both ends, which no piece has. */
  void clearEnds(RowBuffer buffer) {
    for (int start : new int[] {0, rows() - gap}) {
      for (int row = start; row < start + gap; row++) {
        Arrays.fill(buffer.row(row), 0f);
      }
      buffer.push(start, gap);
    }
  }
}
