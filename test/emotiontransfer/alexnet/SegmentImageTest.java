package emotiontransfer.alexnet;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import emotiontransfer.alexnet.InputScaling.BilinearResize;
import emotiontransfer.data.SegmentRows;
import emotiontransfer.data.TrainingSet;
import org.junit.Test;

/** From a segment to the input of the network, by hand-computed numbers. */
public class SegmentImageTest {

  private static final float EXACT = 1e-6f;

  @Test
  public void doublingInterpolatesBetweenPixelCentres() {
    // Output centres lie at -0.25, 0.25, 0.75, 1.25 of the input and are held within it.
    float[] resized = new float[16];
    new BilinearResize(2, 4).apply(new float[] {0, 4, 8, 12}, resized);
    float[] expected = {0, 1, 3, 4, 2, 3, 5, 6, 6, 7, 9, 10, 8, 9, 11, 12};
    assertArrayEquals(expected, resized, EXACT);
  }

  @Test
  public void everyChannelIsResizedByItself() {
    float[] resized = new float[27];
    new BilinearResize(1, 3).apply(new float[] {1, 2, 3}, resized);
    for (int i = 0; i < 27; i++) {
      assertEquals(1 + i / 9, resized[i], EXACT);
    }
  }

  @Test
  public void theSameSizeChangesNothingAndPixelsOfTheMiddleFollowTheFormula() {
    float[] image = {1, 5, 2, 8, 3, 9, 4, 7, 6};
    float[] same = new float[9];
    new BilinearResize(3, 3).apply(image, same);
    assertArrayEquals(image, same, EXACT);
    // Pixel 113 of 227 is the middle: (113.5) * 64 / 227 - 0.5 = 31.5 of 64.
    float[] ramp = new float[64 * 64];
    for (int i = 0; i < ramp.length; i++) {
      ramp[i] = 100 * (i / 64) + i % 64;
    }
    float[] resized = new float[227 * 227];
    new BilinearResize(64, 227).apply(ramp, resized);
    assertEquals(3150 + 31.5f, resized[113 * 227 + 113], 1e-3f);
    // Pixel 10: 10.5 * 64 / 227 - 0.5 = 2.4603524.
    assertEquals(246.03524f + 31.5f, resized[10 * 227 + 113], 1e-3f);
  }

  @Test
  public void channelsAreScaledByTheTrainingSegmentsAndMissingValuesAreTheirMean() {
    float nan = Float.NaN;
    float[][] values = {{1, 10, 5}, {3, 30, 5}, {5, nan, 5}};
    InputScaling scaling = InputScaling.fit(set(values, 1, 1, 1), 2);
    // Channel 0: mean 3, deviation sqrt(8/3); channel 1: 20 and 10; channel 2 does not vary.
    float unit = (float) (2 / Math.sqrt(8.0 / 3));
    assertArrayEquals(new float[] {-2 * unit, -2, 0}, scaling.image(values[0]), EXACT);
    assertArrayEquals(new float[] {2 * unit, 0, 0}, scaling.image(values[2]), EXACT);
    assertEquals(1, InputScaling.side(scaling.inputs()));
  }

  @Test
  public void weightsCountInTheScaling() {
    float[][] values = {{0, 0, 0}, {4, 4, 4}};
    InputScaling scaling = InputScaling.fit(set(values, 0.5, 1.5), 1);
    // Mean 3, variance (0.5 * 9 + 1.5 * 1) / 2 = 3.
    assertEquals(-3 / Math.sqrt(3), scaling.image(values[0])[0], EXACT);
  }

  @Test
  public void valuesFillTheSmallestImageChannelByChannel() {
    assertEquals(64, InputScaling.side(12288));
    assertEquals(65, InputScaling.side(12289));
    assertEquals(2, InputScaling.side(4));
    InputScaling scaling = new InputScaling(5, new float[] {0, 0, 0}, new float[] {1, 10, 100});
    float[] image = scaling.image(new float[] {1, 2, 3, 4, 5});
    assertArrayEquals(new float[] {1, 2, 3, 4, 50, 0, 0, 0, 0, 0, 0, 0}, image, EXACT);
    assertThrows(IllegalArgumentException.class, () -> scaling.image(new float[4]));
  }

  private static TrainingSet set(float[][] rows, double... weights) {
    return new TrainingSet(new SegmentRows.InArrays(rows), new int[rows.length], weights);
  }
}
