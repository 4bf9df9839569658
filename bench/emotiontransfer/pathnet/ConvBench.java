package emotiontransfer.pathnet;

import emotiontransfer.bench.Ratio;
import emotiontransfer.bench.Ratio.Work;
import emotiontransfer.data.FrameLayout;
import emotiontransfer.data.Scaling;
import emotiontransfer.data.SegmentRows;
import emotiontransfer.frames.Augmentation;
import emotiontransfer.frames.Extent;
import emotiontransfer.frames.FrameSequences;
import emotiontransfer.layers.Optimizer;
import emotiontransfer.layers.Schedule;
import emotiontransfer.numeric.NativeBackend;
import emotiontransfer.numeric.SeededRandom;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.kind.ModuleKinds;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.sequence.FitnessMeasure;
import emotiontransfer.pathnet.sequence.OptimizerStates;
import emotiontransfer.pathnet.sequence.SequenceSettings;
import emotiontransfer.pathnet.sequence.SequenceTrainer;
import emotiontransfer.pathnet.sequence.Summary;
import emotiontransfer.pathnet.sequence.TrainingClips;
import emotiontransfer.pathnet.training.TrainerSettings;
import emotiontransfer.pathnet.transfer.SourceModules;
import emotiontransfer.pathnet.transfer.SourceUse;
import emotiontransfer.pathnet.transfer.SourceWeight;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Speed of a training step of convolutions along time, of the same network in three libraries. */
public final class ConvBench {

  private static final int BATCHES = 8;
  private static final int ROUNDS = 9;
  private static final int THREADS = 2;
  private static final int LAYERS = ConvTask.WIDTHS.length;
  private static final int MANY = 1 << 20;

  private ConvBench() {}

  /** Returns whether PyTorch is there: it has no natives for Intel Macs. */
  public static boolean isPossible() {
    return ConvBench.class.getResource("/native/lib/pytorch.properties") != null;
  }

  /**
   * Measures {@code conv_step} (a training step over one in PyTorch) and {@code conv_step_dl4j}
   * (over one in Deeplearning4j), from clips in Java's heap on, two threads each.
   */
  public static List<Ratio> run() throws Exception {
    NativeBackend.ensureLoaded();
    ConvTask task = new ConvTask(BATCHES);
    try (ThreadPool pool = new ThreadPool(THREADS);
        SequenceTrainer trainer = trainer(task, pool);
        TorchNetwork torch = new TorchNetwork(task, THREADS)) {
      ConvolutionGraph graph = new ConvolutionGraph(task);
      Pathway active = pathway();
      SeededRandom random = new SeededRandom(1);
      Work own = () -> trainer.train(active, random);
      double[] seconds =
          Ratio.interleaved(
              ROUNDS, 300, own, torch::train, () -> Baseline.onBlasThreads(THREADS, graph::train));
      return List.of(
          new Ratio("conv_step", seconds[0] / seconds[1]),
          new Ratio("conv_step_dl4j", seconds[0] / seconds[2]));
    }
  }

  private static Pathway pathway() {
    List<Integer> modules = IntStream.range(0, ConvTask.MODULES).boxed().toList();
    return new Pathway(Collections.nCopies(LAYERS, modules));
  }

  private static SequenceTrainer trainer(ConvTask task, ThreadPool pool) {
    List<String> kinds =
        IntStream.range(0, LAYERS)
            .mapToObj(i -> "conv-" + ConvTask.WIDTHS[i] + "x" + ConvTask.DILATIONS[i])
            .toList();
    PathNetShape shape =
        new PathNetShape(
            ConvTask.INPUTS,
            LAYERS,
            ConvTask.MODULES,
            ConvTask.CHANNELS,
            ConvTask.MODULES,
            ConvTask.CLASSES);
    ModuleKind kind = ModuleKinds.ofKeyword(String.join(",", kinds));
    ModuleGrid grid = ModuleGrid.random(shape, kind, new Random(2));
    Head head = Head.random(ConvTask.STATISTICS, ConvTask.CLASSES, new Random(3));
    SourceModules none = SourceModules.of(Pathway.empty(LAYERS), SourceUse.FROZEN);
    SequenceSettings settings =
        new SequenceSettings(
            new Summary(true, true, true, true),
            ConvTask.DROPOUT,
            ConvTask.SMOOTHING,
            Optimizer.ADAMW,
            ConvTask.DECAY,
            Schedule.CONSTANT,
            Augmentation.NONE,
            FitnessMeasure.TRAINING,
            SourceWeight.MEAN,
            1);
    OptimizerStates states = OptimizerStates.begin(grid, head);
    return new SequenceTrainer(
        clips(task),
        unscaled(),
        new SequenceTrainer.Network(grid, head, none),
        settings,
        new TrainerSettings(ConvTask.RATE, ConvTask.BATCH),
        new SequenceTrainer.Course(0, MANY, states, states.shares()),
        pool);
  }

  private static Scaling unscaled() {
    float[] ones = new float[ConvTask.INPUTS];
    Arrays.fill(ones, 1f);
    return new Scaling(new float[ConvTask.INPUTS], ones, new float[ConvTask.INPUTS]);
  }

  private static TrainingClips clips(ConvTask task) {
    int count = task.clips.length;
    FrameLayout layout = new FrameLayout(ConvTask.INPUTS, ConvTask.FRAMES, ConvTask.FRAMES);
    double[] weights = new double[count];
    Arrays.fill(weights, 1);
    return new TrainingClips(
        FrameSequences.single(new SegmentRows.InArrays(task.clips), layout),
        new Extent(3, ConvTask.INPUTS / 3, 1),
        IntStream.range(0, count).map(task::label).toArray(),
        weights,
        new int[count]);
  }
}
