package emotiontransfer.speech;

import static org.junit.Assert.assertEquals;

import java.util.Arrays;
import java.util.Random;
import org.junit.Test;

public class PowerSpectrumTest {

  /** The power of a bin by the definition of the discrete Fourier transform. */
  private static double definition(float[] samples, int bin) {
    double real = 0;
    double imaginary = 0;
    for (int i = 0; i < samples.length; i++) {
      double angle = 2 * Math.PI * bin * i / samples.length;
      real += samples[i] * Math.cos(angle);
      imaginary -= samples[i] * Math.sin(angle);
    }
    return real * real + imaginary * imaginary;
  }

  private static float[] power(float[] samples) {
    float[] power = new float[samples.length / 2 + 1];
    new PowerSpectrum(samples.length).of(samples.clone(), power);
    return power;
  }

  @Test
  public void everyBinAgreesWithTheDefinition() {
    Random random = new Random(1);
    for (int size : new int[] {4, 8, 64, 512}) {
      float[] samples = new float[size];
      for (int i = 0; i < size; i++) {
        samples[i] = (float) random.nextGaussian();
      }
      float[] power = power(samples);
      for (int bin = 0; bin <= size / 2; bin++) {
        assertEquals(
            size + " samples, bin " + bin, definition(samples, bin), power[bin], 1e-4 * size);
      }
    }
  }

  @Test
  public void toneOfABinIsInThatBinAlone() {
    float[] samples = new float[512];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (float) Math.cos(2 * Math.PI * 37 * i / samples.length);
    }
    float[] power = power(samples);
    for (int bin = 0; bin < power.length; bin++) {
      // A cosine of amplitude one has the amplitude n / 2 in its bin.
      assertEquals("bin " + bin, bin == 37 ? 256.0 * 256 : 0, power[bin], 0.05);
    }
  }

  @Test
  public void tablesServeManyFrames() {
    PowerSpectrum spectrum = new PowerSpectrum(16);
    float[] ones = new float[16];
    Arrays.fill(ones, 1f);
    float[] power = new float[9];
    spectrum.of(ones.clone(), power);
    float[] again = new float[9];
    spectrum.of(ones.clone(), again);
    assertEquals(256, power[0], 0);
    assertEquals(256, again[0], 0);
    assertEquals(0, again[8], 0);
  }
}
