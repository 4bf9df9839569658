package emotiontransfer.pathnet;

import static org.apache.commons.lang3.Validate.validState;

import emotiontransfer.data.Provenance;
import emotiontransfer.data.Scaling;
import emotiontransfer.numeric.SeededRandom;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.evolution.ClassEvolution;
import emotiontransfer.pathnet.evolution.ClassTrace;
import emotiontransfer.pathnet.evolution.Evolution;
import emotiontransfer.pathnet.evolution.EvolutionTrace;
import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.evolution.Genotype;
import emotiontransfer.pathnet.evolution.PathwaySearch;
import emotiontransfer.pathnet.evolution.Pathways;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.sequence.OptimizerStates;
import emotiontransfer.pathnet.sequence.SequenceSettings;
import emotiontransfer.pathnet.sequence.SequenceTrainer;
import emotiontransfer.pathnet.training.Task;
import emotiontransfer.pathnet.training.TrainedHead;
import emotiontransfer.pathnet.training.Trainer;
import emotiontransfer.pathnet.transfer.SourceModules;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/**
 * Evolves a PathNet on one corpus, generation by generation (paper, section 3.3.2).
 *
 * <p>Everything random comes from one generator, in a fixed order: weights of the grid, head,
 * population, then for each generation the contestants, the order of the segments for each of them,
 * and the mutation. Its seed is mixed with the lineage ({@link
 * emotiontransfer.pathnet.transfer.LineageSeed}): the modules beside the source's pathway and the
 * population are drawn anew, never the source's own draws again. With a pathway for each class,
 * head and population are drawn class by class behind the head of all classes.
 */
public final class PathNetLearner implements AutoCloseable {

  /** Segments whose scores show that a model is usable. */
  private static final int CHECKED = 64;

  private final long begun = System.nanoTime();
  private final LearnerSettings settings;
  private final LearnerData data;
  private final Provenance provenance;
  private final Pathway sourcePathway;
  private final SourceModules source;
  private final ResumeState state;
  private final ModuleGrid grid;
  private final Head head;
  private final SeededRandom random;
  private final int frozenBits;
  private final ModuleGrid bestGrid;
  private Head bestHead;
  private final Training training;
  private final Trainer trainer;
  private final PathwaySearch search;

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
            settings, shape, data, settings.resumable() ? data.segments().hash() : "", sources),
        pool -> Training.fit(settings, data, pool));
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
        Start.resumed(settings, data, sources, model),
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
    this.training = new Training(settings, data, start, source, scalingFit);
    this.trainer = training.trainer();
    this.search = search(start.trace());
  }

  private PathwaySearch search(EvolutionTrace trace) {
    Contest allClasses = new Contest(trainer.task(), true);
    List<Genotype> population = state.population();
    if (settings.pathways() == Pathways.ONE) {
      return evolution(allClasses, population, trace);
    }
    List<Evolution> evolutions = new ArrayList<>();
    int size = population.size() / trace.classes().size();
    for (int i = 0; i < trace.classes().size(); i++) {
      ClassTrace own = trace.classes().get(i);
      Task task = trainer.task().oneAgainstRest(own.label(), state.classHeads().get(i));
      List<Genotype> slots = population.subList(i * size, (i + 1) * size);
      evolutions.add(evolution(new Contest(task, false), slots, own.trace()));
    }
    return new ClassEvolution(settings.evolution(), evolutions, allClasses, trace);
  }

  private Evolution evolution(Contest contest, List<Genotype> population, EvolutionTrace trace) {
    int modules = grid.shape().modules();
    return new Evolution(settings.evolution(), modules, random, contest, population, trace);
  }

  /** Trains for one shuffled pass of a task. */
  private final class Contest implements Evolution.Contest {

    private final Task task;
    private final boolean decides;

    /** Copies the parameters of the best pathway if it is the one that decides. */
    Contest(Task task, boolean decides) {
      this.task = task;
      this.decides = decides;
    }

    @Override
    public double fitness(Pathway pathway) throws InterruptedException {
      trainer.choose(task);
      trainer.divergence().begin("generation " + search.generation());
      return trainer.train(pathway, random);
    }

    @Override
    public void keepBest(Pathway pathway) {
      if (decides) {
        Pathway trained = source.active(pathway).minus(source.frozen());
        trainer.keep(trained, bestGrid);
        bestHead = head.copy();
      }
    }
  }

  /** Returns whether the generations are used up or the wanted fitness is reached. */
  public boolean isDone() {
    return search.isDone();
  }

  /**
   * Runs one generation.
   *
   * @throws InterruptedException if the thread was interrupted, at the latest one mini-batch ago
   * @throws IllegalStateException if training diverged, naming generation, mini-batch and learning
   *     rate; this learner is of no use then
   */
  public GenerationRecord next() throws InterruptedException {
    return search.next();
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
   * Makes the model with what continues its search.
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
            search.population(),
            seconds(),
            live,
            head.copy(),
            state.plan(),
            trainer.coefficients(),
            training.sequences().map(SequenceTrainer::states).orElse(OptimizerStates.NONE),
            state.classHeads().stream().map(TrainedHead::copy).toList());
    return checked(model(Pathway.all(grid.shape()), now));
  }

  /** Checks the one update that no mini-batch followed: the last one of the best pathway's pass. */
  private PathNetModel checked(PathNetModel model) {
    double[][] probabilities = model.probabilities(data.segments().first(CHECKED));
    trainer.divergence().begin("generation " + search.trace(0).bestGeneration());
    double sum = Arrays.stream(probabilities).flatMapToDouble(Arrays::stream).sum();
    trainer.divergence().check(sum, trainer.miniBatches());
    return model;
  }

  private PathNetModel model(Pathway modules, ResumeState further) {
    if (grid.bitHash(source.frozen()) != frozenBits) {
      throw new AssertionError("training changed frozen parameters");
    }
    List<Pathway> members = members();
    Pathway trained = isLast() ? Pathway.empty(grid.shape().layers()) : trained();
    ModuleGrid kept = ModuleGrid.zeros(grid.shape(), grid.kind());
    kept.copy(grid, modules.intersection(source.frozen()));
    trainer.writeLive(modules.minus(source.frozen()).minus(trained), kept);
    trainer.writeKept(trained, bestGrid, kept);
    return new PathNetModel(
        provenance,
        kept,
        isLast() ? head.copy() : bestHead,
        training.scaling(),
        sourcePathway,
        settings.sourceUse(),
        search.trace(seconds()).withBest(best()),
        training.sequences().map(it -> it.model(kept, isLast(), members)),
        further);
  }

  private boolean isLast() {
    return settings.sequences().map(SequenceSettings::endsTraining).orElse(false);
  }

  /** Returns the active modules of the pathways that decide, the best first. */
  private List<Pathway> members() {
    int ensemble = settings.sequences().map(SequenceSettings::ensemble).orElse(1);
    List<Pathway> picked = isLast() ? search.ranked(ensemble) : List.of(best());
    return picked.stream().map(source::active).toList();
  }

  private double seconds() {
    return state.seconds() + (System.nanoTime() - begun) / 1e9;
  }

  private Pathway best() {
    validState(search.generation() > 1, "no generation has run yet");
    return isLast() ? search.ranked(1).get(0) : search.best();
  }

  private Pathway trained() {
    return source.active(best()).minus(source.frozen());
  }

  @Override
  public void close() {
    training.close();
  }
}
