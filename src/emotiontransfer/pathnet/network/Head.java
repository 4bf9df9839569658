package emotiontransfer.pathnet.network;

import java.util.random.RandomGenerator;

/**
 * The softmax layer of one task, on top of the last layer's mean; heads never transfer (notes,
 * question 14).
 *
 * @param weights {@code [input * classes + class]}, which training changes
 * @param biases one for each class, which training changes
 */
public record Head(float[] weights, float[] biases) {

  public static Head zeros(int inputs, int classes) {
    return new Head(new float[Math.multiplyExact(inputs, classes)], new float[classes]);
  }

  /** Returns a head with weights drawn as He et al. (2015) do, and biases of zero. */
  public static Head random(int inputs, int classes, RandomGenerator random) {
    Head head = zeros(inputs, classes);
    double deviation = Math.sqrt(2.0 / inputs);
    for (int i = 0; i < head.weights.length; i++) {
      head.weights[i] = (float) (deviation * random.nextGaussian());
    }
    return head;
  }

  /** Returns the number of values of the last layer's mean. */
  public int inputs() {
    return weights.length / biases.length;
  }

  public int classes() {
    return biases.length;
  }

  /** Returns the number of weights and biases. */
  public int parameters() {
    return weights.length + biases.length;
  }

  public Head copy() {
    return new Head(weights.clone(), biases.clone());
  }
}
