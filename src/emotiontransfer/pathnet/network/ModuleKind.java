package emotiontransfer.pathnet.network;

import emotiontransfer.frames.Extent;
import emotiontransfer.pathnet.segment.SegmentModule;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * What a module computes: its parameters and the layout of its output (paper, section 3.3.1).
 *
 * <p>A kind is one class, listed in {@code ModuleKinds}. Layers average the outputs of their active
 * modules, whatever the kind; evolution, freezing, transfer and model files treat parameters as
 * numbers. A kind is stateless. It computes segments by itself ({@link SegmentModule}), or it says
 * which windows of a sequence its weighted sums are taken over ({@link #kernel}), or both.
 */
public interface ModuleKind {

  /** Returns this kind, or one like it with the numbers in its keyword, if that is its name. */
  default Optional<ModuleKind> named(String word) {
    return word.equals(keyword()) ? Optional.of(this) : Optional.empty();
  }

  /**
   * What is learnt of a module, or the derivatives of the loss for it.
   *
   * @param weights in the order of the module's kind
   * @param biases one for each channel of the output
   */
  record Parameters(float[] weights, float[] biases) {

    /** Returns a copy of the arrays. */
    public Parameters copy() {
      return new Parameters(weights.clone(), biases.clone());
    }
  }

  /** Returns the name that models and options use. */
  String keyword();

  /** Returns the layout of a module's input, which is given as the layer below puts it out. */
  default Extent input(int layer, Extent given) {
    return given;
  }

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
   * Returns the index of a weight, for kinds that have a {@link #kernel}.
   *
   * @param input of the window: {@code tap * place.input().size() + value}
   */
  default int index(ModulePlace place, int input, int channel) {
    throw new UnsupportedOperationException(keyword());
  }

  /**
   * Returns the windows of a layer over the frames of a sequence; empty for a kind that only knows
   * single segments ({@link SegmentModule}).
   */
  default Optional<Kernel> kernel(int layer) {
    return Optional.empty();
  }
}
