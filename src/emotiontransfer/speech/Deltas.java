package emotiontransfer.speech;

import java.util.Arrays;

/**
 * Time derivatives by linear regression over neighbouring frames, as in HTK: {@code d(t) = sum n
 * (c(t+n) - c(t-n)) / (2 sum n^2)} over n = 1 to the half-width. Frames beyond the ends are taken
 * to equal the first or the last one.
 */
final class Deltas {

  private Deltas() {}

  /**
   * Returns the derivative of one band.
   *
   * @param series one value per frame
   * @param halfWidth of the regression, in frames, at least 1
   * @return one value per frame, per frame
   */
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
      add((float) (n / (2 * squares)), padded, halfWidth + n, halfWidth - n, deltas);
    }
    return deltas;
  }

  private static void add(float weight, float[] padded, int later, int earlier, float[] deltas) {
    for (int t = 0; t < deltas.length; t++) {
      deltas[t] += weight * (padded[t + later] - padded[t + earlier]);
    }
  }
}
