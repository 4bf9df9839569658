package emotiontransfer.pathnet;

import java.util.Arrays;
import java.util.List;

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
  private final ModuleGrid grid;
  private final ModuleKind kind;
  private final SourceModules source;
  private final int batch;
  private final float rate;
  private final WorkerTeam team;
  private final InputLayer inputLayer;
  private final UpperNetwork upper;
  private final FrozenOutputs frozenOutputs;
  private final float[] sums;
  private final int[] labels;
  private final float[] weights;

  /**
   * Prepares the training on one corpus.
   *
   * @param data scaled training segments
   * @param grid receives the trained weights
   * @param head receives the trained weights
   * @param kind of module
   * @param source modules that are frozen or always active
   * @param settings mini-batch and learning rate
   * @param team shares the blocks of inputs
   */
  PathwayTrainer(
      TrainingSet data,
      ModuleGrid grid,
      Head head,
      ModuleKind kind,
      SourceModules source,
      TrainerSettings settings,
      WorkerTeam team) {
    PathNetShape shape = grid.shape();
    int most = Math.min(shape.modules(), shape.maxActive() + source.always().modules(0).size());
    this.data = data;
    this.grid = grid;
    this.kind = kind;
    this.source = source;
    this.batch = Math.min(settings.miniBatch(), data.size());
    this.rate = (float) settings.learningRate();
    this.team = team;
    this.frozenOutputs =
        new FrozenOutputs(data.features(), grid, kind, source.frozen().modules(0), batch, team);
    this.inputLayer = new InputLayer(shape, batch, most);
    this.upper = new UpperNetwork(kind, shape, head, batch);
    this.sums = new float[most * shape.neurons() * batch];
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
    Pathway fixed = active.intersection(source.frozen());
    inputLayer.load(grid, trainable.modules(0));
    upper.load(grid, trainable, fixed);
    double correct = pass(order, fixed.modules(0));
    inputLayer.store(grid);
    upper.store(grid);
    double total = 0;
    for (int segment : order) {
      total += data.weight(segment);
    }
    return correct / total;
  }

  /**
   * Runs the mini-batches. A block of inputs is updated with the old mini-batch and multiplied with
   * the new one in one go, while it is in the cache.
   */
  private double pass(int[] order, List<Integer> fixed) throws InterruptedException {
    int size = order.length;
    inputLayer.expect(batch);
    if (size % batch != 0) {
      inputLayer.expect(size % batch);
    }
    double correct = 0;
    int before = 0;
    for (int from = 0; from < size + batch; from += batch) {
      if (Thread.interrupted()) {
        throw new InterruptedException("training was stopped");
      }
      int rows = Math.max(0, Math.min(batch, size - from));
      if (inputLayer.columns() > 0) {
        exchange(order, from, before, rows);
      }
      if (rows == 0) {
        break;
      }
      correct += step(order, from, rows, fixed);
      before = rows;
    }
    return correct;
  }

  private void exchange(int[] order, int from, int before, int rows) {
    team.run(
        data.features().blocks().count(),
        block -> {
          if (before > 0) {
            inputLayer.update(block, before, rate);
          }
          if (rows > 0) {
            inputLayer.gather(block, data.features(), order, from, rows);
            inputLayer.forward(block, rows);
          }
        });
  }

  private double step(int[] order, int from, int rows, List<Integer> fixed) {
    firstMean(order, from, rows, fixed);
    HeadLayer head = upper.forward(rows);
    double correct = 0;
    for (int i = 0; i < rows; i++) {
      int segment = order[from + i];
      labels[i] = data.labels()[segment];
      if (weights != null) {
        weights[i] = data.weights()[segment];
      }
      if (head.decision(i, rows) == labels[i]) {
        correct += data.weight(segment);
      }
    }
    boolean wanted = inputLayer.columns() > 0;
    float[] gradient = upper.backward(labels, weights, rows, rate, wanted);
    if (wanted) {
      firstGradient(gradient, rows, fixed.size());
    }
    return correct;
  }

  private void firstMean(int[] order, int from, int rows, List<Integer> fixed) {
    int length = grid.shape().neurons() * rows;
    int modules = inputLayer.columns() / grid.shape().neurons();
    float share = 1f / (modules + fixed.size());
    float[] mean = upper.input();
    Arrays.fill(mean, 0, length, 0f);
    inputLayer.weightedSums(sums, rows);
    for (int m = 0; m < modules; m++) {
      kind.addActivated(mean, 0, sums, m * length, length, share);
    }
    for (int module : fixed) {
      frozenOutputs.add(module, order, from, rows, mean, share);
    }
  }

  private void firstGradient(float[] gradient, int rows, int fixed) {
    int length = grid.shape().neurons() * rows;
    int modules = inputLayer.columns() / grid.shape().neurons();
    float share = 1f / (modules + fixed);
    for (int m = 0; m < modules; m++) {
      kind.backpropagate(sums, m * length, gradient, 0, length, share);
    }
    inputLayer.setGradient(sums, rows, rate);
  }

  @Override
  public void close() {
    inputLayer.close();
  }
}
