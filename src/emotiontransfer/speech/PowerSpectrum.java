package emotiontransfer.speech;

import be.tarsos.dsp.util.fft.FFT;

/**
 * The power {@code |X|^2} of real samples.
 *
 * <p>TarsosDSP's complex transform of half the size sees each two samples as one complex number;
 * the bins of the real transform are taken out of it here, together with their power, which is
 * faster than TarsosDSP's own real transform. Its {@code complexForwardTransform} does not scale;
 * bin k stands in elements 2k (real) and 2k + 1 (imaginary).
 */
final class PowerSpectrum {

  private final FFT half;
  private final int pairs;
  private final float[] cosines;
  private final float[] sines;

  /** Creates a transform of so many samples, a power of two of at least 4. */
  PowerSpectrum(int size) {
    pairs = size / 2;
    half = new FFT(pairs);
    cosines = new float[pairs / 2 + 1];
    sines = new float[pairs / 2 + 1];
    for (int k = 0; k < cosines.length; k++) {
      cosines[k] = (float) Math.cos(Math.PI * k / pairs);
      sines[k] = (float) Math.sin(Math.PI * k / pairs);
    }
  }

  /** Transforms samples, which are overwritten, into the power of the bins 0 to half the size. */
  void of(float[] samples, float[] power) {
    half.complexForwardTransform(samples);
    float sum = samples[0] + samples[1];
    float difference = samples[0] - samples[1];
    power[0] = sum * sum;
    power[pairs] = difference * difference;
    for (int k = 1; k <= pairs / 2; k++) {
      int mirror = pairs - k;
      // The even samples' bin is the part of z(k) that equals the conjugate of z(mirror).
      float evenReal = 0.5f * (samples[2 * k] + samples[2 * mirror]);
      float evenImaginary = 0.5f * (samples[2 * k + 1] - samples[2 * mirror + 1]);
      float oddReal = 0.5f * (samples[2 * k + 1] + samples[2 * mirror + 1]);
      float oddImaginary = 0.5f * (samples[2 * mirror] - samples[2 * k]);
      float turnedReal = cosines[k] * oddReal + sines[k] * oddImaginary;
      float turnedImaginary = cosines[k] * oddImaginary - sines[k] * oddReal;
      float real = evenReal + turnedReal;
      float imaginary = evenImaginary + turnedImaginary;
      power[k] = real * real + imaginary * imaginary;
      real = evenReal - turnedReal;
      imaginary = evenImaginary - turnedImaginary;
      power[mirror] = real * real + imaginary * imaginary;
    }
  }
}
