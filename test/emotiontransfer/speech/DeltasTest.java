package emotiontransfer.speech;

import static org.junit.Assert.assertArrayEquals;

import org.junit.Test;

public class DeltasTest {

  @Test
  public void deltasOfFiveFramesAreAsComputedByHand() {
    // (1 (c[t+1] - c[t-1]) + 2 (c[t+2] - c[t-2])) / 10 with the edges repeated:
    // t=0: (4-1 + 2(9-1))/10, t=1: (9-1 + 2(16-1))/10, t=2: (16-4 + 2(25-1))/10,
    // t=3: (25-9 + 2(25-4))/10, t=4: (25-16 + 2(25-9))/10
    assertArrayEquals(
        new float[] {1.9f, 3.8f, 6.0f, 5.8f, 4.1f},
        Deltas.of(new float[] {1, 4, 9, 16, 25}, 2),
        1e-6f);
  }

  @Test
  public void halfWidthOneIsHalfTheDifferenceOfTheNeighbours() {
    assertArrayEquals(
        new float[] {1.5f, 4f, 6f, 3.5f}, Deltas.of(new float[] {1, 4, 9, 16}, 1), 0f);
  }

  @Test
  public void straightLineHasItsSlopeAwayFromTheEdges() {
    float[] line = new float[20];
    for (int t = 0; t < line.length; t++) {
      line[t] = 3 - 0.25f * t;
    }
    float[] deltas = Deltas.of(line, 2);
    for (int t = 2; t < 18; t++) {
      assertArrayEquals(new float[] {-0.25f}, new float[] {deltas[t]}, 1e-7f);
    }
  }

  @Test
  public void oneFrameDoesNotChange() {
    assertArrayEquals(new float[] {0f}, Deltas.of(new float[] {-7.5f}, 2), 0f);
  }
}
