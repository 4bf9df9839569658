package emotiontransfer.layers;

import emotiontransfer.numeric.Blas;
import emotiontransfer.numeric.Blas.Matrix;
import emotiontransfer.numeric.NativeFloats;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.numeric.ThreadPool.Range;

/**
 * A fully connected layer for a mini-batch at a time. Its products are divided into pieces by the
 * layer's size alone.
 */
record FullyConnected(LayerWeights weights) {

  private static final int MOST_PIECES = 16;

  /** out = in times the weights, plus the biases. */
  public void forward(ThreadPool pool, int rows, NativeFloats in, NativeFloats out) {
    int outputs = weights.outputs();
    int inputs = weights.fanIn();
    Range piece =
        (start, count) -> {
          for (int row = 0; row < rows; row++) {
            out.put(row * outputs + start, weights.biases(), start, count);
          }
          Matrix w = weights.from(start).transposed();
          Matrix x = in.matrix(0, inputs);
          Blas.multiply(rows, count, inputs, 1, x, w, 1, out.matrix(start, outputs));
        };
    pool.divide(outputs, MOST_PIECES, piece);
  }

  /** Computes the derivatives for the input from those for the output. */
  public void inputGradient(
      ThreadPool pool, int rows, NativeFloats outGradient, NativeFloats inGradient) {
    int outputs = weights.outputs();
    int inputs = weights.fanIn();
    Range piece =
        (start, count) -> {
          Matrix w = weights.weights().matrix(start, inputs);
          Matrix dz = outGradient.matrix(0, outputs);
          Blas.multiply(rows, count, outputs, 1, dz, w, 0, inGradient.matrix(start, inputs));
        };
    pool.divide(inputs, MOST_PIECES, piece);
  }

  /** Makes a step of gradient descent; derivatives go straight into the velocity. */
  public void update(
      ThreadPool pool,
      int rows,
      NativeFloats in,
      NativeFloats outGradient,
      LayerWeights velocity,
      Sgd sgd) {
    int outputs = weights.outputs();
    int inputs = weights.fanIn();
    Range piece =
        (start, count) -> {
          Matrix dz = outGradient.matrix(start, outputs).transposed();
          Matrix x = in.matrix(0, inputs);
          Matrix v = velocity.from(start);
          Blas.multiply(count, inputs, rows, -sgd.learningRate(), dz, x, sgd.momentum(), v);
          long offset = (long) start * inputs;
          sgd.move(weights.weights(), velocity.weights(), offset, count * inputs);
        };
    pool.divide(outputs, MOST_PIECES, piece);
    float[] sums = new float[outputs];
    for (int i = 0; i < rows * outputs; i++) {
      sums[i % outputs] += outGradient.values().get(i);
    }
    sgd.moveBiases(weights.biases(), velocity.biases(), sums);
  }
}
