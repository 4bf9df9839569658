package emotiontransfer.pathnet.network;

import emotiontransfer.numeric.SmallProducts;
import java.util.List;

/**
 * The active modules of a layer above the first, side by side as one matrix; the trainable ones
 * come first.
 */
final class UpperLayer {

  private final ModuleMean mean;
  private final int layer;
  private final int neurons;
  private final float[][] dzRows;
  private final float[] sums;
  private final float[] weights;
  private final float[] biases;
  private final float[][] z;
  private List<Integer> trainable = List.of();
  private int modules;

  UpperLayer(ModuleKind kind, int layer, PathNetShape shape, int batch) {
    this.mean = new ModuleMean(kind, shape.neurons());
    this.layer = layer;
    this.neurons = shape.neurons();
    int columns = shape.modules() * neurons;
    this.weights = new float[neurons * columns];
    this.biases = new float[columns];
    this.z = new float[columns][batch];
    this.dzRows = new float[batch][columns];
    this.sums = new float[columns];
  }

  /** Takes the weights of the active modules out of the grid. */
  void load(ModuleGrid grid, List<Integer> trainableModules, List<Integer> frozenModules) {
    trainable = trainableModules;
    modules = trainableModules.size() + frozenModules.size();
    int place = 0;
    for (List<Integer> some : List.of(trainableModules, frozenModules)) {
      for (int module : some) {
        float[] source = grid.weights(layer, module);
        for (int k = 0; k < neurons; k++) {
          System.arraycopy(source, k * neurons, weights, k * columns() + place, neurons);
        }
        System.arraycopy(grid.biases(layer, module), 0, biases, place, neurons);
        place += neurons;
      }
    }
  }

  /** Puts the weights of the trainable modules back into the grid. */
  void store(ModuleGrid grid) {
    int place = 0;
    for (int module : trainable) {
      float[] target = grid.weights(layer, module);
      for (int k = 0; k < neurons; k++) {
        System.arraycopy(weights, k * columns() + place, target, k * neurons, neurons);
      }
      System.arraycopy(biases, place, grid.biases(layer, module), 0, neurons);
      place += neurons;
    }
  }

  private int columns() {
    return modules * neurons;
  }

  /** Sets {@code output} to the mean of the modules' outputs, {@code [neuron][sample]}. */
  void forward(float[][] input, float[][] output, int batch) {
    SmallProducts.forward(z, input, neurons, weights, biases, columns(), batch);
    mean.clear(output, batch);
    mean.add(output, z, modules, batch, 1f / modules);
  }

  /**
   * Updates the trainable modules.
   *
   * @param input of the forward pass before
   * @param gradient derivative of the loss for the forward pass's output
   * @param inputGradient receives the derivative for the input; null where nobody needs it
   */
  void backward(
      float[][] input, float[][] gradient, float[][] inputGradient, int batch, float rate) {
    mean.backpropagate(z, gradient, modules, batch, 1f / modules);
    if (inputGradient != null) {
      SmallProducts.inputGradient(inputGradient, neurons, z, weights, columns(), batch);
    }
    SmallProducts.update(
        weights,
        biases,
        columns(),
        trainable.size() * neurons,
        input,
        neurons,
        z,
        batch,
        rate,
        dzRows,
        sums);
  }
}
