package emotiontransfer.pathnet;

import static org.apache.commons.lang3.Validate.validState;

import emotiontransfer.data.InputBlocks;
import emotiontransfer.data.Provenance;
import emotiontransfer.data.Scaling;
import emotiontransfer.data.Standardization;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.numeric.SeededRandom;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.evolution.Evolution;
import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.sequence.OptimizerStates;
import emotiontransfer.pathnet.sequence.SequenceSettings;
import emotiontransfer.pathnet.sequence.SequenceTrainer;
import emotiontransfer.pathnet.sequence.TrainingClips;
import emotiontransfer.pathnet.training.PathwayTrainer;
import emotiontransfer.pathnet.training.ScaledRows;
import emotiontransfer.pathnet.training.Trainer;
import emotiontransfer.pathnet.transfer.SourceModules;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Evolves a PathNet on one corpus, generation by generation (paper, section 3.3.2).
 *
 * <p>Everything random comes from one generator, in a fixed order: weights of the grid, head,
 * population, then for each generation the contestants, the order of the segments for each of them,
 * and the mutation. Its seed is mixed with the lineage ({@link
 * emotiontransfer.pathnet.transfer.LineageSeed}): the modules beside the source's pathway and the
 * population are drawn anew, never the source's own draws again.
 */
public final class PathNetLearner implements AutoCloseable {

  /** Segments whose scores show that a model is usable. */
  private static final int CHECKED = 64;

  private final long begun = System.nanoTime();
  private final LearnerSettings settings;
  private final LearnerData data;
  private final Provenance provenance;
  private final ThreadPool pool;
  private final Scaling scaling;
  private final Pathway sourcePathway;
  private final SourceModules source;
  private final ResumeState state;
  private final ModuleGrid grid;
  private final Head head;
  private final SeededRandom random;
  private final int frozenBits;
  private final ModuleGrid bestGrid;
  private Head bestHead;
  private final Trainer trainer;
  private final Optional<SequenceTrainer> sequenceTrainer;
  private final Evolution evolution;

  /**
   * Fits the scaling, draws all weights and the population, and installs the source modules.
   *
   * @param sources models whose active modules are taken over, oldest first
   */
  public PathNetLearner(
      LearnerSettings settings,
      PathNetShape shape,
      LearnerData data,
      List<PathNetModel> sources,
      Provenance provenance) {
    this(
        settings,
        data,
        provenance,
        Start.fresh(
            settings,
            shape,
            data.segments().size(),
            settings.resumable() ? data.segments().hash() : "",
            sources),
        pool -> fit(settings, data, pool));
  }

  private static Scaling.Fit fit(LearnerSettings settings, LearnerData data, ThreadPool pool) {
    Standardization kind = settings.standardization();
    if (settings.sequences().isEmpty()) {
      return Scaling.fit(data.segments(), kind, data.channels(), 1, pool);
    }
    TrainingClips clips = data.clips().orElseThrow();
    return Scaling.fit(clips.frames(), kind, clips.channels(), 1, pool);
  }

  /**
   * Continues the evolution of a resumable model as if it had never stopped. The settings must be
   * those it was begun with, but for its end and the number of threads.
   *
   * @param data the same segments
   * @param sources the same models
   * @throws IllegalArgumentException if the model cannot be continued, or not with these data
   */
  public PathNetLearner(
      LearnerSettings settings,
      LearnerData data,
      List<PathNetModel> sources,
      PathNetModel model,
      Provenance provenance) {
    this(
        settings,
        data,
        provenance,
        Start.resumed(settings, data.segments(), sources, model),
        pool -> new Scaling.Fit(model.scaling(), Scaling.isComplete(data.segments(), pool)));
  }

  private PathNetLearner(
      LearnerSettings settings,
      LearnerData data,
      Provenance provenance,
      Start start,
      Function<ThreadPool, Scaling.Fit> scalingFit) {
    this.settings = settings;
    this.data = data;
    this.provenance = provenance;
    this.sourcePathway = start.sourcePathway();
    this.source = SourceModules.of(sourcePathway, settings.sourceUse());
    this.state = start.state();
    this.grid = state.live();
    this.head = state.head();
    this.random = SeededRandom.ofState(state.random());
    this.frozenBits = grid.bitHash(source.frozen());
    this.bestGrid = ModuleGrid.zeros(grid.shape(), grid.kind());
    bestGrid.copy(start.grid(), source.active(start.trace().best()).minus(source.frozen()));
    this.bestHead = start.head();
    // A thread without a block of inputs would only wait.
    int blocks = InputBlocks.of(data.segments().features().inputs()).count();
    boolean sequences = settings.sequences().isPresent();
    this.pool =
        new ThreadPool(sequences ? settings.threads() : Math.min(settings.threads(), blocks));
    try {
      Scaling.Fit fit = scalingFit.apply(pool);
      this.scaling = fit.scaling();
      this.sequenceTrainer = settings.sequences().map(own -> sequenceTrainer(own, start));
      this.trainer =
          sequenceTrainer.isPresent() ? sequenceTrainer.get() : pathwayTrainer(fit.complete());
      this.evolution =
          new Evolution(
              settings.evolution(),
              grid.shape().modules(),
              random,
              new Contest(),
              state.population(),
              start.trace());
    } catch (RuntimeException | Error e) {
      pool.close();
      throw e;
    }
  }

