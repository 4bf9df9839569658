package emotiontransfer.speech;

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
    int last = series.length - 1;
    double squares = halfWidth * (halfWidth + 1.0) * (2.0 * halfWidth + 1) / 6;
    float[] deltas = new float[series.length];
    for (int t = 0; t < series.length; t++) {
      double sum = 0;
      for (int n = 1; n <= halfWidth; n++) {
        sum += n * ((double) series[Math.min(t + n, last)] - series[Math.max(t - n, 0)]);
      }
      deltas[t] = (float) (sum / (2 * squares));
    }
    return deltas;
  }
}
