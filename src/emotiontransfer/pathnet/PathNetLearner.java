package emotiontransfer.pathnet;

import emotiontransfer.data.InputBlocks;
import emotiontransfer.data.Provenance;
import emotiontransfer.data.Scaling;
import emotiontransfer.data.Standardization;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.numeric.SeededRandom;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.evolution.Evolution;
import emotiontransfer.pathnet.evolution.EvolutionTrace;
import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.network.PathwayNetwork;
import emotiontransfer.pathnet.network.TrainingPlan;
import emotiontransfer.pathnet.training.Coefficients;
import emotiontransfer.pathnet.training.FirstLayer;
import emotiontransfer.pathnet.training.PathwayTrainer;
import emotiontransfer.pathnet.training.ScaledRows;
import emotiontransfer.pathnet.transfer.SourceModules;
import java.util.Arrays;
import java.util.List;

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

  private final long start = System.nanoTime();
  private final double secondsBefore;
  private final String dataHash;
  private final LearnerSettings settings;
  private final TrainingSet data;
  private final Provenance provenance;
  private final SeededRandom random;
  private final ThreadPool pool;
  private final Scaling scaling;
  private final ModuleGrid grid;
  private final Head head;
  private final TrainingPlan plan;
  private final Pathway sourcePathway;
  private final SourceModules source;
  private final int frozenBits;
  private final PathwayTrainer trainer;
  private final Evolution evolution;
  private final ModuleGrid bestGrid;
  private Head bestHead;

  /**
   * Fits the scaling, draws all weights and the population, and installs the source modules.
   *
   * @param data segments, which are read while this learner lives and never changed
   * @param channels channel number of each input, for {@link Standardization#CHANNEL}
   * @param sources models whose active modules are taken over, oldest first
   */
  public PathNetLearner(
      LearnerSettings settings,
      PathNetShape shape,
      TrainingSet data,
      int[] channels,
      List<PathNetModel> sources,
      Provenance provenance) {
    this.settings = settings;
    this.provenance = provenance;
    this.data = data;
    this.secondsBefore = 0;
    this.dataHash = settings.resumable() ? data.hash() : null;
    InitialDraws draws = InitialDraws.of(settings, shape, sources);
    this.random = draws.random();
    this.grid = draws.grid();
    this.bestGrid = ModuleGrid.zeros(shape, settings.kind());
    this.head = draws.head();
    this.sourcePathway = draws.sourcePathway();
    this.source = SourceModules.of(sourcePathway, settings.sourceUse());
    this.frozenBits = grid.bitHash(source.frozen());
    this.pool = pool(settings, data);
    try {
      Scaling.Fit fit = Scaling.fit(data, settings.standardization(), channels, 1, pool);
      this.scaling = fit.scaling();
      this.plan = TrainingPlan.choose(settings.kind(), data.size(), shape.inputs());
      this.trainer = trainer(fit.complete(), Coefficients.begin(plan, data.size(), shape));
      this.evolution = new Evolution(settings.evolution(), shape, random, new Contest());
    } catch (RuntimeException | Error e) {
      pool.close();
      throw e;
    }
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
      TrainingSet data,
      List<PathNetModel> sources,
      PathNetModel model,
      Provenance provenance) {
    ResumeState state = model.resumeState();
    this.dataHash = data.hash();
    if (state == null || !state.dataHash().equals(dataHash)) {
      throw new IllegalArgumentException(
          state == null
              ? "it was not made for being continued (-resume)"
              : "it was begun on other training data");
    }
    this.settings = settings;
    this.provenance = provenance;
    this.data = data;
    this.secondsBefore = state.seconds();
    this.random = SeededRandom.ofState(state.random());
    this.grid = ModuleGrid.zeros(model.shape(), model.kind());
    grid.copy(model.grid(), Pathway.all(model.shape()));
    grid.copy(state.live(), model.trainedPathway());
    this.plan = state.plan();
    Coefficients coefficients = state.coefficients().copy();
    if (plan == TrainingPlan.DUAL) {
      if (!coefficients.fit(
          data.size() * model.shape().neurons(), model.trainedPathway().modules(0))) {
        throw new IllegalArgumentException("its coefficients do not fit its pathway");
      }
      // The first layer keeps the weights to which the coefficients belong.
      grid.copyFirst(InitialDraws.again(settings, sources, model).grid());
    }
    this.bestGrid = ModuleGrid.zeros(model.shape(), model.kind());
    bestGrid.copy(model.grid(), model.trainedPathway());
    this.head = state.head().copy();
    this.bestHead = model.head().copy();
    this.sourcePathway = model.sourcePathway();
    this.source = SourceModules.of(sourcePathway, settings.sourceUse());
    this.frozenBits = grid.bitHash(source.frozen());
    this.scaling = model.scaling();
    this.pool = pool(settings, data);
    try {
      boolean complete = Scaling.isComplete(data, pool);
      this.trainer = trainer(complete, coefficients);
      this.evolution =
          new Evolution(
              settings.evolution(),
              model.shape(),
              random,
              new Contest(),
              state.population(),
              model.trace());
    } catch (RuntimeException | Error e) {
      pool.close();
      throw e;
    }
  }

  private static ThreadPool pool(LearnerSettings settings, TrainingSet data) {
    // A thread without a block of inputs would only wait.
    int blocks = InputBlocks.of(data.features().inputs()).count();
    return new ThreadPool(Math.min(settings.threads(), blocks));
  }

  private PathwayTrainer trainer(boolean complete, Coefficients coefficients) {
    ScaledRows inputs = new ScaledRows(data.features(), scaling, complete);
    PathwayTrainer.Network network =
        new PathwayTrainer.Network(grid, head, source, plan, coefficients);
    return new PathwayTrainer(data, inputs, network, settings.trainer(), pool);
  }

  /** Trains for one shuffled pass and copies the parameters of the best. */
  private final class Contest implements Evolution.Contest {

    @Override
    public double fitness(Pathway pathway) throws InterruptedException {
      trainer.divergence().begin("generation " + evolution.generation());
      return trainer.train(pathway, random.order(data.size()));
    }

    @Override
    public void keepBest(Pathway pathway) {
      Pathway trained = source.active(pathway).minus(source.frozen());
      trainer.firstLayer().keep(trained.modules(0), bestGrid);
      bestGrid.copyUpper(grid, trained);
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
    return model(source.active(best()), null);
  }

  /**
   * Makes the model with what continues its evolution.
   *
   * @throws IllegalStateException as {@link #model()}, and if the settings did not ask for it
   */
  public PathNetModel resumableModel() {
    if (dataHash == null) {
      throw new IllegalStateException("the settings did not ask for resumable models");
    }
    ModuleGrid live = ModuleGrid.zeros(grid.shape(), grid.kind());
    live.copy(grid, trained());
    return checked(
        model(
            Pathway.all(grid.shape()),
            new ResumeState(
                dataHash,
                random.state(),
                evolution.population(),
                seconds(),
                live,
                head.copy(),
                plan,
                trainer.firstLayer().coefficients())));
  }

  /** Checks the one update that no mini-batch followed: the last one of the best pathway's pass. */
  private PathNetModel checked(PathNetModel model) {
    float[][] segments = data.first(CHECKED);
    for (float[] segment : segments) {
      scaling.apply(segment);
    }
    try (PathwayNetwork network =
        new PathwayNetwork(model.grid(), model.head(), model.activePathway())) {
      double sum = 0;
      for (double[] probabilities : network.probabilities(segments)) {
        sum += Arrays.stream(probabilities).sum();
      }
      trainer.divergence().begin("generation " + evolution.bestGeneration());
      trainer.divergence().check(sum, trainer.miniBatches());
    }
    return model;
  }

  private PathNetModel model(Pathway modules, ResumeState state) {
    if (grid.bitHash(source.frozen()) != frozenBits) {
      throw new AssertionError("training changed frozen parameters");
    }
    Pathway trained = trained();
    ModuleGrid kept = ModuleGrid.zeros(grid.shape(), grid.kind());
    kept.copy(grid, modules.intersection(source.frozen()));
    FirstLayer first = trainer.firstLayer();
    first.writeLive(modules.minus(source.frozen()).minus(trained).modules(0), kept);
    first.writeKept(trained.modules(0), bestGrid, kept);
    kept.copyUpper(grid, modules);
    kept.copyUpper(bestGrid, trained);
    EvolutionTrace trace =
        new EvolutionTrace(
            evolution.best(),
            evolution.bestFitness(),
            evolution.initialPopulation(),
            evolution.pathways(),
            evolution.history(),
            seconds());
    return new PathNetModel(
        provenance, kept, bestHead, scaling, sourcePathway, settings.sourceUse(), trace, state);
  }

  private double seconds() {
    return secondsBefore + (System.nanoTime() - start) / 1e9;
  }

  private Pathway best() {
    if (evolution.best() == null) {
      throw new IllegalStateException("no generation has run yet");
    }
    return evolution.best();
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
