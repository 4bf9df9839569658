package emotiontransfer.pathnet.training;

import emotiontransfer.pathnet.segment.InputLayer;
import emotiontransfer.pathnet.segment.Rectification;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * A first layer of linear modules, which are multiplied side by side as one matrix: it trains the
 * weights themselves, which the grid holds, where {@link DualFirstLayer} does not say otherwise.
 *
 * <p>Each of its blocks is a task for one thread: a block is updated with the last mini-batch and
 * multiplied with the next one in one go, while it is in the cache.
 */
class MatrixFirstLayer implements FirstLayer {

  final Work work;
  final InputLayer.Rows rows;
  private final InputLayer layer;
  private final SegmentSums frozenOutputs;
  private final float[][] sums;
  private final IntConsumer exchange = this::exchange;
  private List<Integer> modules = List.of();
  private List<Integer> frozen = List.of();
  private int[] order;
  private int from;
  private int count;
  private int updateFrom;
  private int updates;

  MatrixFirstLayer(Work work, InputLayer.Rows rows) {
    this.work = work;
    this.rows = rows;
    int neurons = work.grid().shape().neurons();
    this.frozenOutputs = SegmentSums.outputs(work);
    this.layer = new InputLayer(rows.blocks(), neurons, work.batch(), work.most());
    this.sums = new float[work.most() * neurons][work.batch()];
  }

  /** Returns what is trained of each module: its weights, or what stands for them. */
  float[][] parameters() {
    return work.grid().weights(0);
  }

  /** Updates one block's parameters after a mini-batch. */
  void update(InputLayer layer, int block, int[] order, int from, int count) {
    layer.update(block, count, work.rate());
  }

  /** Adds what is not in the parameters to weighted sums {@code [column][segment]}. */
  void addOrigin(List<Integer> modules, int[] order, int from, int count, float[][] sums) {}

  @Override
  public Work work() {
    return work;
  }

  @Override
  public void begin(List<Integer> trainable, List<Integer> frozenModules, int[] segments) {
    modules = trainable;
    frozen = frozenModules;
    order = segments;
    updates = 0;
    layer.choose(work.grid(), modules);
    work.pool().run(rows.blocks().count(), block -> layer.loadBlock(parameters(), block));
  }

  @Override
  public void forward(int first, int size, float[][] means) {
    from = first;
    count = size;
    exchangeAll();
    layer.weightedSums(sums, count);
    addOrigin(modules, order, from, count, sums);
    Rectification.clear(means, count);
    Rectification.addRectified(means, sums, layer.columns(), count, fraction());
    for (int module : frozen) {
      frozenOutputs.add(module, order, from, count, means, 0, fraction());
    }
  }

  private float fraction() {
    return 1f / (modules.size() + frozen.size());
  }

  private void exchangeAll() {
    if (!modules.isEmpty()) {
      work.pool().run(rows.blocks().count(), exchange);
    }
    updates = 0;
  }

  private void exchange(int block) {
    if (updates > 0) {
      update(layer, block, order, updateFrom, updates);
    }
    if (count > 0) {
      layer.gather(block, rows, order, from, count);
      layer.forward(block, count);
    }
  }

  @Override
  public void backward(float[][] gradient) {
    Rectification.backpropagate(sums, gradient, layer.columns(), count, fraction());
    layer.setGradient(sums, count, work.rate());
    updateFrom = from;
    updates = count;
  }

  @Override
  public void end() {
    count = 0;
    exchangeAll();
    layer.storeBiases(work.grid());
    work.pool().run(rows.blocks().count(), block -> layer.storeBlock(parameters(), block));
  }

  @Override
  public void close() {
    layer.close();
  }
}
