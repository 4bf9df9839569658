package emotiontransfer.speech;

import java.util.Arrays;

/**
 * Time derivatives by linear regression over neighbouring frames, as in HTK: {@code d(t) = sum n
 * (c(t+n) - c(t-n)) / (2 sum n^2)} over n = 1 to the half-width. Frames beyond the ends are taken
 * to equal the first or the last one.
 */
final class Deltas {

  private Deltas() {}

  /** Returns the derivative of a series, per frame; the half-width is at least 1. */
  static float[] of(float[] series, int halfWidth) {
    int length = series.length;
    double squares = halfWidth * (halfWidth + 1.0) * (2.0 * halfWidth + 1) / 6;
    // Edge frames are repeated beforehand: loops of floats without a condition run on vectors.
    float[] padded = new float[length + 2 * halfWidth];
    System.arraycopy(series, 0, padded, halfWidth, length);
    Arrays.fill(padded, 0, halfWidth, series[0]);
    Arrays.fill(padded, halfWidth + length, padded.length, series[length - 1]);
    float[] deltas = new float[length];
    for (int n = 1; n <= halfWidth; n++) {
      float weight = (float) (n / (2 * squares));
      int later = halfWidth + n;
      int earlier = halfWidth - n;
      for (int t = 0; t < length; t++) {
        deltas[t] += weight * (padded[t + later] - padded[t + earlier]);
      }
    }
    return deltas;
  }
}
