package emotiontransfer.pathnet.network;

import java.util.random.RandomGenerator;

/**
 * The softmax layer of one task, on top of the last layer's mean; heads never transfer (notes,
 * question 14).
 */
public final class Head {

  private final int neurons;
  private final int classes;
  private final float[] weights;
  private final float[] biases;

  private Head(int neurons, int classes, float[] weights, float[] biases) {
    this.neurons = neurons;
    this.classes = classes;
    this.weights = weights;
    this.biases = biases;
  }

  /**
   * Returns a head of zeros.
   *
   * @param shape of the grid and the task
   */
  public static Head zeros(PathNetShape shape) {
    int classes = shape.classes();
    return new Head(
        shape.neurons(), classes, new float[shape.neurons() * classes], new float[classes]);
  }

  /**
   * Returns a head with weights drawn as He et al. (2015) do, and biases of zero.
   *
   * @param shape of the grid and the task
   * @param random the seeded generator
   */
  public static Head random(PathNetShape shape, RandomGenerator random) {
    Head head = zeros(shape);
    double deviation = Math.sqrt(2.0 / shape.neurons());
    for (int i = 0; i < head.weights.length; i++) {
      head.weights[i] = (float) (deviation * random.nextGaussian());
    }
    return head;
  }

  /** Returns the weights, not a copy, {@code [neuron * classes + class]}. */
  public float[] weights() {
    return weights;
  }

  /** Returns the biases, not a copy, one for each class. */
  public float[] biases() {
    return biases;
  }

  /**
   * Returns one weight.
   *
   * @param neuron from 0
   * @param label class index from 0
   */
  public float weight(int neuron, int label) {
    return weights[neuron * classes + label];
  }

  /**
   * Returns one bias.
   *
   * @param label class index from 0
   */
  public float bias(int label) {
    return biases[label];
  }

  /** Returns a copy. */
  public Head copy() {
    return new Head(neurons, classes, weights.clone(), biases.clone());
  }
}
