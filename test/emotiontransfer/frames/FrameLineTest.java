package emotiontransfer.frames;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.numeric.ThreadPool;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.Test;

/** Places of frames and of the pixels of images, and how work on them is divided. */
public class FrameLineTest {

  private static final Extent FRAME = Extent.flat(1);

  /** Returns one for each point and zero for each place in a gap. */
  private static String points(FrameLine line) {
    float[] values = new float[line.size()];
    Arrays.fill(values, 1f);
    line.clearGaps(values, 0, values.length);
    return text(values);
  }

  private static String text(float[] values) {
    StringBuilder text = new StringBuilder();
    for (float value : values) {
      text.append((int) value);
    }
    return text.toString();
  }

  @Test
  public void gapsAreAroundSequences() {
    FrameLine line = new FrameLine(new int[] {3, 1}, FRAME, 2);
    assertEquals("0011100100", points(line));
    assertEquals(4, line.count());
    assertEquals(7, line.place(1, 0, 0, 0));
    assertEquals("1111", points(new FrameLine(new int[] {3, 1}, FRAME, 0)));
  }

  @Test
  public void gapsAreBehindLinesAndImages() {
    FrameLine line = new FrameLine(new int[] {1, 2}, new Extent(5, 2, 3), 5);
    String image = "111011100000";
    assertEquals("00000" + image + "00000" + image + image + "00000", points(line));
    assertEquals(18, line.count());
    assertEquals(4, FrameLine.linePlaces(new Extent(5, 2, 3)));
    assertEquals(4, line.place(1, 1, 1, 2) - line.place(1, 1, 0, 2));
  }

  @Test
  public void gapsOfEveryPartAreCleared() {
    for (int gap : new int[] {0, 1, 4}) {
      for (Extent plane : new Extent[] {FRAME, new Extent(1, 2, 3)}) {
        FrameLine line = new FrameLine(new int[] {3, 1, 2}, plane, gap);
        String all = points(line);
        for (int start = 0; start < line.size(); start++) {
          for (int count = 0; count <= line.size() - start; count++) {
            float[] values = new float[count];
            Arrays.fill(values, 1f);
            line.clearGaps(values, start, count);
            assertEquals(all.substring(start, start + count), text(values));
          }
        }
      }
    }
  }

  @Test
  public void spansAreTheLine() {
    FrameLine line = new FrameLine(new int[] {3, 1, 2}, new Extent(1, 2, 3), 4);
    int next = 0;
    for (int i = 0; i < line.sequences(); i++) {
      assertEquals(next, line.spanStart(i));
      next += line.spanSize(i);
    }
    assertEquals(line.size(), next);
  }

  /** Each place is in one piece, none of which has more than was said. */
  @Test
  public void piecesAreTheLine() {
    for (int frames : new int[] {1, 5, 4092, 4093, 20_000}) {
      FrameLine line = new FrameLine(new int[] {frames}, FRAME, 2);
      AtomicIntegerArray counts = new AtomicIntegerArray(line.size());
      line.inPieces(
          (start, count) -> {
            assertTrue(count <= line.mostPlaces());
            add(counts, start, count);
          });
      assertEquals(frames <= 4092, line.mostPlaces() == line.size());
      try (ThreadPool pool = new ThreadPool(2)) {
        line.divide(pool, (start, count) -> add(counts, start, count));
      }
      int[] expected = new int[line.size()];
      Arrays.fill(expected, 1);
      Arrays.fill(expected, 2, frames + 2, 2);
      int[] found = new int[line.size()];
      Arrays.setAll(found, counts::get);
      assertArrayEquals(expected, found);
    }
  }

  private static void add(AtomicIntegerArray counts, int start, int count) {
    for (int place = start; place < start + count; place++) {
      counts.incrementAndGet(place);
    }
  }
}
