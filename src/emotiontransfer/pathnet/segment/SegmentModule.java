package emotiontransfer.pathnet.segment;

import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.ModulePlace;
import java.util.EnumSet;
import java.util.Set;
import org.deeplearning4j.nn.conf.layers.FeedForwardLayer;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A kind of module that computes one segment by itself. With {@code forward} and {@code backward}
 * alone it works; a kind whose modules compute faster side by side offers a {@link #layer} of its
 * own, and further {@link #plans}.
 */
public interface SegmentModule extends ModuleKind {

  /**
   * Returns the kind of a grid's modules.
   *
   * @throws IllegalArgumentException if they see windows of a sequence only
   */
  static SegmentModule of(ModuleKind kind) {
    if (kind instanceof SegmentModule segments) {
      return segments;
    }
    throw new IllegalArgumentException(
        "Modules of the kind '" + kind.keyword() + "' need sequences of frames.");
  }

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
