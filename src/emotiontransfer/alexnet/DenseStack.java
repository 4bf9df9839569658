package emotiontransfer.alexnet;

import emotiontransfer.layers.FullyConnected;
import emotiontransfer.layers.LayerWeights;
import emotiontransfer.layers.Sgd;
import emotiontransfer.numeric.NativeFloats;
import emotiontransfer.numeric.ThreadPool;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** The fully connected layers (fc6, fc7, output) of a network, for a mini-batch at a time. */
final class DenseStack implements AutoCloseable {

  private static final int FIRST = AlexNetShape.CONVOLUTIONS;

  private final List<FullyConnected> layers = new ArrayList<>();
  private final NativeFloats[] values;
  private final NativeFloats[] gradients;
  private final float[][] kept;

  /**
   * Reserves the memory.
   *
   * @param mostRows largest mini-batch
   * @param training whether derivatives will be computed
   */
  DenseStack(NetworkWeights weights, int mostRows, boolean training) {
    for (LayerWeights layer : weights.layers().subList(FIRST, AlexNetShape.WEIGHT_LAYERS)) {
      layers.add(new FullyConnected(layer));
    }
    this.values = new NativeFloats[layers.size() + 1];
    this.gradients = new NativeFloats[training ? values.length : 0];
    this.kept = new float[layers.size()][];
    for (int i = 0; i < values.length; i++) {
      int width = i == 0 ? layers.get(0).weights().fanIn() : outputs(i - 1);
      values[i] = NativeFloats.zeros((long) mostRows * width);
      if (training) {
        gradients[i] = NativeFloats.zeros((long) mostRows * width);
      }
    }
  }

  private int outputs(int layer) {
    return layers.get(layer).weights().outputs();
  }

  void setInput(int row, float[] input) {
    values[0].put(row * input.length, input, 0, input.length);
  }

  /** Reads the derivatives for the input of a row. */
  void getInputGradient(int row, float[] target) {
    gradients[0].get(row * target.length, target, 0, target.length);
  }

  /** Reads the rectified outputs of fc7 of a row. */
  float[] features(int row) {
    return row(values[layers.size() - 1], row, outputs(layers.size() - 2));
  }

  /** Reads the class scores of a row, before the softmax. */
  float[] scores(int row) {
    return row(values[layers.size()], row, outputs(layers.size() - 1));
  }

  private static float[] row(NativeFloats matrix, int row, int width) {
    float[] target = new float[width];
    matrix.get(row * width, target, 0, width);
    return target;
  }

  /**
   * Computes the scores.
   *
   * @param pool shares the work
   * @param rows of the mini-batch
   * @param dropout share of the outputs of fc6 and fc7 that are left out; 0 for none
   * @param random draws them; null where there are none
   */
  void forward(ThreadPool pool, int rows, double dropout, SplittableRandom random) {
    for (int layer = 0; layer < layers.size(); layer++) {
      layers.get(layer).forward(pool, rows, values[layer], values[layer + 1]);
      if (layer < layers.size() - 1) {
        kept[layer] = random == null ? null : draw(rows * outputs(layer), dropout, random);
        rectify(layer, rows);
      }
    }
  }

  private static float[] draw(int length, double dropout, SplittableRandom random) {
    float[] factors = new float[length];
    float factor = (float) (1 / (1 - dropout));
    for (int i = 0; i < length; i++) {
      factors[i] = random.nextDouble() < dropout ? 0 : factor;
    }
    return factors;
  }

  private void rectify(int layer, int rows) {
    int width = outputs(layer);
    float[] row = new float[width];
    for (int r = 0; r < rows; r++) {
      values[layer + 1].get(r * width, row, 0, width);
      for (int i = 0; i < width; i++) {
        float factor = kept[layer] == null ? 1 : kept[layer][r * width + i];
        row[i] = factor * Math.max(0, row[i]);
      }
      values[layer + 1].put(r * width, row, 0, width);
    }
  }

  /**
   * Computes derivatives from those for the scores, and moves the weights.
   *
   * @param pool shares the work
   * @param scoreGradients derivatives for the scores, {@code [rows][classes]}
   * @param frozen how many weight layers of the whole network, from the first, stay as they are
   * @param velocities of all layers of the whole network
   * @param sgd how weights move
   */
  void backward(
      ThreadPool pool,
      float[][] scoreGradients,
      int frozen,
      List<LayerWeights> velocities,
      Sgd sgd) {
    int rows = scoreGradients.length;
    int top = layers.size();
    for (int r = 0; r < rows; r++) {
      gradients[top].put(r * scoreGradients[r].length, scoreGradients[r], 0, outputs(top - 1));
    }
    for (int layer = top - 1; layer >= 0 && FIRST + layer >= frozen; layer--) {
      FullyConnected dense = layers.get(layer);
      // Before the weights move, and only where a layer below learns.
      if (FIRST + layer > frozen) {
        dense.inputGradient(pool, rows, gradients[layer + 1], gradients[layer]);
        if (layer > 0) {
          rectifyGradient(layer, rows);
        }
      }
      LayerWeights velocity = velocities.get(FIRST + layer);
      dense.update(pool, rows, values[layer], gradients[layer + 1], velocity, sgd);
    }
  }

  private void rectifyGradient(int layer, int rows) {
    int width = outputs(layer - 1);
    float[] gradient = new float[width];
    float[] value = new float[width];
    for (int r = 0; r < rows; r++) {
      gradients[layer].get(r * width, gradient, 0, width);
      values[layer].get(r * width, value, 0, width);
      for (int i = 0; i < width; i++) {
        float factor = kept[layer - 1] == null ? 1 : kept[layer - 1][r * width + i];
        gradient[i] = value[i] > 0 ? factor * gradient[i] : 0;
      }
      gradients[layer].put(r * width, gradient, 0, width);
    }
  }

  @Override
  public void close() {
    for (NativeFloats value : values) {
      value.close();
    }
    for (NativeFloats gradient : gradients) {
      gradient.close();
    }
  }
}
