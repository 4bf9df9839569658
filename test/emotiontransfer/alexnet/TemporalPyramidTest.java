package emotiontransfer.alexnet;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import java.util.List;
import org.apache.commons.math3.stat.StatUtils;
import org.junit.Test;

/** The arithmetic of discriminant temporal pyramid matching, by hand-computed numbers. */
public class TemporalPyramidTest {

  private static final double INFINITE = Double.POSITIVE_INFINITY;

  private static float[][] clip(float... values) {
    float[][] segments = new float[values.length][];
    for (int i = 0; i < values.length; i++) {
      segments[i] = new float[] {values[i]};
    }
    return segments;
  }

  @Test
  public void wholeHalvesAndQuartersArePooledAndWeighted() {
    TemporalPyramid means = new TemporalPyramid(List.of(1.0, 1.0, 1.0), 1);
    // Parts of five segments: all; 2 + 3; 1 + 1 + 1 + 2.
    double[] vector = means.vector(clip(1, 2, 3, 4, 10));
    double[] expected = {4 / 4.0, 1.5 / 4, 17 / 3.0 / 4, 1 / 2.0, 2 / 2.0, 3 / 2.0, 7 / 2.0};
    assertArrayEquals(expected, vector, 1e-9);
  }

  @Test
  public void theExponentOfEachLevelIsItsOwn() {
    TemporalPyramid mixed = new TemporalPyramid(List.of(2.0, INFINITE, 1.0), 10);
    // sqrt((9 + 16 + 0 + 144) / 4) = 6.5; maxima 4 and 12; the segments themselves.
    double[] vector = mixed.vector(clip(3, 4, 0, 12));
    double[] expected = {6.5 * 2.5, 4 * 2.5, 12 * 2.5, 3 * 5, 4 * 5, 0, 12 * 5};
    assertArrayEquals(expected, vector, 1e-6);
  }

  @Test
  public void aShortClipUsesSegmentsTwice() {
    TemporalPyramid means = new TemporalPyramid(List.of(1.0, 1.0, 1.0), 4);
    assertArrayEquals(new double[] {5, 5, 5, 10, 10, 10, 10}, means.vector(clip(5)), 1e-9);
    // Two segments: halves are 1 and 3; quarters 0 and 1 are the first, 2 and 3 the second.
    assertArrayEquals(new double[] {2, 1, 3, 2, 2, 6, 6}, means.vector(clip(1, 3)), 1e-9);
  }

  @Test
  public void featuresOfAPartStandTogether() {
    TemporalPyramid means = new TemporalPyramid(List.of(1.0, 1.0, 1.0), 4);
    double[] vector = means.vector(new float[][] {{1, 10}, {3, 30}});
    assertArrayEquals(new double[] {2, 20, 1, 10, 3, 30, 2, 20, 2, 20, 6, 60, 6, 60}, vector, 1e-9);
  }

  @Test
  public void separationIsTheRatioOfTheTracesOfTheScatterMatrices() {
    List<float[][]> clips = List.of(clip(1), clip(3), clip(6), clip(10));
    // Class means 2 and 8, mean 5: between 2 * 9 + 2 * 9 = 36, within 1 + 1 + 4 + 4 = 10.
    int[] labels = {0, 0, 1, 1};
    assertEquals(3.6, TemporalPyramid.separation(clips, labels, 1, 1), 1e-9);
  }

  @Test
  public void theExponentThatSeparatesBestIsChosen() {
    // The classes have about the same mean but other maxima, which only a high exponent shows.
    List<float[][]> clips =
        List.of(
            clip(2, 2, 2, 2), clip(2.1f, 2.1f, 2.1f, 2.1f), clip(0, 0, 0, 8), clip(0, 0, 0, 8.1f));
    TemporalPyramid chosen = TemporalPyramid.fit(clips, new int[] {0, 0, 1, 1});
    assertEquals(INFINITE, chosen.exponents().get(0), 0);
    // The other way round: the same maximum, other means.
    List<float[][]> even =
        List.of(clip(0, 0, 0, 8), clip(0, 0, 1, 8), clip(7, 7, 7, 8), clip(6, 7, 7, 8));
    TemporalPyramid mean = TemporalPyramid.fit(even, new int[] {0, 0, 1, 1});
    assertEquals(1, mean.exponents().get(0), 0);
  }

  @Test
  public void vectorsOfTheTrainingClipsHaveUnitNormOnAverage() {
    List<float[][]> clips = List.of(clip(1), clip(3), clip(6), clip(10));
    TemporalPyramid fitted = TemporalPyramid.fit(clips, new int[] {0, 0, 1, 1});
    double norms = 0;
    for (float[][] one : clips) {
      norms += Math.sqrt(StatUtils.sumSq(fitted.vector(one)));
    }
    assertEquals(4, norms, 1e-9);
  }

  @Test
  public void equallyGoodExponentsAndClipsWithoutAnyDifferenceGiveTheMean() {
    List<float[][]> clips = List.of(clip(0), clip(0));
    TemporalPyramid fitted = TemporalPyramid.fit(clips, new int[] {0, 1});
    assertEquals(List.of(1.0, 1.0, 1.0), fitted.exponents());
    assertEquals(1, fitted.scale(), 0);
  }
}
