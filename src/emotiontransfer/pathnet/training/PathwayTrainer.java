package emotiontransfer.pathnet.training;

import emotiontransfer.data.TrainingSet;
import emotiontransfer.layers.DivergenceCheck;
import emotiontransfer.numeric.WorkerTeam;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.HeadLayer;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.ModuleMean;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.network.UpperNetwork;
import emotiontransfer.pathnet.transfer.SourceModules;
import java.util.List;

/**
 * Trains the network of a pathway by stochastic gradient descent: a layer is the mean over its
 * active modules, the loss is the mean softmax cross-entropy of a mini-batch (paper, section 3.3;
 * notes, questions 4, 6, 19, 20).
 *
 * <p>One trainer serves all pathways of an evolution; between its epochs the weights live in the
 * grid. It is not thread-safe, but shares its work over a team of threads.
 */
public final class PathwayTrainer implements AutoCloseable {

  private final TrainingSet data;
  private final ModuleGrid grid;
  private final ModuleMean mean;
  private final SourceModules source;
  private final int batch;
  private final float rate;
  private final DivergenceCheck divergence;
  private final FirstLayer firstLayer;
  private final UpperNetwork upper;
  private final FrozenOutputs frozenOutputs;
  private final float[][] sums;
  private final int[] labels;
  private final float[] weights;
  private int[] order;
  private int from;
  private List<Integer> fixed = List.of();
  private double correct;

  /**
   * Prepares the training on one corpus.
   *
   * @param data training segments
   * @param inputs their values, scaled
   * @param grid receives the trained weights
   * @param head receives the trained weights
   * @param source modules that are frozen or always active
   * @param settings mini-batch and learning rate
   * @param coefficients where the dual form of the first layer begins, which the grid's weights
   *     then do not follow; null for training the weights themselves
   * @param team shares the blocks of inputs
   */
  public PathwayTrainer(
      TrainingSet data,
      ScaledRows inputs,
      ModuleGrid grid,
      Head head,
      ModuleKind kind,
      SourceModules source,
      TrainerSettings settings,
      Coefficients coefficients,
      WorkerTeam team) {
    PathNetShape shape = grid.shape();
    int most = Math.min(shape.modules(), shape.maxActive() + source.always().modules(0).size());
    this.data = data;
    this.grid = grid;
    this.mean = new ModuleMean(kind, shape.neurons());
    this.source = source;
    this.batch = Math.min(settings.miniBatch(), data.size());
    this.rate = (float) settings.learningRate();
    this.divergence =
        new DivergenceCheck(settings.learningRate(), "standardize the inputs (-standardize)");
    this.frozenOutputs =
        new FrozenOutputs(inputs, grid, kind, source.frozen().modules(0), batch, team);
    FirstLayer.Size size = new FirstLayer.Size(batch, most);
    this.firstLayer =
        coefficients == null
            ? new PrimalFirstLayer(inputs, grid, size, rate, team)
            : new DualFirstLayer(
                GramMatrix.of(inputs, team),
                inputs,
                grid,
                Pathway.all(shape).minus(source.frozen()).modules(0),
                coefficients,
                size,
                rate,
                team);
    this.upper = new UpperNetwork(kind, shape, head, batch);
    this.sums = new float[most * shape.neurons()][batch];
    this.labels = new int[batch];
    this.weights = data.weights() == null ? null : new float[batch];
  }

  public FirstLayer firstLayer() {
    return firstLayer;
  }

  /** Returns what ends the training if it diverges; its user names the generation. */
  public DivergenceCheck divergence() {
    return divergence;
  }

  /** Returns the number of mini-batches of a pass. */
  public int miniBatches() {
    return (data.size() + batch - 1) / batch;
  }

  /**
   * Trains a pathway for one pass over the training set.
   *
   * @param picked the modules of a genotype; source modules that are always active join them
   * @param order the segments in the order of their use
   * @return the rate of correct segments, each counted before the update it took part in
   * @throws InterruptedException if the thread was interrupted; the grid then keeps the weights
   *     from before the pass, the head does not
   * @throws IllegalStateException if the training diverged, with the same effect
   */
  public double train(Pathway picked, int[] order) throws InterruptedException {
    Pathway active = source.active(picked);
    Pathway trainable = active.minus(source.frozen());
    Pathway untrained = active.intersection(source.frozen());
    firstLayer.begin(trainable.modules(0), order);
    upper.load(grid, trainable, untrained);
    this.order = order;
    double hits = pass(untrained.modules(0));
    firstLayer.end();
    upper.store(grid);
    double total = 0;
    for (int segment : order) {
      total += data.weight(segment);
    }
    return hits / total;
  }

  private double pass(List<Integer> fixedModules) throws InterruptedException {
    fixed = fixedModules;
    correct = 0;
    for (from = 0; from < order.length; from += batch) {
      if (Thread.interrupted()) {
        throw new InterruptedException("training was stopped");
      }
      int rows = Math.min(batch, order.length - from);
      firstLayer.forward(from, rows);
      step(rows);
    }
    return correct;
  }

  private void step(int rows) {
    firstMean(rows);
    HeadLayer head = upper.forward(rows);
    divergence.check(head.scoreSum(), from / batch + 1);
    for (int i = 0; i < rows; i++) {
      int segment = order[from + i];
      labels[i] = data.labels()[segment];
      if (weights != null) {
        weights[i] = data.weights()[segment];
      }
      if (head.decision(i) == labels[i]) {
        correct += data.weight(segment);
      }
    }
    boolean wanted = firstLayer.columns() > 0;
    float[][] gradient = upper.backward(labels, weights, rows, rate, wanted);
    if (wanted) {
      firstGradient(gradient, rows);
    }
  }

  private void firstMean(int rows) {
    float share = 1f / (modules() + fixed.size());
    float[][] means = upper.input();
    mean.clear(means, rows);
    firstLayer.weightedSums(sums);
    mean.add(means, sums, modules(), rows, share);
    for (int module : fixed) {
      frozenOutputs.add(module, order, from, rows, means, share);
    }
  }

  private void firstGradient(float[][] gradient, int rows) {
    float share = 1f / (modules() + fixed.size());
    mean.backpropagate(sums, gradient, modules(), rows, share);
    firstLayer.backward(sums);
  }

  private int modules() {
    return firstLayer.columns() / grid.shape().neurons();
  }

  @Override
  public void close() {
    firstLayer.close();
  }
}
