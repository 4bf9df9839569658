package emotiontransfer.pathnet.network;

import java.util.Arrays;

/**
 * The mean over the active modules of a layer (notes, question 4), forward and backward; modules
 * stand side by side, neuron by neuron.
 */
public record ModuleMean(ModuleKind kind, int neurons) {

  /** Sets the means of a mini-batch to zero. */
  public void clear(float[][] means, int batch) {
    for (int j = 0; j < neurons; j++) {
      Arrays.fill(means[j], 0, batch, 0f);
    }
  }

  /**
   * Adds the outputs of modules to their mean.
   *
   * @param means receives the sums, {@code [neuron][sample]}
   * @param z weighted sums, {@code [module * neurons + neuron][sample]}
   * @param share one over the number of active modules
   */
  public void add(float[][] means, float[][] z, int modules, int batch, float share) {
    for (int column = 0; column < modules * neurons; column++) {
      kind.addActivated(means[column % neurons], z[column], batch, share);
    }
  }

  /**
   * Replaces the weighted sums of modules by the derivative of the loss for them.
   *
   * @param z as in {@link #add}
   * @param gradient derivative of the loss for the means, {@code [neuron][sample]}
   */
  public void backpropagate(float[][] z, float[][] gradient, int modules, int batch, float share) {
    for (int column = 0; column < modules * neurons; column++) {
      kind.backpropagate(z[column], gradient[column % neurons], batch, share);
    }
  }
}
