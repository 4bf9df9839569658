package emotiontransfer.pathnet.segment;

import java.util.Arrays;

/** The mean of rectified modules over a mini-batch, and its derivatives. */
public final class Rectification {

  private Rectification() {}

  /** Sets the means of a mini-batch to zero, {@code [neuron][segment]}. */
  public static void clear(float[][] means, int batch) {
    for (float[] mean : means) {
      Arrays.fill(mean, 0, batch, 0f);
    }
  }

  /**
   * Adds the rectified sums of modules to their mean.
   *
   * @param means receives the sums, {@code [neuron][segment]}
   * @param z weighted sums, {@code [module * neurons + neuron][segment]}
   * @param columns modules times neurons
   * @param fraction one over the number of active modules
   */
  public static void addRectified(
      float[][] means, float[][] z, int columns, int batch, float fraction) {
    for (int column = 0; column < columns; column++) {
      float[] sums = means[column % means.length];
      float[] inputs = z[column];
      for (int i = 0; i < batch; i++) {
        sums[i] += fraction * Math.max(inputs[i], 0f);
      }
    }
  }

  /**
   * Replaces the weighted sums of modules by the derivative of the loss for them.
   *
   * @param z as in {@link #addRectified}
   * @param gradient derivative of the loss for the means, {@code [neuron][segment]}
   */
  public static void backpropagate(
      float[][] z, float[][] gradient, int columns, int batch, float fraction) {
    for (int column = 0; column < columns; column++) {
      float[] inputs = z[column];
      float[] outer = gradient[column % gradient.length];
      for (int i = 0; i < batch; i++) {
        inputs[i] = inputs[i] > 0f ? fraction * outer[i] : 0f;
      }
    }
  }
}
