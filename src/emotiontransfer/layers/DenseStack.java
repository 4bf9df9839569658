package emotiontransfer.layers;

import emotiontransfer.numeric.NativeFloats;
import emotiontransfer.numeric.ThreadPool;
import java.util.List;

/**
 * Fully connected layers, a mini-batch at a time: all but the last are rectified and have dropout,
 * the last one gives the class scores.
 */
public final class DenseStack implements AutoCloseable {

  private final List<FullyConnected> layers;
  private final int frozen;
  private final NativeFloats[] values;
  private final NativeFloats[] gradients;
  private final float[][] factors;

  /**
   * Reserves the memory.
   *
   * @param weights of the layers
   * @param mostRows largest mini-batch
   * @param frozen how many layers, from the first, get no derivatives; 0 where layers before the
   *     first need those for its inputs, all of them for predictions
   */
  public DenseStack(List<LayerWeights> weights, int mostRows, int frozen) {
    this.layers = weights.stream().map(FullyConnected::new).toList();
    this.frozen = frozen;
    this.values = new NativeFloats[layers.size() + 1];
    this.gradients = new NativeFloats[frozen < layers.size() ? values.length : 0];
    this.factors = new float[layers.size()][];
    for (int i = 0; i < values.length; i++) {
      values[i] = NativeFloats.zeros((long) mostRows * width(i));
    }
    for (int i = 0; i < gradients.length; i++) {
      gradients[i] = NativeFloats.zeros((long) mostRows * width(i));
    }
  }

  /** Returns the number of inputs of a layer; after the last layer, of its outputs. */
  private int width(int layer) {
    return layer == 0 ? layers.get(0).weights().fanIn() : layers.get(layer - 1).weights().outputs();
  }

  public void setInput(float[] input, int row) {
    values[0].put(row * input.length, input, 0, input.length);
  }

  /** Reads the derivatives for the input of a row. */
  public void getInputGradient(float[] target, int row) {
    gradients[0].get(row * target.length, target, 0, target.length);
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
    float[] target = new float[width(layer)];
    values[layer].get(row * target.length, target, 0, target.length);
    return target;
  }

  /** Computes the scores of some rows. */
  public void forward(ThreadPool pool, int rows, Dropout dropout) {
    for (int layer = 0; layer < layers.size(); layer++) {
      layers.get(layer).forward(pool, rows, values[layer], values[layer + 1]);
      if (layer < layers.size() - 1) {
        factors[layer] = dropout.factors(rows * width(layer + 1));
        rectify(layer + 1, rows);
      }
    }
  }

  private void rectify(int layer, int rows) {
    float[] row = new float[width(layer)];
    for (int r = 0; r < rows; r++) {
      int start = r * row.length;
      values[layer].get(start, row, 0, row.length);
      for (int i = 0; i < row.length; i++) {
        row[i] = factors[layer - 1][start + i] * Math.max(0, row[i]);
      }
      values[layer].put(start, row, 0, row.length);
    }
  }

  /**
   * Computes derivatives from those for the scores, and moves the weights.
   *
   * @param scoreGradients {@code [rows][classes]}
   * @param inputs whether derivatives for the inputs are needed
   * @param velocities of the layers
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
      gradients[top].put(r * width(top), scoreGradients[r], 0, width(top));
    }
    for (int layer = top - 1; layer >= frozen; layer--) {
      FullyConnected dense = layers.get(layer);
      // Before the weights move.
      if (layer > frozen || inputs) {
        dense.inputGradient(pool, rows, gradients[layer + 1], gradients[layer]);
        if (layer > 0) {
          rectifyGradient(layer, rows);
        }
      }
      dense.update(pool, rows, values[layer], gradients[layer + 1], velocities.get(layer), sgd);
    }
  }

  private void rectifyGradient(int layer, int rows) {
    float[] gradient = new float[width(layer)];
    float[] value = new float[gradient.length];
    for (int r = 0; r < rows; r++) {
      int start = r * gradient.length;
      gradients[layer].get(start, gradient, 0, gradient.length);
      values[layer].get(start, value, 0, value.length);
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = value[i] > 0 ? factors[layer - 1][start + i] * gradient[i] : 0;
      }
      gradients[layer].put(start, gradient, 0, gradient.length);
    }
  }

  @Override
  public void close() {
    List.of(values).forEach(NativeFloats::close);
    List.of(gradients).forEach(NativeFloats::close);
  }
}
