package emotiontransfer.alexnet;

import emotiontransfer.layers.ImageShape;
import emotiontransfer.layers.LayerWeights;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.Collectors;

/**
 * A layer's weights as a file has them.
 *
 * @param name in the file, for messages
 * @param order of the axes
 * @param axes their lengths: 4 for a convolution, 2 for a fully connected layer
 * @param weights flat, the last axis fastest
 * @param biases one for each output; null where the layer has none
 */
record LoadedLayer(String name, Order order, int[] axes, float[] weights, float[] biases) {

  /** In which order axes stand. */
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
      copyDense(target, layer == AlexNetShape.CONVOLUTIONS ? shape.lastImage() : null);
    }
    if (biases != null) {
      if (biases.length != target.outputs()) {
        throw misfit(target.outputs() + " biases");
      }
      System.arraycopy(biases, 0, target.biases(), 0, biases.length);
    }
  }

  private IOException misfit(String needed) {
    String have = Arrays.stream(axes).mapToObj(String::valueOf).collect(Collectors.joining(" x "));
    return new IOException(
        "has weights of "
            + have
            + " in its layer '"
            + name
            + "', where the network needs "
            + needed);
  }

  private void copyConvolution(LayerWeights target, ImageShape shape) throws IOException {
    boolean last = order == Order.CHANNELS_LAST;
    int kernel = shape.kernel();
    boolean fits =
        axes.length == 4
            && axes[last ? 0 : 2] == kernel
            && axes[last ? 1 : 3] == kernel
            && axes[last ? 3 : 0] == shape.filters();
    int channels = fits ? axes[last ? 2 : 1] : 0;
    int groups = channels == 0 ? 0 : shape.channels() / channels;
    if (groups * channels != shape.channels() || groups == 0 || shape.filters() % groups != 0) {
      throw misfit(
          shape.filters() + " filters of " + shape.channels() + " x " + kernel + " x " + kernel);
    }
    // Krizhevsky's two groups: a filter of one group has zeros for the channels of the other.
    float[] filter = new float[shape.fanIn()];
    for (int f = 0; f < shape.filters(); f++) {
      int firstChannel = f / (shape.filters() / groups) * channels;
      for (int c = 0; c < channels; c++) {
        for (int k = 0; k < kernel * kernel; k++) {
          int from =
              last
                  ? (k * channels + c) * shape.filters() + f
                  : (f * channels + c) * kernel * kernel + k;
          filter[(firstChannel + c) * kernel * kernel + k] = weights[from];
        }
      }
      target.weights().put(f * filter.length, filter, 0, filter.length);
      Arrays.fill(filter, 0);
    }
  }

  /**
   * Copies a fully connected layer.
   *
   * @param image that the layer takes as its input; null where it takes another layer's outputs
   */
  private void copyDense(LayerWeights target, ImageShape image) throws IOException {
    int inputs = target.fanIn();
    int outputs = target.outputs();
    if (axes.length != 2 || axes[0] != inputs || axes[1] != outputs) {
      throw misfit(inputs + " x " + outputs);
    }
    boolean reorder = image != null && order == Order.CHANNELS_LAST;
    int planes = reorder ? image.filters() : 1;
    int positions = inputs / planes;
    float[] row = new float[inputs];
    for (int output = 0; output < outputs; output++) {
      for (int plane = 0; plane < planes; plane++) {
        for (int position = 0; position < positions; position++) {
          int from = reorder ? position * planes + plane : position;
          row[plane * positions + position] = weights[from * outputs + output];
        }
      }
      target.weights().put(output * inputs, row, 0, inputs);
    }
  }
}
