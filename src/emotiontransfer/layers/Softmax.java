package emotiontransfer.layers;

import java.util.stream.IntStream;

/** Class probabilities from scores. */
public final class Softmax {

  private Softmax() {}

  public static double[] of(float[] scores) {
    float largest = Float.NEGATIVE_INFINITY;
    for (float score : scores) {
      largest = Math.max(largest, score);
    }
    double[] probabilities = new double[scores.length];
    double sum = 0;
    for (int c = 0; c < scores.length; c++) {
      probabilities[c] = Math.exp(scores[c] - largest);
      sum += probabilities[c];
    }
    for (int c = 0; c < scores.length; c++) {
      probabilities[c] /= sum;
    }
    return probabilities;
  }

  /** Returns the loss of a row whose class is known. */
  public static double crossEntropy(double[] probabilities, int label) {
    return -Math.log(Math.max(probabilities[label], Double.MIN_NORMAL));
  }

  /** Returns the derivatives of a row's weighted part of a mini-batch's mean cross-entropy. */
  public static float[] gradient(double[] probabilities, int label, double weight, int rows) {
    float[] gradient = new float[probabilities.length];
    for (int c = 0; c < gradient.length; c++) {
      double error = probabilities[c] - (c == label ? 1 : 0);
      gradient[c] = (float) (weight * error / rows);
    }
    return gradient;
  }

  /** Returns the first of the largest. */
  public static int largest(double[] probabilities) {
    return IntStream.range(0, probabilities.length)
        .reduce((best, c) -> probabilities[c] > probabilities[best] ? c : best)
        .orElseThrow();
  }
}
