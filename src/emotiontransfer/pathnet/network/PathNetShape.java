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
   * Returns the same grid with a head for another task.
   *
   * @param newClasses number of classes of that task
   */
  public PathNetShape withClasses(int newClasses) {
    return new PathNetShape(inputs, layers, modules, neurons, maxActive, newClasses);
  }
}
