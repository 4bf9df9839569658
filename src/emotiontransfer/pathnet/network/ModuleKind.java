package emotiontransfer.pathnet.network;

import emotiontransfer.pathnet.network.ModulePlace.Extent;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * What a module computes: its parameters, its output and the derivatives (paper, section 3.3.1).
 *
 * <p>A kind is one class, listed in {@link #KINDS}. Layers average the outputs of their active
 * modules, whatever the kind ({@link ModuleLayer}); evolution, freezing, transfer and model files
 * treat parameters as numbers. A kind is stateless. With {@code forward} and {@code backward} alone
 * it works; a kind whose modules compute faster side by side offers a {@link #layer} of its own,
 * and further {@link #plans}.
 */
public interface ModuleKind {

  /** All kinds, the default first. */
  List<ModuleKind> KINDS = List.of(new LinearModule());

  /** Returns the kind of a keyword of the option {@code -module}. */
  static ModuleKind ofKeyword(String keyword) {
    return KINDS.stream()
        .filter(kind -> kind.keyword().equals(keyword))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "There is no module kind '%s'; the kinds are: %s."
                        .formatted(
                            keyword,
                            String.join(", ", KINDS.stream().map(ModuleKind::keyword).toList()))));
  }

  /**
   * What is learnt of a module, or the derivatives of the loss for it.
   *
   * @param weights in the order of the module's kind
   * @param biases one for each channel of the output
   */
  record Parameters(float[] weights, float[] biases) {

    /** Returns a copy of the arrays. */
    Parameters copy() {
      return new Parameters(weights.clone(), biases.clone());
    }
  }

  /** Returns the name that models and options use. */
  String keyword();

  /**
   * Returns the layout of a module's output.
   *
   * @param layer from 0
   * @param input layout of its input
   * @param neurons the option {@code -H}
   */
  Extent output(int layer, Extent input, int neurons);

  /** Returns the number of weights of a module, biases aside. */
  int weights(ModulePlace place);

  /** Draws the initial weights of a module from the seeded generator; biases begin at zero. */
  void initialize(float[] weights, ModulePlace place, RandomGenerator random);

  /**
   * Computes the output for one segment.
   *
   * @param in {@code [place.input().size()]}
   * @param out receives {@code [place.output().size()]}
   */
  void forward(ModulePlace place, Parameters parameters, float[] in, float[] out);

  /**
   * Computes the derivatives of the loss for one segment, by those for the output.
   *
   * @param in what {@link #forward} was given
   * @param out what it computed
   * @param outGradient derivatives for the output; may be overwritten
   * @param inGradient has the derivatives for the input added to it
   * @param gradient has the derivatives for the parameters added to it
   */
  void backward(
      ModulePlace place,
      Parameters parameters,
      float[] in,
      float[] out,
      float[] outGradient,
      float[] inGradient,
      Parameters gradient);

  /** Returns how the first layer can be trained. */
  default Set<TrainingPlan> plans() {
    return EnumSet.of(TrainingPlan.MODULES);
  }

  /**
   * Returns room for the active modules of a layer.
   *
   * @param most largest number of active modules
   * @param batch largest number of segments at a time
   */
  default ModuleLayer layer(ModulePlace place, int most, int batch) {
    return new ModuleByModuleLayer(this, place, batch);
  }

  /**
   * Returns this kind's layer in Deeplearning4j, for the export of a pathway.
   *
   * @throws IllegalArgumentException if there is none
   */
  default FeedForwardLayer graphLayer(ModulePlace place) {
    throw new IllegalArgumentException(
        "Modules of the kind '" + keyword() + "' cannot be exported to Deeplearning4j.");
  }

  /** Returns the weights in the order of {@link #graphLayer}, which is asked first. */
  default INDArray graphWeights(ModulePlace place, float[] weights) {
    throw new UnsupportedOperationException(keyword());
  }
}
