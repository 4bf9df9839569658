package emotiontransfer.alexnet;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.data.Scaling;
import emotiontransfer.data.Standardization;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.numeric.ThreadPool;
import java.util.stream.IntStream;

/**
 * Turns segments into images of {@value AlexNetShape#CHANNELS} channels with zero mean and a given
 * standard deviation, as fitted on training segments; a missing value becomes the mean.
 *
 * <p>The values fill the channels one after the other; the smallest image of three square planes
 * that holds a segment is filled up with the mean, so that any numeric table can be learned from.
 * Of each channel {@code mean} is subtracted, then {@code factor} multiplied.
 */
record InputScaling(int inputs, float[] mean, float[] factor) {

  /** Returns the rows and columns of the image that holds a segment; 64 for 12,288 values. */
  static int side(int inputs) {
    return (int) Math.max(1, Math.ceil(Math.sqrt(inputs / (double) AlexNetShape.CHANNELS)));
  }

  static InputScaling fit(TrainingSet segments, double deviation) {
    int inputs = segments.features().inputs();
    int plane = side(inputs) * side(inputs);
    int[] channels = IntStream.range(0, inputs).map(i -> i / plane).toArray();
    float[] mean = new float[AlexNetShape.CHANNELS];
    float[] factor = {1, 1, 1};
    try (ThreadPool pool = new ThreadPool(1)) {
      Standardization kind = Standardization.CHANNEL;
      Scaling fitted = Scaling.fit(segments, kind, channels, deviation, pool).scaling();
      for (int i = 0; i < inputs; i += plane) {
        mean[i / plane] = fitted.mean()[i];
        factor[i / plane] = fitted.factor()[i];
      }
    }
    return new InputScaling(inputs, mean, factor);
  }

  /** Returns the scaled image of a segment, {@code [channels][side][side]}. */
  float[] image(float[] segment) {
    int length = segment.length;
    isTrue(length == inputs, "a segment has %s values, but the network expects %s", length, inputs);
    int plane = side(inputs) * side(inputs);
    float[] image = new float[AlexNetShape.CHANNELS * plane];
    for (int i = 0; i < inputs; i++) {
      int channel = i / plane;
      image[i] = Float.isNaN(segment[i]) ? 0 : (segment[i] - mean[channel]) * factor[channel];
    }
    return image;
  }

  /**
   * Bilinear interpolation of square images, pixel centres at halves: output pixel i lies at {@code
   * (i + 0.5) from / to - 0.5} of the input, held within it.
   */
  static final class BilinearResize {

    private final int from;
    private final int to;
    private final int[] low;
    private final float[] fraction;

    BilinearResize(int from, int to) {
      this.from = from;
      this.to = to;
      this.low = new int[to];
      this.fraction = new float[to];
      for (int i = 0; i < to; i++) {
        double place = Math.min(from - 1, Math.max(0, (i + 0.5) * from / to - 0.5));
        low[i] = Math.max(0, Math.min(from - 2, (int) place));
        fraction[i] = (float) (place - low[i]);
      }
    }

    /** Resizes {@code [channels][from][from]} to {@code [channels][to][to]}. */
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
            float above = mix(image[upper + column], image[upper + column + next], fraction[x]);
            float below = mix(image[lower + column], image[lower + column + next], fraction[x]);
            resized[start + x] = mix(above, below, fraction[y]);
          }
        }
      }
    }

    private static float mix(float first, float second, float fraction) {
      return first + fraction * (second - first);
    }
  }
}
