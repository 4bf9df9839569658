package emotiontransfer.pathnet.segment;

import emotiontransfer.numeric.SmallProducts;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModulePlace;
import java.util.List;

/**
 * Linear modules of a layer above the first, side by side as one matrix; the trainable ones come
 * first.
 */
public final class LinearLayer implements ModuleLayer {

  private final int layer;
  private final int inputs;
  private final int neurons;
  private final SmallProducts products;
  private final float[] weights;
  private final float[] biases;
  private final float[][] z;
  private List<Integer> trainable = List.of();
  private int modules;

  public LinearLayer(ModulePlace place, int most, int batch) {
    this.layer = place.layer();
    this.inputs = place.input().size();
    this.neurons = place.output().size();
    int columns = most * neurons;
    this.weights = new float[inputs * columns];
    this.biases = new float[columns];
    this.z = new float[columns][batch];
    this.products = new SmallProducts(inputs, weights, biases, batch);
  }

  @Override
  public void load(ModuleGrid grid, List<Integer> trainableModules, List<Integer> frozenModules) {
    trainable = trainableModules;
    modules = trainableModules.size() + frozenModules.size();
    int place = 0;
    for (List<Integer> some : List.of(trainableModules, frozenModules)) {
      for (int module : some) {
        float[] source = grid.weights(layer, module);
        for (int k = 0; k < inputs; k++) {
          System.arraycopy(source, k * neurons, weights, k * columns() + place, neurons);
        }
        System.arraycopy(grid.biases(layer, module), 0, biases, place, neurons);
        place += neurons;
      }
    }
  }

  @Override
  public void store(ModuleGrid grid) {
    int place = 0;
    for (int module : trainable) {
      float[] target = grid.weights(layer, module);
      for (int k = 0; k < inputs; k++) {
        System.arraycopy(weights, k * columns() + place, target, k * neurons, neurons);
      }
      System.arraycopy(biases, place, grid.biases(layer, module), 0, neurons);
      place += neurons;
    }
  }

  private int columns() {
    return modules * neurons;
  }

  @Override
  public void forward(float[][] input, float[][] output, int batch) {
    products.forward(z, input, columns(), batch);
    Rectification.clear(output, batch);
    Rectification.addRectified(output, z, columns(), batch, 1f / modules);
  }

  @Override
  public void backward(
      float[][] input, float[][] gradient, float[][] inputGradient, int batch, float rate) {
    Rectification.backpropagate(z, gradient, columns(), batch, 1f / modules);
    if (inputGradient != null) {
      products.inputGradient(inputGradient, z, columns(), batch);
    }
    products.update(input, z, columns(), trainable.size() * neurons, batch, rate);
  }
}
