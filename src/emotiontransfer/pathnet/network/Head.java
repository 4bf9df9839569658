package emotiontransfer.pathnet.network;

import java.util.random.RandomGenerator;

/**
 * The softmax layer of one task, on top of the last layer's mean; heads never transfer (notes,
 * question 14).
 */
public final class Head {

  private final int inputs;
  private final int classes;
  private final float[] weights;
  private final float[] biases;

  private Head(int inputs, int classes, float[] weights, float[] biases) {
    this.inputs = inputs;
    this.classes = classes;
    this.weights = weights;
    this.biases = biases;
  }

  /** Returns a head of zeros for a number of inputs and of classes. */
  public static Head zeros(int inputs, int classes) {
    return new Head(inputs, classes, new float[inputs * classes], new float[classes]);
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
    return inputs;
  }

  /** Returns the number of weights and biases. */
  public int parameters() {
    return weights.length + biases.length;
  }

  public int classes() {
    return classes;
  }

  /** Returns the weights, not a copy, {@code [input * classes + class]}. */
  public float[] weights() {
    return weights;
  }

  /** Returns the biases, not a copy, one for each class. */
  public float[] biases() {
    return biases;
  }

  /** Returns a copy. */
  public Head copy() {
    return new Head(inputs, classes, weights.clone(), biases.clone());
  }
}
