package emotiontransfer.pathnet;

import emotiontransfer.data.Provenance;
import emotiontransfer.data.Scaling;
import emotiontransfer.pathnet.evolution.EvolutionTrace;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.network.PathwayNetwork;
import emotiontransfer.pathnet.transfer.Source;
import emotiontransfer.pathnet.transfer.SourceModules;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.util.List;

/**
 * An evolved PathNet: all that prediction, transfer and pictures need, and no training data.
 *
 * @param provenance which data, options and versions made it
 * @param grid modules of the best pathway as they were when it earned its fitness, the others as
 *     the evolution left them, not to be changed
 * @param head softmax layer, not to be changed
 * @param sourcePathway modules that came from sources, frozen or not
 * @param sourceUse has no meaning without a source
 * @param resumeState what continues its evolution; null in a model that is finished
 */
public record PathNetModel(
    Provenance provenance,
    ModuleGrid grid,
    Head head,
    Scaling scaling,
    Pathway sourcePathway,
    SourceUse sourceUse,
    EvolutionTrace trace,
    ResumeState resumeState) {

  /** Returns the classes, in the order of the probabilities. */
  public List<String> classLabels() {
    return provenance.classLabels();
  }

  /** Returns whether this model can be evolved further. */
  public boolean isResumable() {
    return resumeState != null;
  }

  /** Returns a smaller model with the same predictions that cannot be evolved further. */
  public PathNetModel finished() {
    return resumable(null);
  }

  /** Returns this model with what continues its evolution. */
  public PathNetModel resumable(ResumeState state) {
    return new PathNetModel(
        provenance, grid, head, scaling, sourcePathway, sourceUse, trace, state);
  }

  /** Returns what a later evolution takes over from this model. */
  public Source asSource() {
    return new Source(grid, head, activePathway());
  }

  public PathNetShape shape() {
    return grid.shape();
  }

  public ModuleKind kind() {
    return grid.kind();
  }

  /** Returns the active modules whose parameters this evolution has trained. */
  public Pathway trainedPathway() {
    return activePathway().minus(frozenPathway());
  }

  /** Returns the source modules that never changed: none after fine-tuning. */
  public Pathway frozenPathway() {
    return source().frozen();
  }

  /** Returns the modules that predict: of the best pathway, and of sources always active. */
  public Pathway activePathway() {
    return source().active(trace.best());
  }

  /** Returns the source modules that the best genotype picked of itself. */
  public Pathway reusedPathway() {
    return trace.best().intersection(sourcePathway);
  }

  private SourceModules source() {
    return SourceModules.of(sourcePathway, sourceUse);
  }

  /** Returns the number of weights and biases of the active modules, without the head. */
  public long pathwayParameters() {
    return grid.parameters(activePathway());
  }

  /** Returns the network that predicts, which takes scaled segments and has native memory. */
  public PathwayNetwork network() {
    return new PathwayNetwork(grid, head, activePathway());
  }

  /**
   * Predicts the classes of some segments with a network of its own.
   *
   * @param segments unscaled inputs, {@code [segments][inputs]}, NaN where missing; scaled in place
   * @return class probabilities, {@code [segments][classes]}
   */
  public double[][] probabilities(float[][] segments) {
    try (PathwayNetwork network = network()) {
      return probabilities(network, segments);
    }
  }

  /** Predicts as {@link #probabilities(float[][])} does with a {@link #network()} that is kept. */
  public double[][] probabilities(PathwayNetwork network, float[][] segments) {
    for (float[] segment : segments) {
      scaling.apply(segment);
    }
    return network.probabilities(segments);
  }
}
