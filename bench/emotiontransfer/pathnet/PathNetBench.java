package emotiontransfer.pathnet;

import emotiontransfer.bench.Ratio;
import emotiontransfer.bench.Ratio.Work;
import emotiontransfer.data.FeatureInfo;
import emotiontransfer.data.InputBlocks;
import emotiontransfer.data.Provenance;
import emotiontransfer.data.Provenance.LevelRange;
import emotiontransfer.data.Scaling;
import emotiontransfer.data.SegmentRows;
import emotiontransfer.data.Standardization;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.numeric.NativeBackend;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.evolution.Boundary;
import emotiontransfer.pathnet.evolution.EvolutionKind;
import emotiontransfer.pathnet.evolution.EvolutionSettings;
import emotiontransfer.pathnet.evolution.Mutation;
import emotiontransfer.pathnet.kind.ModuleKinds;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.segment.PathwayNetwork;
import emotiontransfer.pathnet.segment.TrainingPlan;
import emotiontransfer.pathnet.training.Coefficients;
import emotiontransfer.pathnet.training.PathwayTrainer;
import emotiontransfer.pathnet.training.ScaledRows;
import emotiontransfer.pathnet.training.TrainerSettings;
import emotiontransfer.pathnet.transfer.SourceModules;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Speed of PathNet's training and prediction at the paper's size, as ratios of medians of
 * interleaved rounds.
 */
public final class PathNetBench {

  private static final int SEGMENTS = 8000;
  private static final int INPUTS = 12_288;
  private static final int CLASSES = 7;
  private static final int BATCH = 64;
  private static final int STEPS = SEGMENTS / BATCH;
  private static final int ROUNDS = 9;
  private static final int EVOLUTION_ROUNDS = 3;
  private static final int GROWTH_ROUNDS = 5;
  private static final int GENERATIONS = 8;
  private static final int GROWTH_GENERATIONS = 20;
  private static final int CORES = Runtime.getRuntime().availableProcessors();
  private static final PathNetShape SHAPE = new PathNetShape(INPUTS, 3, 20, 20, 4, CLASSES);
  private static final ModuleKind KIND = ModuleKinds.ALL.get(0);
  private static final Pathway FULL = new Pathway(Collections.nCopies(3, List.of(1, 6, 11, 16)));

  /**
   * Measures {@code step_over_gemm} (a training step over its two large products by one BLAS call
   * each on all cores), {@code step_vs_modules} (a Deeplearning4j graph of a layer for each module
   * over a step), {@code step_vs_custom_layer} (a Deeplearning4j network whose layers fuse their
   * modules over a step), {@code predict} (segments a second over those of the bare first product),
   * {@code two_at_once_over_team} (two trainings of one thread each over both in turn on all
   * cores), {@code transfer_over_scratch} (four frozen modules a layer over none) and {@code
   * growth} (16,000 segments over 8,000).
   */
  public List<Ratio> run() throws Exception {
    NativeBackend.ensureLoaded();
    TrainingSet data = randomData(SEGMENTS);
    try (ThreadPool pool = new ThreadPool(Math.min(CORES, InputBlocks.of(INPUTS).count()));
        PathwayTrainer trainer = trainer(data, pool)) {
      int[] order = IntStream.range(0, STEPS * BATCH).toArray();
      Work steps = () -> trainer.train(FULL, order);
      double[] step = interleaved(ROUNDS, steps, products(true));
      double[] modules = interleaved(EVOLUTION_ROUNDS, steps, graphSteps());
      double[] custom = interleaved(EVOLUTION_ROUNDS, steps, customLayerSteps());
      double[] predict = interleaved(ROUNDS, prediction(), products(false));
      double[] atOnce = interleaved(ROUNDS, twoAtOnce(data, order), twice(steps));
      double[] transfer = transfer(data);
      double[] growth = growth(data);
      return List.of(
          new Ratio("step_over_gemm", step[0] / step[1]),
          new Ratio("step_vs_modules", modules[1] / modules[0]),
          new Ratio("step_vs_custom_layer", custom[1] / custom[0]),
          new Ratio("predict", predict[1] / predict[0]),
          new Ratio("two_at_once_over_team", atOnce[0] / atOnce[1]),
          new Ratio("transfer_over_scratch", transfer[0] / transfer[1]),
          new Ratio("growth", growth[0] / growth[1]));
    }
  }

