package emotiontransfer.pathnet.training;

import emotiontransfer.data.InputBlocks;
import emotiontransfer.numeric.WorkerTeam;
import emotiontransfer.pathnet.network.InputLayer;
import emotiontransfer.pathnet.network.ModuleGrid;
import java.util.List;
import java.util.function.IntConsumer;

/**
 * The trainable first layer of an evolution, which has nearly all of a grid's weights and work.
 *
 * <p>Threads share its blocks, each by itself: a block is updated with the last mini-batch and
 * multiplied with the next one in one go, while it is in the cache.
 */
public abstract class FirstLayer implements AutoCloseable {

  private final InputLayer layer;
  private final InputBlocks blocks;
  private final BlockRows rows;
  private final ModuleGrid grid;
  private final int batch;
  private final float rate;
  private final WorkerTeam team;
  private final IntConsumer exchange = this::exchange;
  private List<Integer> modules = List.of();
  private int[] order;
  private int from;
  private int count;
  private int updateFrom;
  private int updates;

  /**
   * Prepares the layer.
   *
   * @param rows what is multiplied
   * @param blocks of its columns
   * @param grid with the biases
   * @param size mini-batch and most modules of a pathway
   * @param rate of learning
   * @param team shares the blocks
   */
  FirstLayer(
      BlockRows rows, InputBlocks blocks, ModuleGrid grid, Size size, float rate, WorkerTeam team) {
    this.rows = rows;
    this.blocks = blocks;
    this.grid = grid;
    this.batch = size.batch;
    this.rate = rate;
    this.team = team;
    this.layer = new InputLayer(blocks, grid.shape().neurons(), size.batch, size.modules);
  }

  /**
   * What a layer makes room for.
   *
   * @param batch segments in a mini-batch
   * @param modules most modules of a pathway
   */
  record Size(int batch, int modules) {}

  /** Returns what is trained of each module: its weights, or what stands for them. */
  abstract float[][] parameters();

  /** Updates one block's parameters after a mini-batch. */
  abstract void update(InputLayer layer, int block, int[] order, int from, int count, float rate);

  /** Adds what the parameters do not tell to weighted sums {@code [column][sample]}. */
  abstract void addOrigin(List<Integer> modules, int[] order, int from, int count, float[][] sums);

  /** Copies modules as they are now into {@code best}, or what stands for their weights aside. */
  public abstract void keep(List<Integer> modules, ModuleGrid best);

  /** Puts modules as they are now into another grid. */
  public abstract void writeLive(List<Integer> modules, ModuleGrid target);

  /** Puts modules as they were when they were last kept into another grid. */
  public abstract void writeKept(List<Integer> modules, ModuleGrid best, ModuleGrid target);

  /** Returns what continues this layer beside the grids, or null. */
  public abstract Coefficients coefficients();

  ModuleGrid grid() {
    return grid;
  }

  WorkerTeam team() {
    return team;
  }

  /** Begins a pass of a pathway with some trainable modules. */
  public void begin(List<Integer> trainable, int[] segments) {
    modules = trainable;
    order = segments;
    updates = 0;
    layer.choose(grid, modules);
    team.run(blocks.count(), block -> layer.loadBlock(parameters(), block));
    layer.expect(Math.min(batch, order.length));
    if (order.length % batch != 0) {
      layer.expect(order.length % batch);
    }
  }

  int columns() {
    return layer.columns();
  }

  /** Multiplies the next mini-batch, after the update with the last one. */
  void forward(int first, int size) {
    from = first;
    count = size;
    exchangeAll();
  }

  private void exchangeAll() {
    if (layer.columns() > 0) {
      team.run(blocks.count(), exchange);
    }
    updates = 0;
  }

  private void exchange(int block) {
    if (updates > 0) {
      update(layer, block, order, updateFrom, updates, rate);
    }
    if (count > 0) {
      layer.gather(block, rows, order, from, count);
      layer.forward(block, count);
    }
  }

  /** Sets {@code sums[column][sample]} for the mini-batch that was multiplied last. */
  void weightedSums(float[][] sums) {
    layer.weightedSums(sums, count);
    addOrigin(modules, order, from, count, sums);
  }

  /** Takes the derivative of the loss for the weighted sums. */
  void backward(float[][] gradient) {
    layer.setGradient(gradient, count, rate);
    updateFrom = from;
    updates = count;
  }

  /** Ends a pass: the last update, and the parameters back to where they were taken from. */
  void end() {
    count = 0;
    exchangeAll();
    layer.storeBiases(grid);
    team.run(blocks.count(), block -> layer.storeBlock(parameters(), block));
  }

  @Override
  public void close() {
    layer.close();
  }
}
