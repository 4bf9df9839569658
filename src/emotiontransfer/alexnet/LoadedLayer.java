package emotiontransfer.alexnet;

import emotiontransfer.layers.ImageShape;
import emotiontransfer.layers.LayerWeights;
import java.io.IOException;
import java.util.Arrays;
import org.apache.commons.lang3.StringUtils;

/**
 * A layer's weights as a file has them.
 *
 * @param channelsLast whether a convolution's axes are row, column, channel, filter, and images are
 *     flattened likewise (Keras), not filter, channel, row, column (Deeplearning4j)
 * @param axes their lengths; those of a fully connected layer are input, output
 * @param weights flat, the last axis fastest
 * @param biases null where the layer has none
 */
record LoadedLayer(String name, boolean channelsLast, int[] axes, float[] weights, float[] biases) {

  /** Copies the layer to its place in a network, with the axes as the network has them. */
  void copyTo(LayerWeights target, ImageShape shape, boolean isDense) throws IOException {
    int kernel = shape.kernel();
    int filters = shape.filters();
    int channels = isDense || axes.length != 4 ? shape.channels() : axes[channelsLast ? 2 : 1];
    // Krizhevsky's two groups: a filter of one has zeros for the channels of the other.
    int groups = Math.max(1, shape.channels() / Math.max(1, channels));
    int[] first = {filters, channels, kernel, kernel};
    int[] last = {kernel, kernel, channels, filters};
    int[] dense = {shape.fanIn(), filters};
    boolean divides = groups * channels == shape.channels() && filters % groups == 0;
    check(
        divides && Arrays.equals(axes, isDense ? dense : channelsLast ? last : first),
        isDense
            ? "%s x %s".formatted(shape.fanIn(), filters)
            : "%s filters of %s x %s x %s".formatted(filters, shape.channels(), kernel, kernel));
    if (biases != null) {
      check(biases.length == filters, filters + " biases");
      System.arraycopy(biases, 0, target.biases(), 0, filters);
    }
    int positions = kernel * kernel;
    int nextFilter = channelsLast || isDense ? 1 : channels * positions;
    int nextInput = channelsLast || isDense ? filters : 1;
    int nextChannel = channelsLast ? nextInput : positions * nextInput;
    int nextPosition = channelsLast ? channels * nextInput : nextInput;
    for (int f = 0; f < filters; f++) {
      float[] filter = new float[shape.fanIn()];
      int start = f / (filters / groups) * channels * positions;
      for (int c = 0; c < channels; c++) {
        for (int p = 0; p < positions; p++) {
          int from = f * nextFilter + c * nextChannel + p * nextPosition;
          filter[start + c * positions + p] = weights[from];
        }
      }
      target.weights().values().put(f * filter.length, filter);
    }
  }

  /** Rejects weights that no network can compute with. */
  void checkFinite() throws IOException {
    for (float[] values : new float[][] {weights, biases == null ? new float[0] : biases}) {
      for (float value : values) {
        if (!Float.isFinite(value)) {
          throw new IOException("has a weight of " + value + " in its layer '" + name + "'");
        }
      }
    }
  }

  private void check(boolean fits, String needed) throws IOException {
    if (!fits) {
      String found = StringUtils.strip(Arrays.toString(axes), "[]").replace(", ", " x ");
      String clause = "has weights of %s in its layer '%s', where the network needs %s";
      throw new IOException(clause.formatted(found, name, needed));
    }
  }
}
