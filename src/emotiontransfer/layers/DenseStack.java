package emotiontransfer.layers;

import emotiontransfer.numeric.NativeFloats;
import emotiontransfer.numeric.ThreadPool;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fully connected layers, a mini-batch at a time: all but the last are rectified and have dropout,
 * the last one gives the class scores.
 */
public final class DenseStack implements AutoCloseable {

  private final List<FullyConnected> layers;
  private final int frozen;
  private final List<NativeFloats> values;
  private final List<NativeFloats> gradients;
  private final float[][] factors;

  /**
   * Reserves the memory.
   *
   * @param mostRows largest mini-batch
   * @param frozen how many layers, from the first, get no derivatives; 0 where there are layers
   *     before that learn, all of them for predictions
   */
  public DenseStack(List<LayerWeights> weights, int mostRows, int frozen) {
    this.layers = weights.stream().map(FullyConnected::new).toList();
    this.frozen = frozen;
    this.factors = new float[layers.size()][];
    this.values = matrices(mostRows);
    this.gradients = frozen < layers.size() ? matrices(mostRows) : List.of();
  }

  private List<NativeFloats> matrices(int rows) {
    return IntStream.rangeClosed(0, layers.size())
        .mapToObj(layer -> NativeFloats.zeros((long) rows * width(layer)))
        .toList();
  }

  /** Returns the number of inputs of a layer; after the last layer, of its outputs. */
  private int width(int layer) {
    return layer == 0 ? layers.get(0).weights().fanIn() : layers.get(layer - 1).weights().outputs();
  }

  public void setInput(float[] input, int row) {
    values.get(0).put(row * input.length, input, 0, input.length);
  }

  public void getInputGradient(float[] target, int row) {
    gradients.get(0).get(row * target.length, target, 0, target.length);
  }

  /** Returns the rectified outputs of the last layer but one. */
  public float[] features(int row) {
    return row(layers.size() - 1, row);
  }

  /** Returns the class scores, before the softmax. */
  public float[] scores(int row) {
    return row(layers.size(), row);
  }

  private float[] row(int layer, int row) {
    return values.get(layer).get(row * width(layer), width(layer));
  }

  /** Computes the scores of some rows. */
  public void forward(ThreadPool pool, int rows, Dropout dropout) {
    for (int layer = 0; layer < layers.size(); layer++) {
      layers.get(layer).forward(pool, rows, values.get(layer), values.get(layer + 1));
      if (layer < layers.size() - 1) {
        factors[layer] = dropout.factors(rows * width(layer + 1));
        FloatBuffer outputs = values.get(layer + 1).values();
        for (int i = 0; i < factors[layer].length; i++) {
          outputs.put(i, factors[layer][i] * Math.max(0, outputs.get(i)));
        }
      }
    }
  }

  /**
   * Computes derivatives from those for the scores, {@code [rows][classes]}, and moves the weights.
   *
   * @param inputs whether derivatives for the inputs are needed
   */
  public void backward(
      ThreadPool pool,
      float[][] scoreGradients,
      boolean inputs,
      List<LayerWeights> velocities,
      Sgd sgd) {
    int rows = scoreGradients.length;
    int top = layers.size();
    for (int r = 0; r < rows; r++) {
      gradients.get(top).put(r * width(top), scoreGradients[r], 0, width(top));
    }
    for (int layer = top - 1; layer >= frozen; layer--) {
      FullyConnected dense = layers.get(layer);
      // Before the weights move.
      if (layer > frozen || inputs) {
        dense.inputGradient(pool, rows, gradients.get(layer + 1), gradients.get(layer));
        FloatBuffer gradient = gradients.get(layer).values();
        FloatBuffer outputs = values.get(layer).values();
        for (int i = 0; layer > 0 && i < rows * width(layer); i++) {
          gradient.put(i, outputs.get(i) > 0 ? factors[layer - 1][i] * gradient.get(i) : 0);
        }
      }
      NativeFloats input = values.get(layer);
      dense.update(pool, rows, input, gradients.get(layer + 1), velocities.get(layer), sgd);
    }
  }

  @Override
  public void close() {
    values.forEach(NativeFloats::close);
    gradients.forEach(NativeFloats::close);
  }
}
