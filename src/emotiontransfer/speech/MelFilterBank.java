package emotiontransfer.speech;

/**
 * Triangular filters on the mel scale, stored without their zeros.
 *
 * <p>The corner frequencies are equally spaced in mel by HTK's formula, {@code mel = 2595 log10(1 +
 * f / 700)}. A triangle is linear in Hz between its three corners and has height 1; it is not
 * normalised by its area.
 */
final class MelFilterBank {

  private final int[] firstBin;
  private final float[][] weights;

  MelFilterBank(SpeechSettings settings) {
    int bands = settings.bands();
    double low = mel(settings.lowHertz());
    double high = mel(settings.highHertz());
    double[] corners = new double[bands + 2];
    for (int i = 0; i < corners.length; i++) {
      corners[i] = hertz(low + (high - low) * i / (bands + 1));
    }
    double binHertz = (double) settings.sampleRate() / settings.fftSize();
    firstBin = new int[bands];
    weights = new float[bands][];
    for (int band = 0; band < bands; band++) {
      fill(band, corners[band], corners[band + 1], corners[band + 2], binHertz);
    }
  }

  private void fill(int band, double left, double middle, double right, double binHertz) {
    int first = (int) Math.floor(left / binHertz) + 1;
    int last = (int) Math.ceil(right / binHertz) - 1;
    firstBin[band] = first;
    weights[band] = new float[Math.max(0, last - first + 1)];
    for (int i = 0; i < weights[band].length; i++) {
      double hertz = (first + i) * binHertz;
      double rising = (hertz - left) / (middle - left);
      double falling = (right - hertz) / (right - middle);
      weights[band][i] = (float) Math.max(0, Math.min(rising, falling));
    }
  }

  int bands() {
    return weights.length;
  }

  /** Returns the energy in a band, of the power of the bins 0 to half the FFT size. */
  double energy(float[] power, int band) {
    float[] weight = weights[band];
    int first = firstBin[band];
    // Two sums: an addition need not wait for the one before.
    double even = 0;
    double odd = 0;
    int pairs = weight.length & ~1;
    for (int i = 0; i < pairs; i += 2) {
      even += weight[i] * power[first + i];
      odd += weight[i + 1] * power[first + i + 1];
    }
    if (pairs < weight.length) {
      even += weight[pairs] * power[first + pairs];
    }
    return even + odd;
  }

  static double mel(double hertz) {
    return 2595 * Math.log10(1 + hertz / 700);
  }

  static double hertz(double mel) {
    return 700 * (Math.pow(10, mel / 2595) - 1);
  }
}
