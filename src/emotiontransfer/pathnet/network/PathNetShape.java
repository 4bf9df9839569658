package emotiontransfer.pathnet.network;

import java.io.Serializable;

/**
 * The dimensions of a module grid and of the head on top of it.
 *
 * @param inputs number of inputs of each first-layer module (12,288 for a 64 x 64 x 3 segment)
 * @param layers number of layers (paper, section 4: L = 3)
 * @param modules number of modules in each layer (M = 20)
 * @param neurons number of neurons in each module (20)
 * @param maxActive largest number of distinct modules that a genotype activates in a layer (N = 4)
 * @param classes number of classes of the task
 */
public record PathNetShape(
    int inputs, int layers, int modules, int neurons, int maxActive, int classes)
    implements Serializable {

  /**
   * Checks that every dimension is at least 1 and that no layer needs more modules than it has.
   *
   * @throws IllegalArgumentException naming the dimension and its value
   */
  public PathNetShape {
    requirePositive("inputs", inputs);
    requirePositive("layers", layers);
    requirePositive("modules", modules);
    requirePositive("neurons", neurons);
    requirePositive("maxActive", maxActive);
    requirePositive("classes", classes);
    if (maxActive > modules) {
      throw new IllegalArgumentException(
          "at most "
              + modules
              + " modules can be active in a layer of "
              + modules
              + ", not "
              + maxActive);
    }
  }

  private static void requirePositive(String name, int value) {
    if (value < 1) {
      throw new IllegalArgumentException(name + " must be at least 1, but is " + value);
    }
  }

  /**
   * Returns the number of values that enter a module.
   *
   * @param layer from 0
   * @return {@code inputs} in the first layer, {@code neurons} above it
   */
  public int fanIn(int layer) {
    return layer == 0 ? inputs : neurons;
  }

  /**
   * Returns the number of weights and biases of one module.
   *
   * @param layer from 0
   * @return fan-in times neurons, plus neurons
   */
  public int moduleParameters(int layer) {
    return Math.addExact(Math.multiplyExact(fanIn(layer), neurons), neurons);
  }

  /**
   * Returns the number of weights and biases of all modules, without the head: 4,932,400 for the
   * paper's grid.
   */
  public long gridParameters() {
    long sum = 0;
    for (int layer = 0; layer < layers; layer++) {
      sum += (long) modules * moduleParameters(layer);
    }
    return sum;
  }

  /**
   * Returns the number of weights and biases of the modules of a pathway, without the head.
   *
   * @param pathway with as many layers as this shape
   * @return 986,480 for the paper's grid and four modules in each layer
   */
  public long parameters(Pathway pathway) {
    long sum = 0;
    for (int layer = 0; layer < layers; layer++) {
      sum += (long) pathway.modules(layer).size() * moduleParameters(layer);
    }
    return sum;
  }

  /** Returns the number of weights and biases of the head: (neurons + 1) times classes. */
  public int headParameters() {
    return (neurons + 1) * classes;
  }

  /**
   * Returns the same grid with a head for another task.
   *
   * @param newClasses number of classes of that task
   */
  public PathNetShape withClasses(int newClasses) {
    return new PathNetShape(inputs, layers, modules, neurons, maxActive, newClasses);
  }
}
