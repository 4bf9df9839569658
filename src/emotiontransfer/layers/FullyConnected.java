package emotiontransfer.layers;

import emotiontransfer.numeric.Blas;
import emotiontransfer.numeric.NativeFloats;
import emotiontransfer.numeric.ThreadPool;

/**
 * A fully connected layer for a mini-batch at a time. Its products are divided into pieces by the
 * layer's size alone.
 */
public record FullyConnected(LayerWeights weights) {

  private static final int MOST_PIECES = 16;

  /** out = in times the weights, plus the biases. */
  public void forward(ThreadPool pool, int rows, NativeFloats in, NativeFloats out) {
    int outputs = weights.outputs();
    int inputs = weights.fanIn();
    int pieces = pieces(outputs);
    pool.runFree(
        pieces,
        (piece, worker) -> {
          int start = ThreadPool.start(piece, pieces, outputs);
          int count = ThreadPool.start(piece + 1, pieces, outputs) - start;
          for (int row = 0; row < rows; row++) {
            out.put(row * outputs + start, weights.biases(), start, count);
          }
          Blas.multiply(
              rows,
              count,
              inputs,
              1,
              in.matrix(0, inputs),
              weights.weights().matrix((long) start * inputs, inputs).transposed(),
              1,
              out.matrix(start, outputs));
        });
  }

  /** Computes the derivatives for the input from those for the output. */
  public void inputGradient(
      ThreadPool pool, int rows, NativeFloats outGradient, NativeFloats inGradient) {
    int outputs = weights.outputs();
    int inputs = weights.fanIn();
    int pieces = pieces(inputs);
    pool.runFree(
        pieces,
        (piece, worker) -> {
          int start = ThreadPool.start(piece, pieces, inputs);
          Blas.multiply(
              rows,
              ThreadPool.start(piece + 1, pieces, inputs) - start,
              outputs,
              1,
              outGradient.matrix(0, outputs),
              weights.weights().matrix(start, inputs),
              0,
              inGradient.matrix(start, inputs));
        });
  }

  /**
   * Makes a step of gradient descent; the derivatives for the weights go straight into the
   * velocity.
   */
  public void update(
      ThreadPool pool,
      int rows,
      NativeFloats in,
      NativeFloats outGradient,
      LayerWeights velocity,
      Sgd sgd) {
    int outputs = weights.outputs();
    int inputs = weights.fanIn();
    int pieces = pieces(outputs);
    pool.runFree(
        pieces,
        (piece, worker) -> {
          int start = ThreadPool.start(piece, pieces, outputs);
          int count = ThreadPool.start(piece + 1, pieces, outputs) - start;
          long offset = (long) start * inputs;
          Blas.multiply(
              count,
              inputs,
              rows,
              -sgd.learningRate(),
              outGradient.matrix(start, outputs).transposed(),
              in.matrix(0, inputs),
              sgd.momentum(),
              velocity.weights().matrix(offset, inputs));
          sgd.move(weights.weights(), velocity.weights(), offset, count * inputs);
        });
    float[] sums = new float[outputs];
    float[] row = new float[outputs];
    for (int i = 0; i < rows; i++) {
      outGradient.get(i * outputs, row, 0, outputs);
      for (int output = 0; output < outputs; output++) {
        sums[output] += row[output];
      }
    }
    sgd.moveBiases(weights.biases(), velocity.biases(), sums);
  }

  private static int pieces(int numbers) {
    return Math.min(MOST_PIECES, numbers);
  }
}
