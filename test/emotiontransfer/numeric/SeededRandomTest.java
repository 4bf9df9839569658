package emotiontransfer.numeric;

import static org.junit.Assert.assertEquals;

import java.util.Random;
import org.junit.Test;

public class SeededRandomTest {

  @Test
  public void drawsTheNumbersOfJavasRandom() {
    for (long seed : new long[] {0, 1, -7, 123_456_789_012L}) {
      Random expected = new Random(seed);
      SeededRandom actual = new SeededRandom(seed);
      for (int i = 0; i < 1000; i++) {
        assertEquals(expected.nextInt(20), actual.nextInt(20));
        assertEquals(expected.nextDouble(), actual.nextDouble(), 0);
        assertEquals(expected.nextGaussian(), actual.nextGaussian(), 0);
        assertEquals(expected.nextInt(64), actual.nextInt(64));
      }
    }
  }

  @Test
  public void continuesFromAState() {
    SeededRandom random = new SeededRandom(5);
    for (int i = 0; i < 100; i++) {
      random.nextInt(7);
    }
    SeededRandom continued = SeededRandom.ofState(random.state());
    for (int i = 0; i < 100; i++) {
      assertEquals(random.nextDouble(), continued.nextDouble(), 0);
    }
  }
}
