package emotiontransfer.alexnet;

/**
 * Bilinear interpolation of square images, pixel centres at halves: output pixel i lies at {@code
 * (i + 0.5) from / to - 0.5} of the input, held within it.
 */
final class BilinearResize {

  private final int from;
  private final int to;
  private final int[] low;
  private final float[] share;

  BilinearResize(int from, int to) {
    this.from = from;
    this.to = to;
    this.low = new int[to];
    this.share = new float[to];
    for (int i = 0; i < to; i++) {
      double place = Math.min(from - 1, Math.max(0, (i + 0.5) * from / to - 0.5));
      low[i] = Math.max(0, Math.min(from - 2, (int) place));
      share[i] = (float) (place - low[i]);
    }
  }

  /**
   * Resizes all channels.
   *
   * @param image {@code [channels][from][from]}
   * @param resized receives {@code [channels][to][to]}
   */
  void apply(float[] image, float[] resized) {
    int next = Math.min(1, from - 1);
    for (int channel = 0; channel < resized.length / (to * to); channel++) {
      int plane = channel * from * from;
      for (int y = 0; y < to; y++) {
        int upper = plane + low[y] * from;
        int lower = upper + next * from;
        int start = (channel * to + y) * to;
        for (int x = 0; x < to; x++) {
          int column = low[x];
          float above = mix(image[upper + column], image[upper + column + next], share[x]);
          float below = mix(image[lower + column], image[lower + column + next], share[x]);
          resized[start + x] = mix(above, below, share[y]);
        }
      }
    }
  }

  private static float mix(float first, float second, float share) {
    return first + share * (second - first);
  }
}
