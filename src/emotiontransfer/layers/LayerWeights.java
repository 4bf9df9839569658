package emotiontransfer.layers;

import emotiontransfer.numeric.Blas;
import emotiontransfer.numeric.NativeFloats;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The weights of a layer, {@code [outputs][fanIn]}, and its biases. A convolution's filter has its
 * weights in the order channel, row, column.
 */
public record LayerWeights(NativeFloats weights, float[] biases) implements AutoCloseable {

  public static LayerWeights zeros(int outputs, int fanIn) {
    return new LayerWeights(new NativeFloats((long) outputs * fanIn), new float[outputs]);
  }

  /** Returns weights drawn as He et al. (2015) do for rectified layers, and biases of 0. */
  public static LayerWeights random(int outputs, int fanIn, SplittableRandom random) {
    LayerWeights drawn = zeros(outputs, fanIn);
    double deviation = Math.sqrt(2.0 / fanIn);
    for (int i = 0; i < drawn.weights.length(); i++) {
      drawn.weights.values().put(i, (float) (deviation * random.nextGaussian()));
    }
    return drawn;
  }

  /** Returns zeros of the same shape. */
  LayerWeights zeros() {
    return zeros(outputs(), fanIn());
  }

  public int outputs() {
    return biases.length;
  }

  public int fanIn() {
    return weights.length() / biases.length;
  }

  /** Returns the weights of an output and of those after it. */
  Blas.Matrix from(int output) {
    return weights.matrix((long) output * fanIn(), fanIn());
  }

  public LayerWeights copy() {
    return new LayerWeights(weights.copy(), biases.clone());
  }

  public void clear() {
    weights.clear();
    Arrays.fill(biases, 0);
  }

  @Override
  public void close() {
    weights.close();
  }
}