  private static double[] interleaved(int rounds, Work first, Work second) throws Exception {
    return Ratio.interleaved(rounds, 300, first, second);
  }

  private static TrainingSet randomData(int segments) {
    Random random = new Random(1);
    float[][] rows = new float[segments][INPUTS];
    int[] labels = new int[segments];
    for (int i = 0; i < segments; i++) {
      for (int j = 0; j < INPUTS; j++) {
        rows[i][j] = random.nextFloat() - 0.5f;
      }
      labels[i] = i % CLASSES;
    }
    return new TrainingSet(new SegmentRows.InArrays(rows), labels);
  }

  private static PathwayTrainer trainer(TrainingSet data, ThreadPool pool) {
    return trainer(data, TrainingPlan.PRIMAL, pool);
  }

  private static PathwayTrainer trainer(TrainingSet data, TrainingPlan plan, ThreadPool pool) {
    float[] ones = new float[INPUTS];
    Arrays.fill(ones, 1f);
    Scaling scaling = new Scaling(new float[INPUTS], ones, new float[INPUTS]);
    return new PathwayTrainer(
        data,
        new ScaledRows(data.features(), scaling, true),
        new PathwayTrainer.Network(
            ModuleGrid.zeros(SHAPE, KIND),
            Head.random(SHAPE.neurons(), CLASSES, new Random(2)),
            SourceModules.of(Pathway.empty(3), SourceUse.FROZEN),
            plan,
            Coefficients.begin(plan, data.size(), SHAPE)),
        new TrainerSettings(0.02, BATCH),
        pool);
  }

  private static INDArray constant(int rows, int columns, char order) {
    return Nd4j.create(DataType.FLOAT, new long[] {rows, columns}, order).addi(1e-3f);
  }

  /** The products of a step's first layer, forward alone or both, each by one call on all cores. */
  private static Work products(boolean backward) {
    INDArray x = constant(BATCH, INPUTS, 'c');
    INDArray w = constant(INPUTS, 80, 'f');
    INDArray z = constant(BATCH, 80, 'f');
    return () ->
        Baseline.withBlasThreads(
            CORES,
            () -> {
              for (int i = 0; i < STEPS; i++) {
                Nd4j.gemm(x, w, z, false, false, 1, 0);
                if (backward) {
                  Nd4j.gemm(x, z, w, true, false, -1e-6, 1);
                }
              }
            });
  }

  private static Work twice(Work work) {
    return () -> {
      work.run();
      work.run();
    };
  }

  /** Two trainings of one thread each, on one copy of the data. */
  private static Work twoAtOnce(TrainingSet data, int[] order) {
    PathwayTrainer first = trainer(data, new ThreadPool(1));
    PathwayTrainer second = trainer(data, new ThreadPool(1));
    return () -> {
      FutureTask<Double> beside = new FutureTask<>(() -> second.train(FULL, order));
      new Thread(beside).start();
      first.train(FULL, order);
      beside.get();
    };
  }

  private static Work prediction() {
    ModuleGrid grid = ModuleGrid.random(SHAPE, KIND, new Random(3));
    PathwayNetwork network = new PathwayNetwork(grid, grid.head(), FULL);
    float[][] batch = new float[BATCH][INPUTS];
    return () -> {
      for (int i = 0; i < STEPS; i++) {
        network.probabilities(batch);
      }
    };
  }

  private static Work graphSteps() {
    ModuleGraph graph = new ModuleGraph(SHAPE, FULL, BATCH);
    return () -> Baseline.onBlasThreads(CORES, () -> graph.train(STEPS));
  }

  private static Work customLayerSteps() {
    ModuleMeanNetwork network = new ModuleMeanNetwork(SHAPE, 4, BATCH);
    return () -> Baseline.onBlasThreads(CORES, () -> network.train(STEPS));
  }

