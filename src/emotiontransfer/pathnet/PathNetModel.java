package emotiontransfer.pathnet;

import emotiontransfer.data.Provenance;
import emotiontransfer.data.Scaling;
import emotiontransfer.frames.StatisticsPooling;
import emotiontransfer.pathnet.evolution.ClassTrace;
import emotiontransfer.pathnet.evolution.EvolutionTrace;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.segment.PathwayNetwork;
import emotiontransfer.pathnet.sequence.SequenceModel;
import emotiontransfer.pathnet.sequence.SequencePredictor;
import emotiontransfer.pathnet.transfer.Source;
import emotiontransfer.pathnet.transfer.SourceModules;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An evolved PathNet: all that prediction, transfer and pictures need, and no training data.
 *
 * @param provenance which data, options and versions made it
 * @param grid modules of the best pathway as they were when it earned its fitness, the others as
 *     the evolution left them, not to be changed
 * @param head softmax layer, not to be changed
 * @param sourcePathway modules that came from sources, frozen or not
 * @param sourceUse has no meaning without a source
 * @param sequences of a network that sees frames, or was trained otherwise than the paper's
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
    Optional<SequenceModel> sequences,
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
        provenance, grid, head, scaling, sourcePathway, sourceUse, trace, sequences, state);
  }

  /** Returns what a later evolution takes over from this model. */
  public Source asSource() {
    return new Source(grid, head, activePathway());
  }

  /** Returns this model with a card. */
  public PathNetModel withCard(String card) {
    return with(provenance.with(card));
  }

  /** Returns this model with another provenance. */
  public PathNetModel with(Provenance other) {
    return new PathNetModel(
        other, grid, head, scaling, sourcePathway, sourceUse, trace, sequences, resumeState);
  }

  /** Returns this model with another course of its evolution. */
  public PathNetModel with(EvolutionTrace other) {
    return new PathNetModel(
        provenance, grid, head, scaling, sourcePathway, sourceUse, other, sequences, resumeState);
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

  /** Returns the best pathway of each class that has one of its own, by label. */
  public Map<String, Pathway> classPathways() {
    return classPathways(trace.bestGeneration());
  }

  /** Returns the best pathway of each class up to a generation. */
  public Map<String, Pathway> classPathways(int generation) {
    Map<String, Pathway> pathways = new LinkedHashMap<>();
    for (ClassTrace one : trace.classes()) {
      pathways.put(classLabels().get(one.label()), one.trace().bestUntil(generation));
    }
    return pathways;
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

  /** Decides with the network of a model; has native memory. Safe for several threads. */
  public interface Predictor extends AutoCloseable {

    /**
     * Predicts the classes of the segments of a clip.
     *
     * @param segments unscaled inputs, {@code [segments][inputs]}, NaN where missing; may be
     *     changed
     * @return class probabilities: one row for each segment, or one for the whole clip ({@link
     *     PathNetModel#decidesWhole})
     */
    double[][] probabilities(float[][] segments);

    /**
     * Returns what stands for a clip behind the last layer: the mean of each of its outputs ({@link
     * PathNetModel#lastOutputs}) and behind the means their standard deviations, over the clip's
     * frames where it is decided whole ({@link PathNetModel#decidesWhole}), or else over its
     * segments.
     *
     * @param segments as for {@link #probabilities}, at least one
     * @return {@code [members][2 * outputs]}; one member where there is no ensemble
     */
    float[][] statistics(float[][] segments);

    @Override
    void close();
  }

  /** Returns the number of outputs of the last layer: those of a frame where frames are seen. */
  public int lastOutputs() {
    return sequences.isPresent() ? grid.lastChannels() : grid.outputs();
  }

  /** Returns the number of pathways that decide together. */
  public int members() {
    return sequences.map(it -> it.members().size()).orElse(1);
  }

  /** Returns whether clips are decided whole, not segment by segment. */
  public boolean decidesWhole() {
    return sequences.map(it -> it.summary().joined()).orElse(false);
  }

  public Predictor predictor() {
    return sequences.map(this::sequencePredictor).orElseGet(this::segmentPredictor);
  }

  private Predictor sequencePredictor(SequenceModel model) {
    SequencePredictor network = new SequencePredictor(grid, head, model, scaling);
    return new Predictor() {

      @Override
      public double[][] probabilities(float[][] segments) {
        return network.probabilities(segments);
      }

      @Override
      public float[][] statistics(float[][] segments) {
        return network.statistics(segments);
      }

      @Override
      public void close() {
        network.close();
      }
    };
  }

  private Predictor segmentPredictor() {
    PathwayNetwork network = new PathwayNetwork(grid, head, activePathway());
    return new Predictor() {

      @Override
      public double[][] probabilities(float[][] segments) {
        return network.probabilities(scaled(segments));
      }

      @Override
      public float[][] statistics(float[][] segments) {
        StatisticsPooling both = new StatisticsPooling(lastOutputs(), true);
        return new float[][] {both.of(network.outputs(scaled(segments)))};
      }

      @Override
      public void close() {
        network.close();
      }
    };
  }

  private float[][] scaled(float[][] segments) {
    for (float[] segment : segments) {
      scaling.apply(segment);
    }
    return segments;
  }

  /** Predicts as a {@link #predictor} does, which this makes and closes. */
  public double[][] probabilities(float[][] segments) {
    try (Predictor predictor = predictor()) {
      return predictor.probabilities(segments);
    }
  }
}
