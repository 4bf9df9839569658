package emotiontransfer.frames;

import emotiontransfer.numeric.ThreadPool;
import java.util.Arrays;

/**
 * Where the frames of some sequences stand in one line: a place for each point of a frame (one, or
 * the pixels of an image line by line), one frame and one sequence behind the other. Gaps of zeros
 * stand around every sequence, and behind every line and every image, so that no window of a
 * convolution reaches from one into another.
 */
public final class FrameLine {

  /** Work is divided into so many pieces at least, for any threads, so that none changes a sum. */
  public static final int PIECES = 8;

  /** Places of which a few channels fit into the caches. */
  private static final int MOST_PLACES = 4096;

  private final int[] starts;
  private final int[] lengths;
  private final int lines;
  private final int points;
  private final int gap;
  private final int size;
  private final int[] bounds;

  /**
   * Places sequences.
   *
   * @param lengths frames of each
   * @param plane rows and columns of a frame's image; 1 and 1 where it is none
   * @param reach largest distance that a window reaches, in places
   */
  public FrameLine(int[] lengths, Extent plane, int reach) {
    this.lengths = lengths;
    this.lines = plane.rows();
    this.points = plane.columns();
    this.gap = reach;
    this.starts = new int[lengths.length];
    int next = gap;
    for (int i = 0; i < lengths.length; i++) {
      starts[i] = next;
      next = Math.addExact(next, Math.multiplyExact(lengths[i], framePlaces()) + gap);
    }
    this.size = next;
    this.bounds = bounds();
  }

  /** Returns where points without a gap begin and where they end, in turn. */
  private int[] bounds() {
    int runs = isImage() ? Arrays.stream(lengths).sum() * lines : lengths.length;
    int[] all = new int[2 * runs];
    int next = 0;
    for (int i = 0; i < lengths.length; i++) {
      for (int run = 0; run < runs(i); run++) {
        all[next++] = runStart(i, run);
        all[next++] = runStart(i, run) + runLength(i);
      }
    }
    return all;
  }

  private boolean isImage() {
    return lines * points > 1;
  }

  private int framePlaces() {
    return isImage() ? (lines + 1) * (points + 1) : 1;
  }

  /** Returns the distance between two points above each other. */
  public static int linePlaces(Extent plane) {
    return plane.rows() * plane.columns() > 1 ? plane.columns() + 1 : 1;
  }

  /** Returns the place of a point. */
  public int place(int sequence, int frame, int line, int point) {
    return starts[sequence] + frame * framePlaces() + line * (points + 1) + point;
  }

  /** Returns the number of runs of a sequence: points that no gap divides. */
  int runs(int sequence) {
    return isImage() ? lengths[sequence] * lines : 1;
  }

  int runStart(int sequence, int run) {
    return place(sequence, run / lines, run % lines, 0);
  }

  int runLength(int sequence) {
    return isImage() ? points : lengths[sequence];
  }

  /** Returns the number of places, those in gaps included. */
  public int size() {
    return size;
  }

  public int sequences() {
    return starts.length;
  }

  public int frames(int sequence) {
    return lengths[sequence];
  }

  /** Returns the number of points of all frames. */
  public int count() {
    return Math.multiplyExact(Arrays.stream(lengths).sum(), lines * points);
  }

  /** Returns the number of points of a sequence's frames. */
  int count(int sequence) {
    return lengths[sequence] * lines * points;
  }

  /** Returns where the span of a sequence begins; all spans, each with gaps, are the line. */
  public int spanStart(int sequence) {
    return sequence == 0 ? 0 : starts[sequence];
  }

  public int spanSize(int sequence) {
    int end = sequence + 1 < starts.length ? starts[sequence + 1] : size;
    return end - spanStart(sequence);
  }

  /** Sets to zero what stands in gaps, of values from a place on. */
  public void clearGaps(float[] values, int start, int count) {
    int found = Arrays.binarySearch(bounds, start);
    int next = found < 0 ? -found - 1 : found;
    while (next < bounds.length && bounds[next] <= start) {
      next++;
    }
    int place = start;
    for (int end = start + count; place < end; next++) {
      int bound = next < bounds.length ? Math.min(bounds[next], end) : end;
      if (next % 2 == 0) {
        Arrays.fill(values, place - start, bound - start, 0f);
      }
      place = bound;
    }
  }

  /** Some neighbouring places. */
  public interface Piece {
    void run(int start, int count);
  }

  /** Runs all pieces of what is between the outer gaps, each on the next free thread. */
  public void divide(ThreadPool pool, Piece work) {
    pool.divide(inner(), pieces(PIECES), (start, count) -> work.run(gap + start, count));
  }

  private int inner() {
    return Math.max(0, size - 2 * gap);
  }

  private int pieces(int least) {
    return Math.max(least, (size + MOST_PLACES - 1) / MOST_PLACES);
  }

  /** Returns the largest number of places that {@link #inPieces} gives at once. */
  public int mostPlaces() {
    return (size + pieces(1) - 1) / pieces(1);
  }

  /** Runs pieces of the whole line, one after the other, that fit into the first cache. */
  public void inPieces(Piece work) {
    int pieces = pieces(1);
    for (int piece = 0; piece < pieces; piece++) {
      int start = ThreadPool.start(piece, pieces, size);
      work.run(start, ThreadPool.start(piece + 1, pieces, size) - start);
    }
  }

  /** Returns where a part begins if what is between the outer gaps is divided. */
  int start(int part, int parts) {
    return gap + ThreadPool.start(part, parts, inner());
  }
}