  private PathwayTrainer pathwayTrainer(boolean complete) {
    TrainingSet segments = data.segments();
    ScaledRows inputs = new ScaledRows(segments.features(), scaling, complete);
    PathwayTrainer.Network network =
        new PathwayTrainer.Network(grid, head, source, state.plan(), state.coefficients());
    return new PathwayTrainer(segments, inputs, network, settings.trainer(), pool);
  }

  private SequenceTrainer sequenceTrainer(SequenceSettings own, Start start) {
    // Each generation trains two pathways.
    int passes = 2 * settings.evolution().generations();
    int made = 2 * start.trace().history().size();
    return new SequenceTrainer(
        data.clips().orElseThrow(),
        scaling,
        new SequenceTrainer.Network(grid, head, source),
        own,
        settings.trainer(),
        new SequenceTrainer.Course(made, passes, state.optimizer(), start.shares()),
        pool);
  }

  /** Trains for one shuffled pass and copies the parameters of the best. */
  private final class Contest implements Evolution.Contest {

    @Override
    public double fitness(Pathway pathway) throws InterruptedException {
      trainer.divergence().begin("generation " + evolution.generation());
      return trainer.train(pathway, random);
    }

    @Override
    public void keepBest(Pathway pathway) {
      Pathway trained = source.active(pathway).minus(source.frozen());
      trainer.keep(trained, bestGrid);
      bestHead = head.copy();
    }
  }

  /** Returns whether the generations are used up or the wanted fitness is reached. */
  public boolean isDone() {
    return evolution.isDone();
  }

  /**
   * Runs one generation.
   *
   * @throws InterruptedException if the thread was interrupted, at the latest one mini-batch ago
   * @throws IllegalStateException if training diverged, naming generation, mini-batch and learning
   *     rate; this learner is of no use then
   */
  public GenerationRecord next() throws InterruptedException {
    return evolution.next();
  }

  /**
   * Makes the model of the best pathway so far, which shares nothing with this learner; at least
   * one generation must have run.
   *
   * @throws IllegalStateException if the last update of the best pathway diverged
   */
  public PathNetModel model() {
    return checked(model(Pathway.all(grid.shape()), null));
  }

  /**
   * Makes a model that predicts as {@link #model()} does, but costs less: modules outside the best
   * pathway are zero.
   */
  public PathNetModel predictor() {
    return model(members().stream().reduce(Pathway::union).orElseThrow(), null);
  }

  /**
   * Makes the model with what continues its evolution.
   *
   * @throws IllegalStateException as {@link #model()}, and if the settings did not ask for it
   */
  public PathNetModel resumableModel() {
    validState(!state.dataHash().isEmpty(), "the settings did not ask for resumable models");
    ModuleGrid live = ModuleGrid.zeros(grid.shape(), grid.kind());
    live.copy(grid, trained());
    ResumeState now =
        new ResumeState(
            state.dataHash(),
            random.state(),
            evolution.population(),
            seconds(),
            live,
            head.copy(),
            state.plan(),
            trainer.coefficients(),
            sequenceTrainer.map(SequenceTrainer::states).orElse(OptimizerStates.NONE));
    return checked(model(Pathway.all(grid.shape()), now));
  }

  /** Checks the one update that no mini-batch followed: the last one of the best pathway's pass. */
  private PathNetModel checked(PathNetModel model) {
    double[][] probabilities = model.probabilities(data.segments().first(CHECKED));
    trainer.divergence().begin("generation " + evolution.bestGeneration());
    double sum = Arrays.stream(probabilities).flatMapToDouble(Arrays::stream).sum();
    trainer.divergence().check(sum, trainer.miniBatches());
    return model;
  }

  private PathNetModel model(Pathway modules, ResumeState further) {
    if (grid.bitHash(source.frozen()) != frozenBits) {
      throw new AssertionError("training changed frozen parameters");
    }
    List<Pathway> members = members();
    // Several pathways share what the last generations have made of their modules and of the head.
    Pathway trained = isEnsemble() ? Pathway.empty(grid.shape().layers()) : trained();
    ModuleGrid kept = ModuleGrid.zeros(grid.shape(), grid.kind());
    kept.copy(grid, modules.intersection(source.frozen()));
    trainer.writeLive(modules.minus(source.frozen()).minus(trained), kept);
    trainer.writeKept(trained, bestGrid, kept);
    return new PathNetModel(
        provenance,
        kept,
        isEnsemble() ? head.copy() : bestHead,
        scaling,
        sourcePathway,
        settings.sourceUse(),
        evolution.trace(seconds()).withBest(best()),
        sequenceTrainer.map(it -> it.model(kept, isEnsemble(), members)),
        further);
  }

  private boolean isEnsemble() {
    return settings.sequences().map(SequenceSettings::ensemble).orElse(1) > 1;
  }

  /** Returns the active modules of the pathways that decide, the best first. */
  private List<Pathway> members() {
    int ensemble = settings.sequences().map(SequenceSettings::ensemble).orElse(1);
    List<Pathway> picked = isEnsemble() ? evolution.ranked(ensemble) : List.of(best());
    return picked.stream().map(source::active).toList();
  }

  private double seconds() {
    return state.seconds() + (System.nanoTime() - begun) / 1e9;
  }

  private Pathway best() {
    validState(evolution.generation() > 1, "no generation has run yet");
    return isEnsemble() ? evolution.ranked(1).get(0) : evolution.best();
  }

  private Pathway trained() {
    return source.active(best()).minus(source.frozen());
  }

  @Override
  public void close() {
    trainer.close();
    pool.close();
  }
}
