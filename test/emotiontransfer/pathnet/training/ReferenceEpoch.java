package emotiontransfer.pathnet.training;

import java.io.File;
import java.io.IOException;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.nd4j.shade.jackson.databind.JsonNode;
import org.nd4j.shade.jackson.databind.ObjectMapper;

/**
 * One epoch of PathNet (paper, section 3.3; notes, questions 2, 4, 5, 6, 19, 20), written to be
 * read, in double precision, without code of the product; fields as in {@code pathnet_epoch.json}.
 */
final class ReferenceEpoch {

  /** Weights {@code [layer][module][input][neuron]} and {@code [neuron][class]}, and biases. */
  static final class Network {
    public double[][][][] weights;
    public double[][][] biases;
    public double[][] headWeights;
    public double[] headBiases;
  }

  private static final ObjectMapper JSON = new ObjectMapper();
  public int layers, modules, neurons, maxActive, inputs, classes, miniBatch, correctDuringEpoch;
  public double learningRate;
  public int[][] genotype, frozen, active;
  public int[] order, y;
  public double[][] x, probabilitiesBefore, probabilitiesAfter;
  public Network before, after;

  /** Writes a file like pathnet_epoch.json (the first argument) with its results computed anew. */
  public static void main(String[] files) throws IOException {
    JSON.writeValue(new File(files[1]), computed(JSON.readTree(new File(files[0]))));
  }

  static JsonNode computed(JsonNode given) throws IOException {
    ReferenceEpoch epoch = JSON.treeToValue(given, ReferenceEpoch.class);
    epoch.compute();
    return JSON.valueToTree(epoch);
  }

  private void compute() throws IOException {
    // Duplicates of a genotype collapse; frozen modules are always active.
    active = new int[layers][];
    for (int i = 0; i < layers; i++) {
      IntStream both = IntStream.concat(Arrays.stream(genotype[i]), Arrays.stream(frozen[i]));
      active[i] = both.distinct().sorted().toArray();
    }
    probabilitiesBefore = predict(before);
    after = copy(before);
    correctDuringEpoch = 0;
    for (int from = 0; from < order.length; from += miniBatch) {
      step(Arrays.copyOfRange(order, from, Math.min(from + miniBatch, order.length)));
    }
    probabilitiesAfter = predict(after);
  }

  private static Network copy(Network network) throws IOException {
    return JSON.treeToValue(JSON.valueToTree(network), Network.class);
  }

  private double[][] predict(Network network) {
    double[][] probabilities = new double[x.length][];
    Arrays.setAll(probabilities, i -> softmax(means(network, x[i])[layers], network));
    return probabilities;
  }

  /** Gradient descent on the mean cross-entropy of a mini-batch; counts before it updates. */
  private void step(int[] rows) throws IOException {
    Network old = copy(after);
    for (int row : rows) {
      double[][] means = means(old, x[row]);
      double[] error = softmax(means[layers], old);
      int decision = IntStream.range(0, classes).reduce(0, (a, b) -> error[b] > error[a] ? b : a);
      correctDuringEpoch += decision == y[row] ? 1 : 0;
      error[y[row]] -= 1;
      double[] gradient = new double[neurons];
      for (int c = 0; c < classes; c++) {
        error[c] /= rows.length;
        descend(after.headWeights, after.headBiases, c, means[layers], error[c]);
        propagate(old.headWeights, c, error[c], gradient);
      }
      for (int layer = layers - 1; layer >= 0; layer--) {
        gradient = backward(old, layer, means[layer], gradient);
      }
    }
  }

  /** Moves the trainable modules of a layer; returns the gradient for the layer's input. */
  private double[] backward(Network old, int layer, double[] input, double[] gradient) {
    double[] below = new double[input.length];
    for (int m : active[layer]) {
      double[] sums = affine(input, old.weights[layer][m], old.biases[layer][m]);
      for (int o = 0; o < neurons; o++) {
        double error = sums[o] > 0 ? gradient[o] / active[layer].length : 0;
        propagate(old.weights[layer][m], o, error, below);
        if (Arrays.stream(frozen[layer]).noneMatch(f -> f == m)) {
          descend(after.weights[layer][m], after.biases[layer][m], o, input, error);
        }
      }
    }
    return below;
  }

  private static void propagate(double[][] weights, int output, double error, double[] below) {
    for (int k = 0; k < below.length; k++) {
      below[k] += weights[k][output] * error;
    }
  }

  private void descend(double[][] weights, double[] biases, int o, double[] input, double error) {
    for (int k = 0; k < input.length; k++) {
      weights[k][o] -= learningRate * input[k] * error;
    }
    biases[o] -= learningRate * error;
  }

  /** Returns the segment and the output of each layer, the mean of its active modules. */
  private double[][] means(Network network, double[] segment) {
    double[][] means = new double[layers + 1][neurons];
    means[0] = segment;
    for (int layer = 0; layer < layers; layer++) {
      for (int m : active[layer]) {
        double[] sums = affine(means[layer], network.weights[layer][m], network.biases[layer][m]);
        for (int o = 0; o < neurons; o++) {
          means[layer + 1][o] += Math.max(0, sums[o]) / active[layer].length;
        }
      }
    }
    return means;
  }

  private static double[] affine(double[] input, double[][] weights, double[] biases) {
    double[] sums = biases.clone();
    for (int k = 0; k < input.length; k++) {
      for (int o = 0; o < sums.length; o++) {
        sums[o] += input[k] * weights[k][o];
      }
    }
    return sums;
  }

  private static double[] softmax(double[] mean, Network network) {
    double[] e = affine(mean, network.headWeights, network.headBiases);
    double sum = Arrays.stream(e).map(Math::exp).sum();
    return Arrays.stream(e).map(score -> Math.exp(score) / sum).toArray();
  }
}
