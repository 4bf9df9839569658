package emotiontransfer.pathnet.network;

import emotiontransfer.data.InputBlocks;
import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The weights and biases of all modules of all layers.
 *
 * <p>A first-layer module keeps its weights block of inputs by block, within a block neuron by
 * neuron ({@link InputBlocks}); a module above it input by input. {@link #weight} hides the
 * difference.
 */
public final class ModuleGrid {

  private final PathNetShape shape;
  private final InputBlocks blocks;
  private final float[][][] weights;
  private final float[][][] biases;

  private ModuleGrid(PathNetShape shape, float[][][] weights, float[][][] biases) {
    this.shape = shape;
    this.blocks = InputBlocks.of(shape.inputs());
    this.weights = weights;
    this.biases = biases;
  }

  /** Returns a grid of zeros. */
  public static ModuleGrid zeros(PathNetShape shape) {
    float[][][] weights = new float[shape.layers()][shape.modules()][];
    float[][][] biases = new float[shape.layers()][shape.modules()][shape.neurons()];
    for (int layer = 0; layer < shape.layers(); layer++) {
      int length = Math.multiplyExact(shape.fanIn(layer), shape.neurons());
      for (int module = 0; module < shape.modules(); module++) {
        weights[layer][module] = new float[length];
      }
    }
    return new ModuleGrid(shape, weights, biases);
  }

  /**
   * Returns a grid whose weights are drawn anew.
   *
   * @param random the seeded generator
   */
  public static ModuleGrid random(PathNetShape shape, ModuleKind kind, RandomGenerator random) {
    ModuleGrid grid = zeros(shape);
    for (int layer = 0; layer < shape.layers(); layer++) {
      for (float[] module : grid.weights[layer]) {
        kind.initialize(module, shape.fanIn(layer), random);
      }
    }
    return grid;
  }

  /** Returns the dimensions. */
  public PathNetShape shape() {
    return shape;
  }

  /**
   * Returns one weight.
   *
   * @param layer from 0
   * @param module from 0
   * @param input from 0
   * @param neuron from 0
   */
  public float weight(int layer, int module, int input, int neuron) {
    return weights[layer][module][index(layer, input, neuron)];
  }

  /**
   * Sets one weight.
   *
   * @param layer from 0
   * @param module from 0
   * @param input from 0
   * @param neuron from 0
   */
  public void setWeight(int layer, int module, int input, int neuron, float value) {
    weights[layer][module][index(layer, input, neuron)] = value;
  }

  private int index(int layer, int input, int neuron) {
    return layer > 0
        ? input * shape.neurons() + neuron
        : blocks.place(input, neuron, shape.neurons());
  }

  /** The stored weights of a module, not a copy; the order is told above. */
  public float[] weights(int layer, int module) {
    return weights[layer][module];
  }

  /** The stored weights of all modules of a layer, not a copy. */
  public float[][] weights(int layer) {
    return weights[layer];
  }

  /** The stored biases of a module, not a copy. */
  public float[] biases(int layer, int module) {
    return biases[layer][module];
  }

  /**
   * Copies modules of another grid into this one.
   *
   * @param other grid of the same dimensions
   * @param modules which ones, at the same places
   */
  public void copy(ModuleGrid other, Pathway modules) {
    for (int layer = 0; layer < shape.layers(); layer++) {
      for (int module : modules.modules(layer)) {
        copyModule(other, layer, module, module);
      }
    }
  }

  /** Copies modules of the layers above the first of another grid, to the same places. */
  public void copyUpper(ModuleGrid other, Pathway modules) {
    for (int layer = 1; layer < shape.layers(); layer++) {
      for (int module : modules.modules(layer)) {
        copyModule(other, layer, module, module);
      }
    }
  }

  /** Copies one module of another grid to a place of the same layer in this one. */
  public void copyModule(ModuleGrid other, int layer, int from, int to) {
    float[] source = other.weights[layer][from];
    System.arraycopy(source, 0, weights[layer][to], 0, source.length);
    System.arraycopy(other.biases[layer][from], 0, biases[layer][to], 0, shape.neurons());
  }

  /** Copies the biases of one module of another grid to the same place in this one. */
  public void copyBiases(ModuleGrid other, int layer, int module) {
    System.arraycopy(other.biases[layer][module], 0, biases[layer][module], 0, shape.neurons());
  }

  /** Tells whether two modules of two grids have the same bits. */
  public boolean sameModule(ModuleGrid other, int layer, int module) {
    return Arrays.equals(weights[layer][module], other.weights[layer][module])
        && Arrays.equals(biases[layer][module], other.biases[layer][module]);
  }

  /**
   * Returns the bytes of modules, to assert that training left them alone: a hash of every bit of
   * their weights and biases.
   */
  public int bitHash(Pathway modules) {
    int hash = 1;
    for (int layer = 0; layer < shape.layers(); layer++) {
      for (int module : modules.modules(layer)) {
        hash = 31 * hash + Arrays.hashCode(weights[layer][module]);
        hash = 31 * hash + Arrays.hashCode(biases[layer][module]);
      }
    }
    return hash;
  }
}
