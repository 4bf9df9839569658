package emotiontransfer.alexnet;

import emotiontransfer.layers.ImageShape;
import emotiontransfer.layers.LayerWeights;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A layer's weights as a file has them.
 *
 * @param axes their lengths: 4 for a convolution, 2 for a fully connected layer
 * @param weights flat, the last axis fastest
 * @param biases one for each output; null where the layer has none
 */
record LoadedLayer(String name, Order order, int[] axes, float[] weights, float[] biases) {

  /** The order of the axes. */
  enum Order {
    /** Keras: row, column, channel, filter; input, output; images flattened channels last. */
    CHANNELS_LAST,
    /** Deeplearning4j: filter, channel, row, column; input, output; channels first. */
    CHANNELS_FIRST
  }

  /** Copies the layer to its place in a network, with the axes as the network has them. */
  void copyTo(LayerWeights target, AlexNetShape shape, int layer) throws IOException {
    if (layer < AlexNetShape.CONVOLUTIONS) {
      copyConvolution(target, shape.convolutions().get(layer));
    } else {
      check(
          Arrays.equals(axes, new int[] {target.fanIn(), target.outputs()}),
          "%d x %d".formatted(target.fanIn(), target.outputs()));
      int channels = layer == AlexNetShape.CONVOLUTIONS ? shape.lastImage().filters() : 1;
      copy(target, channels, 1);
    }
    if (biases != null) {
      check(biases.length == target.outputs(), target.outputs() + " biases");
      System.arraycopy(biases, 0, target.biases(), 0, biases.length);
    }
  }

  private void check(boolean fits, String needed) throws IOException {
    if (!fits) {
      throw new IOException(
          "has weights of %s in its layer '%s', where the network needs %s"
              .formatted(
                  Arrays.stream(axes).mapToObj(String::valueOf).collect(Collectors.joining(" x ")),
                  name,
                  needed));
    }
  }

  private void copyConvolution(LayerWeights target, ImageShape shape) throws IOException {
    boolean last = order == Order.CHANNELS_LAST;
    int kernel = shape.kernel();
    int channels = axes.length == 4 ? axes[last ? 2 : 1] : 0;
    int groups = channels == 0 ? 0 : shape.channels() / channels;
    int[] expected = {shape.filters(), channels, kernel, kernel};
    int[] expectedLast = {kernel, kernel, channels, shape.filters()};
    check(
        Arrays.equals(axes, last ? expectedLast : expected)
            && groups > 0
            && groups * channels == shape.channels()
            && shape.filters() % groups == 0,
        "%d filters of %d x %d x %d".formatted(shape.filters(), shape.channels(), kernel, kernel));
    copy(target, channels, groups);
  }

  /**
   * Copies weights of {@code [outputs][channels][positions]}.
   *
   * @param groups Krizhevsky's: a filter of one has zeros for the channels of the others
   */
  private void copy(LayerWeights target, int channels, int groups) {
    int outputs = target.outputs();
    int positions = target.fanIn() / channels / groups;
    boolean channelsLast = order == Order.CHANNELS_LAST;
    boolean outputsLast = channelsLast || axes.length == 2;
    int nextOutput = outputsLast ? 1 : channels * positions;
    int nextInput = outputsLast ? outputs : 1;
    int nextChannel = channelsLast ? nextInput : positions * nextInput;
    int nextPosition = channelsLast ? channels * nextInput : nextInput;
    for (int output = 0; output < outputs; output++) {
      float[] row = new float[target.fanIn()];
      int start = output / (outputs / groups) * channels * positions;
      for (int c = 0; c < channels; c++) {
        for (int p = 0; p < positions; p++) {
          row[start + c * positions + p] =
              weights[output * nextOutput + c * nextChannel + p * nextPosition];
        }
      }
      target.weights().put(output * row.length, row, 0, row.length);
    }
  }
}
