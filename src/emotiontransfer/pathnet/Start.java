package emotiontransfer.pathnet;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.data.TrainingSet;
import emotiontransfer.numeric.SeededRandom;
import emotiontransfer.pathnet.evolution.EvolutionTrace;
import emotiontransfer.pathnet.evolution.Genotype;
import emotiontransfer.pathnet.evolution.Pathways;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleShares;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.segment.SegmentModule;
import emotiontransfer.pathnet.segment.TrainingPlan;
import emotiontransfer.pathnet.sequence.OptimizerStates;
import emotiontransfer.pathnet.sequence.SequenceModel;
import emotiontransfer.pathnet.training.Coefficients;
import emotiontransfer.pathnet.transfer.LineageSeed;
import emotiontransfer.pathnet.transfer.Source;
import emotiontransfer.pathnet.transfer.SourceMerge;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.util.List;
import java.util.Optional;

/**
 * Where a learner begins or goes on.
 *
 * @param grid with the best pathway so far, only read
 * @param head of the best pathway, only read
 * @param sourcePathway where the source modules are
 * @param shares of frozen modules in the best pathway of sequences, only read
 * @param state all modules of its grid count; the learner trains in it
 */
record Start(
    ModuleGrid grid,
    Head head,
    Pathway sourcePathway,
    EvolutionTrace trace,
    ModuleShares shares,
    ResumeState state) {

  /**
   * Draws all weights, then the population, the same again for the same seed and sources, and
   * installs the source modules.
   */
  static Start fresh(
      LearnerSettings settings,
      PathNetShape shape,
      LearnerData data,
      String dataHash,
      List<PathNetModel> models) {
    settings.checkMemory(shape);
    List<Source> sources = models.stream().map(PathNetModel::asSource).toList();
    SeededRandom random = new SeededRandom(LineageSeed.mix(settings.seed(), sources));
    ModuleGrid grid = ModuleGrid.random(shape, settings.kind(), random);
    Head head = Head.random(headInputs(settings, grid), shape.classes(), random);
    boolean initialized = settings.sourceUse() == SourceUse.INITIALIZE && !sources.isEmpty();
    Optional<Genotype> first =
        initialized
            ? Optional.of(Genotype.of(sources.get(sources.size() - 1).active(), shape.maxActive()))
            : Optional.empty();
    Populations populations =
        Populations.draw(settings, shape, head.inputs(), data.labels(), first, random);
    boolean sequences = settings.sequences().isPresent();
    int segments = data.segments().size();
    TrainingPlan plan =
        sequences
            ? TrainingPlan.MODULES
            : TrainingPlan.choose(SegmentModule.of(settings.kind()), segments, shape.inputs());
    Coefficients coefficients = Coefficients.begin(plan, segments, shape);
    OptimizerStates optimizer =
        sequences ? OptimizerStates.begin(grid, head) : OptimizerStates.NONE;
    ResumeState state =
        new ResumeState(
            dataHash,
            random.state(),
            populations.genotypes(),
            0,
            grid,
            head,
            plan,
            coefficients,
            optimizer,
            populations.classHeads());
    Pathway sourcePathway =
        initialized ? SourceMerge.initialize(sources, grid) : SourceMerge.merge(sources, grid);
    return new Start(
        grid, head, sourcePathway, populations.trace(), optimizer.shares().copy(), state);
  }

  private static int headInputs(LearnerSettings settings, ModuleGrid grid) {
    return settings
        .sequences()
        .map(s -> s.summary().size(grid.lastChannels(), grid.shape().inputs()))
        .orElse(grid.outputs());
  }

  /**
   * Copies what continues a model, which stays as it is.
   *
   * @throws IllegalArgumentException if the model cannot be continued, or not with these data
   */
  static Start resumed(
      LearnerSettings settings, LearnerData data, List<PathNetModel> sources, PathNetModel model) {
    isTrue(model.isResumable(), "it was not made for being continued (-resume)");
    ResumeState state = model.resumeState();
    TrainingSet segments = data.segments();
    isTrue(state.dataHash().equals(segments.hash()), "it was begun on other training data");
    boolean one = model.trace().classes().isEmpty();
    isTrue(one == (settings.pathways() == Pathways.ONE), "it was begun with other -pathways");
    ModuleGrid live = ModuleGrid.zeros(model.shape(), model.kind());
    live.copy(model.grid(), Pathway.all(model.shape()));
    live.copy(state.live(), model.trainedPathway());
    if (state.plan() == TrainingPlan.DUAL) {
      int length = segments.size() * model.shape().neurons();
      boolean fits = state.coefficients().fit(length, model.trainedPathway().modules(0));
      isTrue(fits, "its coefficients do not fit its pathway");
      Start first = fresh(settings, model.shape(), data, state.dataHash(), sources);
      isTrue(
          first.trace.initialPopulation().equals(model.trace().initialPopulation()),
          "it was begun with another seed or other sources, or by a version that drew other random"
              + " numbers");
      // The first layer keeps the weights to which the coefficients belong.
      live.copyFirst(first.grid);
    }
    ModuleShares shares =
        model.sequences().map(SequenceModel::shares).orElse(state.optimizer().shares());
    return new Start(
        model.grid(), model.head(), model.sourcePathway(), model.trace(), shares, state.copy(live));
  }
}
