package emotiontransfer.pathnet;

import java.util.List;
import java.util.function.IntConsumer;

/**
 * Trains the network of a pathway by stochastic gradient descent: a layer is the mean over its
 * active modules, the loss is the mean softmax cross-entropy of a mini-batch (paper, section 3.3;
 * notes, questions 4, 6, 19, 20).
 *
 * <p>One trainer serves all pathways of an evolution; between its epochs the weights live in the
 * grid. It is not thread-safe, but shares its work over a team of threads.
 */
final class PathwayTrainer implements AutoCloseable {

  private final TrainingSet data;
  private final ScaledRows inputs;
  private final int blocks;
  private final ModuleGrid grid;
  private final ModuleMean mean;
  private final SourceModules source;
  private final int batch;
  private final float rate;
  private final WorkerTeam team;
  private final InputLayer inputLayer;
  private final UpperNetwork upper;
  private final FrozenOutputs frozenOutputs;
  private final float[][] sums;
  private final int[] labels;
  private final float[] weights;
  private final IntConsumer exchange = this::exchange;
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
   * @param kind of module
   * @param source modules that are frozen or always active
   * @param settings mini-batch and learning rate
   * @param team shares the blocks of inputs
   */
  PathwayTrainer(
      TrainingSet data,
      ScaledRows inputs,
      ModuleGrid grid,
      Head head,
      ModuleKind kind,
      SourceModules source,
      TrainerSettings settings,
      WorkerTeam team) {
    PathNetShape shape = grid.shape();
    int most = Math.min(shape.modules(), shape.maxActive() + source.always().modules(0).size());
    this.data = data;
    this.inputs = inputs;
    this.blocks = InputBlocks.of(shape.inputs()).count();
    this.grid = grid;
    this.mean = new ModuleMean(kind, shape.neurons());
    this.source = source;
    this.batch = Math.min(settings.miniBatch(), data.size());
    this.rate = (float) settings.learningRate();
    this.team = team;
    this.frozenOutputs =
        new FrozenOutputs(inputs, grid, kind, source.frozen().modules(0), batch, team);
    this.inputLayer = new InputLayer(shape, batch, most);
    this.upper = new UpperNetwork(kind, shape, head, batch);
    this.sums = new float[most * shape.neurons()][batch];
    this.labels = new int[batch];
    this.weights = data.weights() == null ? null : new float[batch];
  }

  /**
   * Trains a pathway for one pass over the training set.
   *
   * @param picked the modules of a genotype; source modules that are always active join them
   * @param order the segments in the order of their use
   * @return the rate of correct segments, each counted before the update it took part in
   * @throws InterruptedException if the thread was interrupted; the grid then keeps the weights
   *     from before the pass, the head does not
   */
  double train(Pathway picked, int[] order) throws InterruptedException {
    Pathway active = source.active(picked);
    Pathway trainable = active.minus(source.frozen());
    Pathway untrained = active.intersection(source.frozen());
    inputLayer.choose(grid, trainable.modules(0));
    team.run(blocks, block -> inputLayer.loadBlock(grid, block));
    upper.load(grid, trainable, untrained);
    this.order = order;
    double hits = pass(untrained.modules(0));
    inputLayer.storeBiases(grid);
    team.run(blocks, block -> inputLayer.storeBlock(grid, block));
    upper.store(grid);
    double total = 0;
    for (int segment : order) {
      total += data.weight(segment);
    }
    return hits / total;
  }

  /**
   * Runs the mini-batches. A block of inputs is updated with the old mini-batch, and the new one is
   * fetched and multiplied, in one go, while the block is in the cache.
   */
  private double pass(List<Integer> fixedModules) throws InterruptedException {
    fixed = fixedModules;
    correct = 0;
    inputLayer.expect(batch);
    if (order.length % batch != 0) {
      inputLayer.expect(order.length % batch);
    }
    for (from = 0; from < order.length; from += batch) {
      if (Thread.interrupted()) {
        throw new InterruptedException("training was stopped");
      }
      exchangeAll();
      step();
    }
    exchangeAll();
    return correct;
  }

  private void exchangeAll() {
    if (inputLayer.columns() > 0) {
      team.run(blocks, exchange);
    }
  }

  private int rows(int begin) {
    return Math.max(0, Math.min(batch, order.length - begin));
  }

  private void exchange(int block) {
    if (from > 0) {
      inputLayer.update(block, rows(from - batch), rate);
    }
    int rows = rows(from);
    if (rows > 0) {
      inputLayer.gather(block, inputs, order, from, rows);
      inputLayer.forward(block, rows);
    }
  }

  private void step() {
    int rows = rows(from);
    firstMean(rows);
    HeadLayer head = upper.forward(rows);
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
    boolean wanted = inputLayer.columns() > 0;
    float[][] gradient = upper.backward(labels, weights, rows, rate, wanted);
    if (wanted) {
      firstGradient(gradient, rows);
    }
  }

  private void firstMean(int rows) {
    float share = 1f / (modules() + fixed.size());
    float[][] means = upper.input();
    mean.clear(means, rows);
    inputLayer.weightedSums(sums, rows);
    mean.add(means, sums, modules(), rows, share);
    for (int module : fixed) {
      frozenOutputs.add(module, order, from, rows, means, share);
    }
  }

  private void firstGradient(float[][] gradient, int rows) {
    float share = 1f / (modules() + fixed.size());
    mean.backpropagate(sums, gradient, modules(), rows, share);
    inputLayer.setGradient(sums, rows, rate);
  }

  private int modules() {
    return inputLayer.columns() / grid.shape().neurons();
  }

  @Override
  public void close() {
    inputLayer.close();
  }
}
