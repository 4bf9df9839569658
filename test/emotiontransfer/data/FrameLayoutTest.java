package emotiontransfer.data;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.numeric.SeededRandom;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.Test;

public class FrameLayoutTest {

  private static final int ROWS = 3;
  private static final int WIDTH = 8;

  /** Cuts segments out of random frames, {@code [ROWS][frames]}. */
  private static SegmentRows clip(int seed, int step, int segments) {
    SeededRandom random = new SeededRandom(seed);
    int frames = (segments - 1) * step + WIDTH;
    float[] values = new float[ROWS * frames];
    for (int i = 0; i < values.length; i++) {
      values[i] = i % 7 == 3 ? Float.NaN : (float) random.nextGaussian();
    }
    FloatSegments block = new FloatSegments(values, ROWS, WIDTH, frames, step, segments);
    return rows(block);
  }

  private static SegmentRows rows(SegmentBlock block) {
    float[][] copies = new float[block.segments()][block.length()];
    for (int i = 0; i < copies.length; i++) {
      block.read(i, 0, block.length(), copies[i], 0);
    }
    return new SegmentRows.InArrays(copies);
  }

  private static FrameLayout find(SegmentRows... clips) {
    return FrameLayout.find(ROWS, WIDTH, List.of(clips));
  }

  @Test
  public void everyStepIsFoundAndJoinedWithoutLoss() {
    for (int step = 1; step <= WIDTH; step++) {
      SegmentRows clip = clip(step, step, 5);
      FrameLayout layout = find(clip(9, step, 1), clip, clip(10, step, 2));
      assertEquals(new FrameLayout(ROWS, WIDTH, step), layout);
      FloatSegments joined = layout.join(clip);
      assertEquals(4 * step + WIDTH, layout.frames(5));
      assertEquals(ROWS * layout.frames(5), joined.values().length);
      SegmentRows again = rows(joined);
      for (int i = 0; i < 5; i++) {
        assertArrayEquals(clip.row(i), again.row(i), 0);
      }
    }
  }

  @Test
  public void clipThatDoesNotVaryIsDecidedByTheOthers() {
    SegmentRows silence = new SegmentRows.InArrays(new float[3][ROWS * WIDTH]);
    assertEquals(1, find(silence).step());
    assertEquals(4, find(silence, clip(1, 4, 3)).step());
  }

  @Test
  public void clipsOfDifferentStepsShareNoFrames() {
    assertEquals(WIDTH, find(clip(1, 4, 3), clip(2, 3, 3)).step());
  }

  @Test
  public void singleSegmentsShareNoFrames() {
    assertEquals(WIDTH, find(clip(1, 4, 1)).step());
    assertEquals(WIDTH, find().step());
  }

  @Test
  public void zerosOfBothSignsAreDifferentBits() {
    float[][] segments = new float[2][2];
    segments[1][0] = -0f;
    assertEquals(2, FrameLayout.find(1, 2, List.of(new SegmentRows.InArrays(segments))).step());
  }

  @Test
  public void oneValueThatDiffersIsNoOverlap() {
    FrameLayout layout = new FrameLayout(ROWS, WIDTH, 4);
    SegmentRows clip = clip(1, 4, 3);
    assertTrue(layout.fits(clip));
    float[][] changed = IntStream.range(0, 3).mapToObj(clip::row).toArray(float[][]::new);
    changed[2][2 * WIDTH + 1]++;
    assertFalse(layout.fits(new SegmentRows.InArrays(changed)));
  }

  @Test
  public void framesOfAClipAreCountedOnce() {
    FrameLayout layout = new FrameLayout(192, 64, 30);
    assertEquals(0, layout.frames(0));
    assertEquals(64, layout.frames(1));
    assertEquals(154, layout.frames(4));
  }

  @Test
  public void impossibleLayoutsAreRejected() {
    assertThrows(IllegalArgumentException.class, () -> new FrameLayout(0, 8, 1));
    assertThrows(IllegalArgumentException.class, () -> new FrameLayout(1, 0, 1));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> new FrameLayout(1, 8, 9));
    assertEquals("step must be 1 to 8 frames, but is 9", e.getMessage());
  }
}
