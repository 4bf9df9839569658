package emotiontransfer.pathnet.network;

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

  /** Returns the name that models and options use. */
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
   * Adds the outputs of a neuron, scaled, to sums.
   *
   * @param sums receives {@code sums[i] += scale * f(inputs[i])}
   * @param inputs the neuron's weighted sums
   * @param length number of values
   * @param scale factor
   */
  void addActivated(float[] sums, float[] inputs, int length, float scale);

  /**
   * Replaces weighted sums by the derivative of the loss for them.
   *
   * @param inputs the neuron's weighted sums; receives {@code scale * gradient[i] * f'(inputs[i])}
   * @param gradient the derivative of the loss for the neuron's scaled outputs
   * @param length number of values
   * @param scale the factor of {@link #addActivated}
   */
  void backpropagate(float[] inputs, float[] gradient, int length, float scale);

  /** Returns the activation function of the kind in Deeplearning4j, for the export of a pathway. */
  Activation activation();
}
