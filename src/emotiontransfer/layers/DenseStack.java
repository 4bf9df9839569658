package emotiontransfer.layers;

import emotiontransfer.numeric.Blas;
import emotiontransfer.numeric.Blas.Matrix;
import emotiontransfer.numeric.NativeFloats;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.numeric.ThreadPool.Range;
import java.nio.FloatBuffer;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Fully connected layers, a mini-batch at a time: all but the last are rectified and have dropout,
 * the last one gives the class scores. Products are divided by the size of a layer alone.
 */
public final class DenseStack implements AutoCloseable {

  private static final int MOST_PIECES = 16;

  private final List<LayerWeights> weights;
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
    this.weights = weights;
    this.frozen = frozen;
    this.factors = new float[weights.size()][];
    this.values = matrices(mostRows);
    this.gradients = frozen < weights.size() ? matrices(mostRows) : List.of();
  }

  private List<NativeFloats> matrices(int rows) {
    return IntStream.rangeClosed(0, weights.size())
        .mapToObj(layer -> new NativeFloats((long) rows * width(layer)))
        .toList();
  }

  /** Returns the number of inputs of a layer, or of outputs of the layer before. */
  private int width(int layer) {
    return layer == 0 ? weights.get(0).fanIn() : weights.get(layer - 1).outputs();
  }

  public void setInput(float[] input, int row) {
    values.get(0).values().put(row * input.length, input);
  }

  public void getInputGradient(float[] target, int row) {
    gradients.get(0).values().get(row * target.length, target);
  }

  /** Returns the rectified outputs of the last layer but one. */
  public float[] features(int row) {
    return row(weights.size() - 1, row);
  }

  /** Returns the class scores, before the softmax. */
  public float[] scores(int row) {
    return row(weights.size(), row);
  }

  private float[] row(int layer, int row) {
    return values.get(layer).get(row * width(layer), width(layer));
  }

  /** Computes the scores of some rows. */
  public void forward(ThreadPool pool, int rows, Dropout dropout) {
    for (int layer = 0; layer < weights.size(); layer++) {
      multiply(pool, rows, layer);
      if (layer < weights.size() - 1) {
        factors[layer] = dropout.factors(rows * width(layer + 1));
        FloatBuffer outputs = values.get(layer + 1).values();
        for (int i = 0; i < factors[layer].length; i++) {
          outputs.put(i, factors[layer][i] * Math.max(0, outputs.get(i)));
        }
      }
    }
  }

  /** out = in times the weights, plus the biases. */
  private void multiply(ThreadPool pool, int rows, int layer) {
    int inputs = width(layer);
    int outputs = width(layer + 1);
    NativeFloats out = values.get(layer + 1);
    Range piece =
        (start, count) -> {
          for (int row = 0; row < rows; row++) {
            out.values().put(row * outputs + start, weights.get(layer).biases(), start, count);
          }
          Matrix x = values.get(layer).matrix(0, inputs);
          Matrix w = weights.get(layer).from(start).transposed();
          Blas.multiply(rows, count, inputs, 1, x, w, 1, out.matrix(start, outputs));
        };
    pool.divide(outputs, MOST_PIECES, piece);
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
    int top = weights.size();
    for (int r = 0; r < rows; r++) {
      gradients.get(top).values().put(r * width(top), scoreGradients[r]);
    }
    for (int layer = top - 1; layer >= frozen; layer--) {
      // Before the weights move.
      if (layer > frozen || inputs) {
        differentiate(pool, rows, layer);
      }
      update(pool, rows, layer, velocities.get(layer), sgd);
    }
  }

  /** Computes the derivatives for the input of a layer, and for that of the rectification. */
  private void differentiate(ThreadPool pool, int rows, int layer) {
    int inputs = width(layer);
    int outputs = width(layer + 1);
    Range piece =
        (start, count) -> {
          Matrix dz = gradients.get(layer + 1).matrix(0, outputs);
          Matrix w = weights.get(layer).weights().matrix(start, inputs);
          Matrix dx = gradients.get(layer).matrix(start, inputs);
          Blas.multiply(rows, count, outputs, 1, dz, w, 0, dx);
        };
    pool.divide(inputs, MOST_PIECES, piece);
    FloatBuffer gradient = gradients.get(layer).values();
    FloatBuffer input = values.get(layer).values();
    for (int i = 0; layer > 0 && i < rows * inputs; i++) {
      gradient.put(i, input.get(i) > 0 ? factors[layer - 1][i] * gradient.get(i) : 0);
    }
  }

  /** Makes a step of gradient descent; derivatives go straight into the velocity. */
  private void update(ThreadPool pool, int rows, int layer, LayerWeights velocity, Sgd sgd) {
    int inputs = width(layer);
    int outputs = width(layer + 1);
    LayerWeights moved = weights.get(layer);
    NativeFloats gradient = gradients.get(layer + 1);
    Range piece =
        (start, count) -> {
          Matrix dz = gradient.matrix(start, outputs).transposed();
          Matrix x = values.get(layer).matrix(0, inputs);
          Matrix v = velocity.from(start);
          Blas.multiply(count, inputs, rows, -sgd.learningRate(), dz, x, sgd.momentum(), v);
          long offset = (long) start * inputs;
          sgd.move(moved.weights(), velocity.weights(), offset, count * inputs);
        };
    pool.divide(outputs, MOST_PIECES, piece);
    float[] sums = new float[outputs];
    for (int i = 0; i < rows * outputs; i++) {
      sums[i % outputs] += gradient.values().get(i);
    }
    sgd.moveBiases(moved.biases(), velocity.biases(), sums);
  }

  @Override
  public void close() {
    values.forEach(NativeFloats::close);
    gradients.forEach(NativeFloats::close);
  }
}
