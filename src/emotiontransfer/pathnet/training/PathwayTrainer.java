package emotiontransfer.pathnet.training;

import emotiontransfer.data.TrainingSet;
import emotiontransfer.layers.DivergenceCheck;
import emotiontransfer.numeric.SeededRandom;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.segment.HeadLayer;
import emotiontransfer.pathnet.segment.TrainingPlan;
import emotiontransfer.pathnet.segment.UpperNetwork;
import emotiontransfer.pathnet.transfer.SourceModules;
import java.util.List;

/**
 * Trains the network of a pathway by stochastic gradient descent: a layer is the mean over its
 * active modules, the loss is the mean softmax cross-entropy of a mini-batch (paper, section 3.3;
 * notes, questions 4, 6, 19, 20).
 *
 * <p>One trainer serves all pathways of an evolution; between its passes the weights live in the
 * grid. For one thread, which divides its work among those of a pool.
 */
public final class PathwayTrainer implements Trainer {

  /**
   * The network that is trained.
   *
   * @param grid receives the trained parameters of modules
   * @param head receives its trained parameters
   * @param source modules that are frozen or always active
   * @param coefficients where the dual form of the first layer begins; empty in other plans
   * @param pathways largest number of pathways that are active together
   */
  public record Network(
      ModuleGrid grid,
      Head head,
      SourceModules source,
      TrainingPlan plan,
      Coefficients coefficients,
      int pathways) {

    /** Makes the network of one pathway at a time. */
    public Network(
        ModuleGrid grid,
        Head head,
        SourceModules source,
        TrainingPlan plan,
        Coefficients coefficients) {
      this(grid, head, source, plan, coefficients, 1);
    }
  }

  private final TrainingSet data;
  private final Network network;
  private final int batch;
  private final float rate;
  private final Task allClasses;
  private final DivergenceCheck divergence;
  private final FirstLayer firstLayer;
  private final UpperNetwork upper;
  private final int[] labels;
  private final float[] weights;
  private Task task;

  /**
   * Prepares the training on one corpus.
   *
   * @param pool divides the work among threads; never changes a result
   */
  public PathwayTrainer(
      TrainingSet data,
      ScaledRows inputs,
      Network network,
      TrainerSettings settings,
      ThreadPool pool) {
    this.data = data;
    this.network = network;
    this.batch = Math.min(settings.miniBatch(), data.size());
    this.rate = (float) settings.learningRate();
    this.divergence =
        new DivergenceCheck(settings.learningRate(), "standardize the inputs (-standardize)");
    FirstLayer.Work work =
        new FirstLayer.Work(inputs, network.grid, network.source, network.pathways, settings, pool);
    this.firstLayer = FirstLayer.of(network.plan, work, network.coefficients);
    this.upper = new UpperNetwork(network.grid, network.head, batch);
    this.labels = new int[batch];
    this.weights = new float[batch];
    this.allClasses =
        new Task(new TrainedHead(network.head, List.of()), data.labels(), data.weights());
    this.task = allClasses;
  }

  @Override
  public Task task() {
    return allClasses;
  }

  @Override
  public void choose(Task chosen) {
    task = chosen;
    upper.choose(chosen.head().head());
  }

  @Override
  public DivergenceCheck divergence() {
    return divergence;
  }

  /** Returns T = ceil(n / mini-batch). */
  @Override
  public int miniBatches() {
    return (data.size() + batch - 1) / batch;
  }

  @Override
  public double train(Pathway picked, SeededRandom random) throws InterruptedException {
    return train(picked, random.order(data.size()));
  }

  /**
   * Trains a pathway for one pass over the training set.
   *
   * @param picked the modules of a genotype; source modules that are always active join them
   * @param order the segments in the order of their use
   * @return its fitness: the fraction of correct segments, each counted before the update it took
   *     part in
   * @throws InterruptedException if the thread was interrupted; the grid then keeps the weights
   *     from before the pass, the head does not
   * @throws IllegalStateException if the training diverged, with the same effect
   */
  public double train(Pathway picked, int[] order) throws InterruptedException {
    // The pathway: the genotype's modules and those of the sources; frozen ones only take part.
    Pathway active = network.source.active(picked);
    Pathway trainable = active.minus(network.source.frozen());
    Pathway frozen = active.intersection(network.source.frozen());
    firstLayer.begin(trainable.modules(0), frozen.modules(0), order);
    upper.load(network.grid, trainable, frozen);
    boolean trainsFirst = !trainable.modules(0).isEmpty();
    double correct = 0;
    double total = 0;
    // T mini-batches: one shuffled pass over the training set (notes, question 6).
    for (int from = 0; from < order.length; from += batch) {
      if (Thread.interrupted()) {
        throw new InterruptedException("training was stopped");
      }
      int count = Math.min(batch, order.length - from);
      // Forward: each layer is the mean over its active modules (paper, section 3.3.1).
      firstLayer.forward(from, count, upper.input());
      HeadLayer head = upper.forward(count);
      divergence.check(head.scoreSum(), from / batch + 1);
      // Fitness: running training accuracy, counted before the update (notes, question 20).
      for (int i = 0; i < count; i++) {
        int segment = order[from + i];
        labels[i] = task.labels()[segment];
        weights[i] = (float) task.weights()[segment];
        total += weights[i];
        if (head.decision(i) == labels[i]) {
          correct += weights[i];
        }
      }
      // Backward and update: stochastic gradient descent on the trainable modules and the head.
      float[][] gradient = upper.backward(labels, weights, count, rate, trainsFirst);
      if (trainsFirst) {
        firstLayer.backward(gradient);
      }
    }
    firstLayer.end();
    upper.store(network.grid);
    return correct / total;
  }

  @Override
  public void keep(Pathway modules, ModuleGrid best) {
    firstLayer.keep(modules.modules(0), best);
    best.copyUpper(network.grid, modules);
  }

  @Override
  public void writeLive(Pathway modules, ModuleGrid target) {
    firstLayer.writeLive(modules.modules(0), target);
    target.copyUpper(network.grid, modules);
  }

  @Override
  public void writeKept(Pathway modules, ModuleGrid best, ModuleGrid target) {
    firstLayer.writeKept(modules.modules(0), best, target);
    target.copyUpper(best, modules);
  }

  @Override
  public Coefficients coefficients() {
    return firstLayer.coefficients();
  }

  @Override
  public void close() {
    firstLayer.close();
  }
}
