package emotiontransfer.speech;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.function.ObjIntConsumer;
import org.junit.Test;

public class BandLimitedResamplerTest {

  private static final int TARGET = 16000;
  private static final int EDGE = 500;

  private static float[] resample(float[] samples, int from, int block) {
    float[][] result = {new float[0]};
    ObjIntConsumer<float[]> append =
        (part, length) -> {
          int before = result[0].length;
          result[0] = Arrays.copyOf(result[0], before + length);
          System.arraycopy(part, 0, result[0], before, length);
        };
    try (BandLimitedResampler resampler = new BandLimitedResampler(from, TARGET, append)) {
      resampler.begin();
      for (int i = 0; i < samples.length; i += block) {
        int length = Math.min(block, samples.length - i);
        resampler.accept(Arrays.copyOfRange(samples, i, i + length), length);
      }
      resampler.finish();
    }
    return result[0];
  }

  private static float[] sine(double hertz, int rate, int length) {
    float[] samples = new float[length];
    for (int i = 0; i < length; i++) {
      samples[i] = (float) Math.sin(2 * Math.PI * hertz * i / rate);
    }
    return samples;
  }

  /** Largest distance from the sine of the same frequency, away from the edges. */
  private static double distance(float[] samples, double hertz) {
    float[] ideal = sine(hertz, TARGET, samples.length);
    double most = 0;
    for (int i = EDGE; i < samples.length - EDGE; i++) {
      most = Math.max(most, Math.abs(samples[i] - ideal[i]));
    }
    return most;
  }

  private static double peak(float[] samples) {
    double most = 0;
    for (int i = EDGE; i < samples.length - EDGE; i++) {
      most = Math.max(most, Math.abs(samples[i]));
    }
    return most;
  }

  @Test
  public void passbandIsFlatAndWithoutDelayUpTo7500Hertz() {
    for (int rate : new int[] {48000, 44100, 22050}) {
      for (double hertz : new double[] {50, 440, 3000, 7000, 7500}) {
        float[] samples = resample(sine(hertz, rate, rate / 2), rate, 1000);
        String what = hertz + " Hz at " + rate + " Hz";
        assertEquals(what, TARGET / 2, samples.length, 2);
        assertTrue(what + ": " + distance(samples, hertz), distance(samples, hertz) < 2e-4);
      }
    }
  }

  @Test
  public void aliasesOfTonesAbove8050HertzAreBelow100Decibels() {
    for (int rate : new int[] {48000, 44100, 22050}) {
      for (double hertz : new double[] {8050, 8500, 9000, 10500}) {
        double alias = peak(resample(sine(hertz, rate, rate / 2), rate, 1000));
        assertTrue(hertz + " Hz at " + rate + " Hz: " + alias, alias < 1e-5);
      }
    }
  }

  @Test
  public void upsamplingKeepsToneAndLength() {
    float[] samples = resample(sine(1000, 8000, 4000), 8000, 777);
    assertEquals(8000, samples.length, 2);
    assertTrue(distance(samples, 1000) < 2e-4);
  }

  @Test
  public void blocksDoNotMatter() {
    float[] signal = sine(1234.5, 44100, 30000);
    assertArrayEquals(resample(signal, 44100, 30000), resample(signal, 44100, 13), 0f);
  }

  @Test
  public void clipOfOneAnalysisWindowComesOutWhole() {
    for (int rate : new int[] {8000, 22050, 44100, 48000, 96000}) {
      int length = rate * 25 / 1000;
      assertEquals(rate + " Hz", 400, resample(sine(440, rate, length), rate, length).length, 2);
    }
  }
}
