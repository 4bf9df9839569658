package emotiontransfer.pathnet.segment;

import emotiontransfer.numeric.SmallProducts;
import emotiontransfer.pathnet.network.Head;

/** The softmax head during training and prediction, with its cross-entropy. */
public final class HeadLayer {

  private final SmallProducts products;
  private final int classes;
  private final float[][] scores;
  private double scoreSum;

  HeadLayer(Head head, int batch) {
    this.products = new SmallProducts(head.inputs(), head.weights(), head.biases(), batch);
    this.classes = head.classes();
    this.scores = new float[classes][batch];
  }

  /** Sets the class probabilities of a mini-batch, kept until {@link #backward}. */
  void forward(float[][] input, int batch) {
    products.forward(scores, input, classes, batch);
    scoreSum = 0;
    for (int i = 0; i < batch; i++) {
      float largest = Float.NEGATIVE_INFINITY;
      for (int c = 0; c < classes; c++) {
        largest = Math.max(largest, scores[c][i]);
        scoreSum += scores[c][i];
      }
      float sum = 0f;
      for (int c = 0; c < classes; c++) {
        float e = (float) Math.exp(scores[c][i] - largest);
        scores[c][i] = e;
        sum += e;
      }
      for (int c = 0; c < classes; c++) {
        scores[c][i] /= sum;
      }
    }
  }

  /** Returns the sum of all scores of the last forward pass, before the softmax. */
  public double scoreSum() {
    return scoreSum;
  }

  /** Returns the probability of a class for a sample of the last forward pass. */
  float probability(int label, int sample) {
    return scores[label][sample];
  }

  /** Returns the most probable class of a sample; the first of equals. */
  public int decision(int sample) {
    int best = 0;
    for (int c = 1; c < classes; c++) {
      if (scores[c][sample] > scores[best][sample]) {
        best = c;
      }
    }
    return best;
  }

  /**
   * Turns probabilities into the derivative of the mean cross-entropy, hands it down and updates
   * the head.
   */
  void backward(
      float[][] input,
      int[] labels,
      float[] weights,
      float[][] inputGradient,
      int batch,
      float rate) {
    float fraction = 1f / batch;
    for (int i = 0; i < batch; i++) {
      scores[labels[i]][i] -= 1f;
      float factor = fraction * weights[i];
      for (int c = 0; c < classes; c++) {
        scores[c][i] *= factor;
      }
    }
    products.inputGradient(inputGradient, scores, classes, batch);
    products.update(input, scores, classes, classes, batch, rate);
  }
}
