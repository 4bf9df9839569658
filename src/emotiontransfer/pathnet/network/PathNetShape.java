package emotiontransfer.pathnet.network;

import org.apache.commons.lang3.Validate;

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
    int inputs, int layers, int modules, int neurons, int maxActive, int classes) {

  /** Checks that every dimension is at least 1 and that no layer needs more than it has. */
  public PathNetShape {
    positive("inputs", inputs);
    positive("layers", layers);
    positive("modules", modules);
    positive("neurons", neurons);
    positive("maxActive", maxActive);
    positive("classes", classes);
    Validate.isTrue(
        maxActive <= modules,
        "at most %s modules can be active in a layer of %s, not %s",
        modules,
        modules,
        maxActive);
  }

  private static void positive(String name, int value) {
    Validate.isTrue(value >= 1, "%s must be at least 1, but is %s", name, value);
  }

  /** Returns the same grid with a head for a task of so many classes. */
  public PathNetShape withClasses(int newClasses) {
    return new PathNetShape(inputs, layers, modules, neurons, maxActive, newClasses);
  }
}
