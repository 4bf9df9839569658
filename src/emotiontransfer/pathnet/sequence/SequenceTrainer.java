package emotiontransfer.pathnet.sequence;

import emotiontransfer.data.Scaling;
import emotiontransfer.frames.Crop;
import emotiontransfer.frames.Moments;
import emotiontransfer.frames.Normalization;
import emotiontransfer.layers.DivergenceCheck;
import emotiontransfer.layers.Softmax;
import emotiontransfer.numeric.SeededRandom;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleShares;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.training.Task;
import emotiontransfer.pathnet.training.TrainedHead;
import emotiontransfer.pathnet.training.Trainer;
import emotiontransfer.pathnet.training.TrainerSettings;
import emotiontransfer.pathnet.transfer.SourceModules;
import emotiontransfer.pathnet.transfer.SourceWeight;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Trains the network of a pathway on sequences of frames: random crops of clips, augmented, in
 * mini-batches whose own means and deviations normalise each layer. The loss is a clip's.
 *
 * <p>One trainer serves all pathways of an evolution; between its passes the weights live in the
 * grid. Each clip of a mini-batch has a seed of its own, drawn in the order of the clips, so that
 * the number of threads never changes a bit.
 */
public final class SequenceTrainer implements Trainer {

  private static final double HELD_OUT = 0.2;

  /**
   * The network that is trained.
   *
   * @param grid receives the trained parameters of modules
   * @param head receives its trained parameters
   * @param source modules that are frozen or always active
   */
  public record Network(ModuleGrid grid, Head head, SourceModules source) {}

  private final TrainingClips data;
  private final ScaledFrames frames;
  private final Network parameters;
  private final SequenceSettings settings;
  private final TrainerSettings descent;
  private final ThreadPool pool;
  private final int passes;
  private final OptimizerStates states;
  private final DivergenceCheck divergence;
  private final SequenceNetwork network;
  private final int[] trained;
  private final int[] held;
  private final Task allClasses;
  private Task task;
  private int pass;
  private ModuleShares keptShares;

  /**
   * Where a training stands.
   *
   * @param pass passes that were made
   * @param passes passes of the whole training, over which the learning rate runs its course
   * @param kept shares of frozen modules in the best pathway
   */
  public record Course(int pass, int passes, OptimizerStates states, ModuleShares kept) {}

  /** Prepares the training from where it stands. */
  public SequenceTrainer(
      TrainingClips data,
      Scaling scaling,
      Network parameters,
      SequenceSettings settings,
      TrainerSettings descent,
      Course course,
      ThreadPool pool) {
    this.data = data;
    this.frames = new ScaledFrames(data.sequences(), scaling);
    this.parameters = parameters;
    this.settings = settings;
    this.descent = descent;
    this.pool = pool;
    this.pass = course.pass;
    this.passes = course.passes;
    this.states = course.states;
    this.keptShares = course.kept;
    this.divergence =
        new DivergenceCheck(descent.learningRate(), "standardize the inputs (-standardize)");
    ModuleGrid grid = parameters.grid;
    this.network = new SequenceNetwork(grid, parameters.head, settings.summary(), pool);
    int[] heldSubjects = heldSubjects();
    this.trained = data.of(heldSubjects, false);
    this.held = data.of(heldSubjects, true);
    TrainedHead head = new TrainedHead(parameters.head, states.head());
    this.allClasses = new Task(head, data.labels(), data.weights());
    this.task = allClasses;
  }

  /** Every fifth subject, at least one, evenly spread: the same in every evolution on the data. */
  private int[] heldSubjects() {
    int[] subjects = Arrays.stream(data.subjects()).distinct().sorted().toArray();
    if (settings.fitness() == FitnessMeasure.TRAINING || subjects.length < 2) {
      return new int[0];
    }
    int count = Math.max(1, (int) Math.round(HELD_OUT * subjects.length));
    return IntStream.range(0, count)
        .map(i -> subjects[ThreadPool.start(i, count, subjects.length)])
        .toArray();
  }

  @Override
  public Task task() {
    return allClasses;
  }

  @Override
  public void choose(Task chosen) {
    task = chosen;
    network.choose(chosen.head().head());
  }

  @Override
  public DivergenceCheck divergence() {
    return divergence;
  }

  @Override
  public int miniBatches() {
    return (trained.length + descent.miniBatch() - 1) / descent.miniBatch();
  }

  @Override
  public double train(Pathway picked, SeededRandom random) throws InterruptedException {
    Pathway active = parameters.source.active(picked);
    Pathway trainable = active.minus(parameters.source.frozen());
    network.load(
        parameters.grid,
        trainable,
        active.intersection(parameters.source.frozen()),
        states.shares());
    int[] order = IntStream.of(random.order(trained.length)).map(i -> trained[i]).toArray();
    int batches = miniBatches();
    double correct = 0;
    double total = 0;
    for (int batch = 0; batch < batches; batch++) {
      if (Thread.interrupted()) {
        throw new InterruptedException("training was stopped");
      }
      // All mini-batches are about equally large: means over a few clips normalise badly.
      int from = ThreadPool.start(batch, batches, order.length);
      int[] clips =
          Arrays.copyOfRange(order, from, ThreadPool.start(batch + 1, batches, order.length));
      take(clips, random);
      long[] seeds = random.longs(clips.length).toArray();
      double[][] probabilities = network.train(settings.dropout(), seeds);
      divergence.check(network.head().scoreSum(), batch + 1);
      for (int i = 0; i < clips.length; i++) {
        double weight = task.weights()[clips[i]];
        total += weight;
        correct += Softmax.largest(probabilities[i]) == task.labels()[clips[i]] ? weight : 0;
      }
      double position = (pass + (batch + 0.5) / batches) / passes;
      update(clips, descent.learningRate() * settings.schedule().factor(position));
    }
    network.store(parameters.grid);
    pass++;
    return held.length == 0 ? correct / total : heldOut(active);
  }

