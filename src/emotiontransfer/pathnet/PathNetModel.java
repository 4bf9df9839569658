package emotiontransfer.pathnet;

import emotiontransfer.data.Provenance;
import emotiontransfer.data.Scaling;
import emotiontransfer.pathnet.evolution.EvolutionTrace;
import emotiontransfer.pathnet.evolution.GenerationRecord;
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
 * <p>Immutable but for the network that it makes for its first prediction.
 */
public final class PathNetModel {

  private final Provenance provenance;
  private final ModuleGrid grid;
  private final Head head;
  private final Scaling scaling;
  private final Pathway sourcePathway;
  private final SourceUse sourceUse;
  private final EvolutionTrace trace;
  private final ResumeState resumeState;
  private PathwayNetwork network;

  public PathNetModel(
      Provenance provenance,
      ModuleGrid grid,
      Head head,
      Scaling scaling,
      Pathway sourcePathway,
      SourceUse sourceUse,
      EvolutionTrace trace,
      ResumeState resumeState) {
    this.provenance = provenance;
    this.grid = grid;
    this.head = head;
    this.scaling = scaling;
    this.sourcePathway = sourcePathway;
    this.sourceUse = sourceUse;
    this.trace = trace;
    this.resumeState = resumeState;
  }

  /** Returns whether this model can be evolved further. */
  public boolean isResumable() {
    return resumeState != null;
  }

  /**
   * Returns a smaller model with the same predictions that cannot be evolved further: this model
   * where it is not resumable anyway.
   */
  public PathNetModel finished() {
    return resumeState == null ? this : resumable(null);
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

  /** Returns the active modules whose parameters this evolution has trained. */
  public Pathway trainedPathway() {
    return activePathway().minus(frozenPathway());
  }

  public ResumeState resumeState() {
    return resumeState;
  }

  public PathNetShape shape() {
    return grid.shape();
  }

  /** Returns which data, options and versions made this model. */
  public Provenance provenance() {
    return provenance;
  }

  /** Returns the names of the classes, in the order of the outputs. */
  public List<String> classLabels() {
    return provenance.classLabels();
  }

  /** Returns the genotype's modules that won with the highest fitness. */
  public Pathway bestPathway() {
    return trace.best();
  }

  /** Returns the modules that came from sources, frozen or not. */
  public Pathway sourcePathway() {
    return sourcePathway;
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

  /** Returns the use of the source modules; without a source it has no meaning. */
  public SourceUse sourceUse() {
    return sourceUse;
  }

  public EvolutionTrace trace() {
    return trace;
  }

  /** Returns the population before the first generation: one pathway for each slot. */
  public List<Pathway> initialPopulation() {
    return trace.initialPopulation();
  }

  /** Returns the population after the last generation: one pathway for each slot. */
  public List<Pathway> finalPopulation() {
    return trace.finalPopulation();
  }

  public List<GenerationRecord> history() {
    return trace.history();
  }

  /** Returns the number of weights and biases of the active modules, without the head. */
  public long pathwayParameters() {
    return grid.parameters(activePathway());
  }

  public ModuleKind kind() {
    return grid.kind();
  }

  /**
   * Returns the module weights: of the best pathway as they were when it earned its fitness, of the
   * other modules as the evolution left them, not to be changed.
   */
  public ModuleGrid grid() {
    return grid;
  }

  /** Returns the softmax layer, not to be changed. */
  public Head head() {
    return head;
  }

  public Scaling scaling() {
    return scaling;
  }

  /**
   * Predicts the classes of some segments.
   *
   * @param segments unscaled inputs, {@code [segments][inputs]}, NaN where missing; scaled in place
   * @return class probabilities, {@code [segments][classes]}
   */
  public double[][] probabilities(float[][] segments) {
    for (float[] segment : segments) {
      scaling.apply(segment);
    }
    return segments.length == 0 ? new double[0][] : network().probabilities(segments);
  }

  private synchronized PathwayNetwork network() {
    if (network == null) {
      network = new PathwayNetwork(grid, head, activePathway());
    }
    return network;
  }
}
