package emotiontransfer.pathnet.sequence;

import emotiontransfer.frames.FrameLine;
import emotiontransfer.frames.Normalization;
import emotiontransfer.layers.Dropout;
import emotiontransfer.layers.Softmax;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.network.Head;
import java.util.Arrays;
import java.util.SplittableRandom;

/** The softmax head over the summaries of sequences: normalisation, dropout, scores. */
final class ClipHead {

  private final Head head;
  private final ThreadPool pool;
  private final int inputs;
  private final int classes;
  private Normalization normalization = Normalization.identity(0);
  private boolean ofBatch;
  private float[][] normalized = new float[0][];
  private float[][] factors = new float[0][];
  private double[][] probabilities = new double[0][];
  private double scoreSum;

  ClipHead(Head head, ThreadPool pool) {
    this.head = head;
    this.pool = pool;
    this.inputs = head.inputs();
    this.classes = head.classes();
  }

  /**
   * Computes the class probabilities.
   *
   * @param pooled {@code [sequences][inputs]}
   * @param batch whether the normalisation is that of this mini-batch
   */
  void forward(float[][] pooled, Normalization given, boolean batch, double dropout, long[] seeds) {
    normalization = given;
    ofBatch = batch;
    normalized = new float[pooled.length][inputs];
    factors = new float[pooled.length][];
    probabilities = new double[pooled.length][];
    double[] sums = new double[pooled.length];
    pool.runFree(
        pooled.length,
        (i, worker) -> {
          for (int j = 0; j < inputs; j++) {
            normalized[i][j] = (pooled[i][j] - given.mean(j)) * given.inverse(j);
          }
          Dropout leaving =
              dropout > 0 ? new Dropout(dropout, new SplittableRandom(seeds[i])) : Dropout.NONE;
          factors[i] = leaving.factors(inputs);
          float[] scores = scores(normalized[i], factors[i]);
          for (float score : scores) {
            sums[i] += score;
          }
          probabilities[i] = Softmax.of(scores);
        });
    scoreSum = Arrays.stream(sums).sum();
  }

  private float[] scores(float[] values, float[] factor) {
    float[] scores = head.biases().clone();
    float[] weights = head.weights();
    for (int j = 0; j < inputs; j++) {
      float value = values[j] * factor[j];
      for (int c = 0; value != 0 && c < classes; c++) {
        scores[c] += value * weights[j * classes + c];
      }
    }
    return scores;
  }

  /** Returns the sum of all scores of the last forward pass, before the softmax. */
  double scoreSum() {
    return scoreSum;
  }

  double[][] probabilities() {
    return probabilities;
  }

  /** The derivatives of the loss for weights and biases. */
  record Gradient(float[] weights, float[] biases) {}

  /**
   * Computes the derivatives of a mini-batch's mean cross-entropy.
   *
   * @param wanted class distribution of each sequence
   * @param weights of each sequence
   * @param pooledGradient takes those for {@code pooled}
   */
  Gradient backward(float[][] wanted, double[] weights, float[][] pooledGradient) {
    Gradient sums = new Gradient(new float[inputs * classes], new float[classes]);
    float[][] errors = new float[wanted.length][classes];
    for (int i = 0; i < wanted.length; i++) {
      for (int c = 0; c < classes; c++) {
        errors[i][c] = (float) (weights[i] * (probabilities[i][c] - wanted[i][c]) / wanted.length);
        sums.biases[c] += errors[i][c];
      }
    }
    pool.divide(
        inputs,
        FrameLine.PIECES,
        (first, count) -> {
          for (int j = first; j < first + count; j++) {
            addGradients(j, errors, sums.weights, pooledGradient);
            normalizeGradients(j, pooledGradient);
          }
        });
    return sums;
  }

  private void addGradients(int input, float[][] errors, float[] sums, float[][] targets) {
    float[] weights = head.weights();
    for (int i = 0; i < errors.length; i++) {
      float factor = factors[i][input];
      float value = factor * normalized[i][input];
      float sum = 0;
      for (int c = 0; factor != 0 && c < classes; c++) {
        sums[input * classes + c] += value * errors[i][c];
        sum += weights[input * classes + c] * errors[i][c];
      }
      targets[i][input] = sum * factor;
    }
  }

  private void normalizeGradients(int input, float[][] gradients) {
    int count = gradients.length;
    float sum = 0;
    float product = 0;
    for (int i = 0; ofBatch && i < count; i++) {
      sum += gradients[i][input];
      product += gradients[i][input] * normalized[i][input];
    }
    for (int i = 0; i < count; i++) {
      float centred = gradients[i][input] - sum / count - normalized[i][input] * product / count;
      gradients[i][input] = normalization.inverse(input) * centred;
    }
  }
}
