package emotiontransfer.pathnet;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class PoolingTest {

  private static final double[][] SEGMENTS = {{0.6, 0.4}, {0.6, 0.4}, {0.1, 0.9}};

  @Test
  public void meanAveragesPosteriors() {
    assertArrayEquals(new double[] {1.3 / 3, 1.7 / 3}, Pooling.MEAN.pool(SEGMENTS), 1e-12);
  }

  @Test
  public void productMultipliesPosteriors() {
    double a = 0.6 * 0.6 * 0.1;
    double b = 0.4 * 0.4 * 0.9;
    assertArrayEquals(
        new double[] {a / (a + b), b / (a + b)}, Pooling.PRODUCT.pool(SEGMENTS), 1e-12);
  }

  @Test
  public void voteCountsDecisions() {
    assertArrayEquals(new double[] {2 / 3.0, 1 / 3.0}, Pooling.VOTE.pool(SEGMENTS), 1e-12);
  }

  @Test
  public void aProductOfManySegmentsDoesNotUnderflow() {
    double[][] many = new double[5000][];
    java.util.Arrays.fill(many, new double[] {0.6, 0.4});
    assertArrayEquals(new double[] {1, 0}, Pooling.PRODUCT.pool(many), 1e-12);
  }

  @Test
  public void noSegmentIsRejected() {
    assertThrows(IllegalArgumentException.class, () -> Pooling.MEAN.pool(new double[0][]));
  }
}