  private void take(int[] clips, SeededRandom random) {
    SplittableRandom[] randoms = new SplittableRandom[clips.length];
    Crop[] crops = new Crop[clips.length];
    for (int i = 0; i < clips.length; i++) {
      randoms[i] = new SplittableRandom(random.nextLong());
      crops[i] = settings.augmentation().crop(data.sequences().frames(clips[i]), randoms[i]);
    }
    int[] lengths = Arrays.stream(crops).mapToInt(Crop::count).toArray();
    network.take(
        lengths,
        i -> {
          float[] own = frames.read(clips[i], crops[i].first(), lengths[i]);
          settings.augmentation().apply(own, lengths[i], data.shape(), randoms[i]);
          return own;
        });
  }

  private void update(int[] clips, double rate) {
    int classes = task.head().head().classes();
    float[][] wanted = new float[clips.length][classes];
    for (int i = 0; i < clips.length; i++) {
      Arrays.fill(wanted[i], (float) (settings.smoothing() / classes));
      wanted[i][task.labels()[clips[i]]] += (float) (1 - settings.smoothing());
    }
    double[] weights = IntStream.of(clips).mapToDouble(clip -> task.weights()[clip]).toArray();
    ClipHead.Gradient headGradient = network.backward(wanted, weights);
    OptimizerStates.Step step = new OptimizerStates.Step(rate, settings.weightDecay());
    OptimizerStates.step(settings.optimizer(), task.head(), headGradient, step);
    for (int l = 0; l < network.layers(); l++) {
      int layer = l;
      network
          .modules(layer)
          .update(
              (module, own, scale, shift) ->
                  states.step(
                      settings.optimizer(), layer, module, List.of(own, scale, shift), step));
      if (settings.sourceWeight() == SourceWeight.LEARNED) {
        network
            .modules(layer)
            .updateShares(
                (module, gradient) ->
                    states.stepShare(settings.optimizer(), layer, module, gradient, step));
      }
    }
  }

  /** Returns the weighted fraction of the held-out clips that a pathway decides correctly. */
  private double heldOut(Pathway active) {
    SequenceModel.Member member = calibrated(active);
    double[] counts = new double[2];
    frames.takeAll(
        network,
        held,
        (first, count) -> {
          double[][] probabilities = network.predict(member.normalizations());
          for (int i = 0; i < count; i++) {
            int clip = held[first + i];
            counts[0] += task.weights()[clip];
            boolean right = Softmax.largest(probabilities[i]) == task.labels()[clip];
            counts[1] += right ? task.weights()[clip] : 0;
          }
        });
    return counts[1] / counts[0];
  }

  /** Takes the means and deviations of the loaded pathway over all training clips, as they are. */
  private SequenceModel.Member calibrated(Pathway active) {
    List<Normalization> found = new ArrayList<>();
    for (int layer = 0; layer <= network.layers(); layer++) {
      if (network.isNormalized(layer)) {
        Moments moments = new Moments(network.columns(layer));
        frames.takeAll(network, trained, (first, count) -> moments.add(network.moments(found)));
        found.add(moments.normalization());
      } else {
        found.add(Normalization.identity(network.columns(layer)));
      }
    }
    return new SequenceModel.Member(active, found);
  }

  /**
   * Returns what a model has beside a grid and the trained head.
   *
   * @param grid with the parameters of all members
   * @param live whether frozen modules count as they do now, or as in the best pathway
   * @param members active modules of each pathway that decides, the best first
   */
  public SequenceModel model(ModuleGrid grid, boolean live, List<Pathway> members) {
    ModuleShares shares = live ? states.shares().copy() : keptShares;
    Pathway none = Pathway.empty(grid.shape().layers());
    List<SequenceModel.Member> calibrated = new ArrayList<>();
    for (Pathway member : members) {
      network.load(grid, none, member, shares);
      calibrated.add(calibrated(member));
    }
    return new SequenceModel(data.sequences().layout(), settings.summary(), shares, calibrated);
  }

  /** Returns a copy of the optimizer's states. */
  public OptimizerStates states() {
    return states.copy();
  }

  @Override
  public void keep(Pathway modules, ModuleGrid best) {
    best.copy(parameters.grid, modules);
    keptShares = states.shares().copy();
  }

  @Override
  public void writeLive(Pathway modules, ModuleGrid target) {
    target.copy(parameters.grid, modules);
  }

  @Override
  public void writeKept(Pathway modules, ModuleGrid best, ModuleGrid target) {
    target.copy(best, modules);
  }

  @Override
  public void close() {
    network.close();
  }
}
