package emotiontransfer.frames;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import emotiontransfer.data.FrameLayout;
import emotiontransfer.data.SegmentRows;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.Test;

public class FrameSequencesTest {

  private static final int ROWS = 5;

  /** Clips of 1, 3 and 2 segments. */
  private static final int[] CLIPS = {0, 1, 1, 1, 2, 2};

  /** Draws frames of each clip and cuts its segments out of them. */
  private static final class Frames {

    private final FrameLayout layout;
    private final float[][][] clips = new float[3][][];
    private final float[][] segments = new float[CLIPS.length][];

    Frames(int width, int step) {
      layout = new FrameLayout(ROWS, width, step);
      Random random = new Random(1);
      int first = 0;
      for (int clip = 0; clip < clips.length; clip++) {
        int own = clip;
        int count = (int) IntStream.of(CLIPS).filter(owner -> owner == own).count();
        clips[clip] = new float[layout.frames(count)][ROWS];
        for (float[] frame : clips[clip]) {
          IntStream.range(0, ROWS).forEach(row -> frame[row] = random.nextFloat());
        }
        for (int s = 0; s < count; s++) {
          float[] segment = new float[ROWS * width];
          for (int i = 0; i < segment.length; i++) {
            segment[i] = clips[clip][s * step + i % width][i / width];
          }
          segments[first + s] = segment;
        }
        first += count;
      }
    }

    /** Reads every part of every clip, with every part of its rows. */
    void check() {
      FrameSequences sequences =
          FrameSequences.joined(new SegmentRows.InArrays(segments), CLIPS, layout);
      for (int clip = 0; clip < clips.length; clip++) {
        assertEquals(clips[clip].length, sequences.frames(clip));
        for (int first = 0; first < clips[clip].length; first++) {
          for (int count = 1; first + count <= clips[clip].length; count++) {
            for (int row = 0; row < ROWS; row++) {
              for (int rows = 1; row + rows <= ROWS; rows++) {
                float[] read = new float[count * rows];
                sequences.read(clip, first, count, row, rows, read);
                assertArrayEquals(expected(clip, first, count, row, rows), read, 0);
              }
            }
          }
        }
      }
    }

    private float[] expected(int clip, int first, int count, int row, int rows) {
      float[] values = new float[count * rows];
      for (int i = 0; i < values.length; i++) {
        values[i] = clips[clip][first + i / rows][row + i % rows];
      }
      return values;
    }
  }

  @Test
  public void framesThatSegmentsShareAreReadOnce() {
    new Frames(6, 2).check();
  }

  @Test
  public void segmentsWithoutFramesInCommonAreReadOneBehindTheOther() {
    new Frames(4, 4).check();
  }

  @Test
  public void aSegmentCanBeOneFrame() {
    new Frames(1, 1).check();
  }
}
