package emotiontransfer.pathnet;

import java.util.List;
import java.util.random.RandomGenerator;
import org.nd4j.linalg.activations.Activation;

/**
 * What a module computes from its weighted sums, and how its weights begin.
 *
 * <p>A further kind of module is one more implementation, listed in {@link #KINDS}.
 */
public interface ModuleKind {

  /** All kinds, the default first. */
  List<ModuleKind> KINDS = List.of(new LinearModule());

  /**
   * Finds a kind by its name.
   *
   * @param name as the option {@code -module} gives it
   * @return the kind
   * @throws IllegalArgumentException listing the names if there is none of this name
   */
  static ModuleKind named(String name) {
    return KINDS.stream()
        .filter(kind -> kind.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no module kind '"
                        + name
                        + "'; the kinds are: "
                        + String.join(", ", KINDS.stream().map(ModuleKind::name).toList())
                        + "."));
  }

  /**
   * Returns the name that models and options use.
   *
   * @return a short word
   */
  String name();

  /**
   * Draws the initial weights of a module; its biases begin at zero.
   *
   * @param weights to be filled
   * @param fanIn number of inputs of the module
   * @param random the seeded generator
   */
  void initialize(float[] weights, int fanIn, RandomGenerator random);

  /**
   * Adds the outputs of some neurons, scaled, to sums.
   *
   * @param sums receives {@code sums[s + i] += scale * f(inputs[z + i])}
   * @param s first index in {@code sums}
   * @param inputs the neurons' weighted sums
   * @param z first index in {@code inputs}
   * @param length number of values
   * @param scale factor
   */
  void addActivated(float[] sums, int s, float[] inputs, int z, int length, float scale);

  /**
   * Replaces weighted sums by the derivative of the loss for them.
   *
   * @param inputs the neurons' weighted sums; receives {@code scale * gradient[g + i] * f'(inputs[z
   *     + i])}
   * @param z first index in {@code inputs}
   * @param gradient the derivative of the loss for the neurons' scaled outputs
   * @param g first index in {@code gradient}
   * @param length number of values
   * @param scale the factor of {@link #addActivated}
   */
  void backpropagate(float[] inputs, int z, float[] gradient, int g, int length, float scale);

  /**
   * Returns the activation function of the kind in Deeplearning4j.
   *
   * @return for the export of a pathway
   */
  Activation activation();
}