  private static LearnerSettings settings(int generations, EvolutionKind kind) {
    double probability = Mutation.paperProbability(SHAPE.maxActive(), SHAPE.layers());
    Mutation paper = new Mutation(probability, 2, Boundary.WRAP);
    return new LearnerSettings(
        KIND,
        new EvolutionSettings(20, generations, paper, kind, 1.1),
        new TrainerSettings(0.02, BATCH),
        Standardization.ATTRIBUTE,
        SourceUse.FROZEN,
        1,
        CORES,
        false);
  }

  private static PathNetModel evolve(
      TrainingSet data, int generations, EvolutionKind kind, List<PathNetModel> sources)
      throws InterruptedException {
    try (PathNetLearner learner = learner(data, settings(generations, kind), sources)) {
      while (!learner.isDone()) {
        learner.next();
      }
      return learner.model();
    }
  }

  private static PathNetLearner learner(
      TrainingSet data, LearnerSettings settings, List<PathNetModel> sources) {
    Provenance provenance =
        new Provenance(
            "",
            "",
            "",
            List.of(),
            Collections.nCopies(CLASSES, ""),
            Collections.nCopies(CLASSES, 1.0 / CLASSES),
            new FeatureInfo("", "", INPUTS),
            List.of(),
            LevelRange.UNKNOWN,
            "");
    LearnerData learned = new LearnerData(data, new int[INPUTS]);
    return new PathNetLearner(settings, SHAPE, learned, sources, provenance);
  }

  private static double[] transfer(TrainingSet data) throws Exception {
    PathNetModel evolved = evolve(data, 1, EvolutionKind.TOURNAMENT, List.of());
    PathNetModel source = evolved.with(evolved.trace().withBest(FULL));
    return interleaved(
        EVOLUTION_ROUNDS,
        () -> evolve(data, GENERATIONS, EvolutionKind.TOURNAMENT, List.of(source)),
        () -> evolve(data, GENERATIONS, EvolutionKind.TOURNAMENT, List.of()));
  }

  private static double[] growth(TrainingSet data) throws Exception {
    TrainingSet twice = randomData(2 * SEGMENTS);
    return interleaved(
        GROWTH_ROUNDS,
        () -> evolve(twice, GROWTH_GENERATIONS, EvolutionKind.FIXED, List.of()),
        () -> evolve(data, GROWTH_GENERATIONS, EvolutionKind.FIXED, List.of()));
  }

  /**
   * Measures {@code dual_over_primal} (a pass in the dual form over one with the weights
   * themselves) and {@code dual_preparation} (what the dual form computes beforehand over the
   * latter), for a fold of EMO-DB's size and for the most segments that are trained so.
   *
   * @return each; the number of segments stands behind its name
   */
  public List<Ratio> dual() throws Exception {
    NativeBackend.ensureLoaded();
    List<Ratio> lines = new ArrayList<>();
    for (int segments : new int[] {1600, 4096}) {
      lines.addAll(dual(randomData(segments)));
    }
    return lines;
  }

  private static List<Ratio> dual(TrainingSet data) throws Exception {
    int[] order = IntStream.range(0, data.size()).toArray();
    try (ThreadPool pool = new ThreadPool(Math.min(CORES, InputBlocks.of(INPUTS).count()));
        PathwayTrainer primal = trainer(data, TrainingPlan.PRIMAL, pool);
        PathwayTrainer dual = trainer(data, TrainingPlan.DUAL, pool)) {
      Work pass = () -> primal.train(FULL, order);
      Work prepare = () -> trainer(data, TrainingPlan.DUAL, pool).close();
      double[] passes = interleaved(ROUNDS, () -> dual.train(FULL, order), pass);
      double[] preparations = interleaved(ROUNDS, prepare, pass);
      return List.of(
          new Ratio("dual_over_primal_" + data.size(), passes[0] / passes[1]),
          new Ratio("dual_preparation_" + data.size(), preparations[0] / preparations[1]));
    }
  }
}
