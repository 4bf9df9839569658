package emotiontransfer.pathnet.training;

import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.pathnet.segment.InputLayer;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/**
 * A first layer that trains a coefficient of each training segment instead of the weights of the
 * inputs.
 *
 * <p>Stochastic gradient descent only ever adds multiples of training segments to a neuron's
 * weights, <i>w = w0 + X'a</i>. So a mini-batch's weighted sums are <i>X w = X w0 + X X' a</i>: the
 * first term is computed once, the products of all pairs of segments (the Gram matrix) as well, and
 * an update is one addition for each segment and neuron. It is the same descent, rounded
 * differently (dual form of the perceptron: Aizerman et al., 1964; Sch&ouml;lkopf and Smola,
 * <i>Learning with Kernels</i>, 2002). The grid keeps the initial weights until {@link #writeLive}.
 */
final class DualFirstLayer extends MatrixFirstLayer {

  /** Segments in one product over the inputs. */
  private static final int BATCH = 256;

  private final SegmentSums origin;
  private final Coefficients coefficients;

  /**
   * Computes the products of all pairs of segments and the sums of the initial weights.
   *
   * @param coefficients to go on from; they are changed
   */
  DualFirstLayer(Work work, Coefficients coefficients) {
    super(work, GramMatrix.of(work.inputs(), work.pool()));
    Pathway all = Pathway.all(work.grid().shape());
    List<Integer> trainable = all.minus(work.source().frozen()).modules(0);
    this.coefficients = coefficients;
    this.origin = new SegmentSums(work, trainable, false, BATCH);
    coefficients.begin(trainable);
  }

  @Override
  float[][] parameters() {
    return coefficients.live();
  }

  @Override
  void update(InputLayer layer, int block, int[] order, int from, int count) {
    layer.updateRows(block, order, from, count, work.rate());
  }

  @Override
  void addOrigin(List<Integer> modules, int[] order, int from, int count, float[][] sums) {
    int neurons = work.grid().shape().neurons();
    for (int m = 0; m < modules.size(); m++) {
      origin.add(modules.get(m), order, from, count, sums, m * neurons, 1f);
    }
  }

  @Override
  public void keep(List<Integer> modules, ModuleGrid best) {
    coefficients.keep(modules);
    for (int module : modules) {
      copyBiases(work.grid(), module, best);
    }
  }

  @Override
  public void writeLive(List<Integer> modules, ModuleGrid target) {
    write(modules, coefficients.live(), work.grid(), target);
  }

  @Override
  public void writeKept(List<Integer> modules, ModuleGrid best, ModuleGrid target) {
    write(modules, coefficients.kept(), best, target);
  }

  /** Sets weights to the initial ones and what the segments have added. */
  private void write(List<Integer> modules, float[][] added, ModuleGrid biases, ModuleGrid target) {
    if (modules.isEmpty()) {
      return;
    }
    ScaledRows inputs = work.inputs();
    int[] order = IntStream.range(0, inputs.count()).toArray();
    int blocks = inputs.blocks().count();
    int neurons = work.grid().shape().neurons();
    try (InputLayer layer = new InputLayer(inputs.blocks(), neurons, BATCH, modules.size())) {
      layer.choose(work.grid(), modules);
      work.pool().run(blocks, block -> layer.loadBlock(work.grid().weights(0), block));
      for (int from = 0; from < order.length; from += BATCH) {
        int first = from;
        int count = Math.min(BATCH, order.length - from);
        layer.stageGradient(columns(modules, added, from, count), count);
        IntConsumer add =
            block -> {
              layer.gather(block, inputs, order, first, count);
              layer.update(block, count, -1f);
            };
        work.pool().run(blocks, add);
      }
      work.pool().run(blocks, block -> layer.storeBlock(target.weights(0), block));
    }
    for (int module : modules) {
      copyBiases(biases, module, target);
    }
  }

  /** Returns the coefficients of some segments, {@code [column][segment]}. */
  private float[][] columns(List<Integer> modules, float[][] all, int from, int count) {
    int neurons = work.grid().shape().neurons();
    float[][] columns = new float[modules.size() * neurons][count];
    for (int column = 0; column < columns.length; column++) {
      float[] module = all[modules.get(column / neurons)];
      for (int i = 0; i < count; i++) {
        columns[column][i] = module[rows.blocks().place(from + i, column % neurons, neurons)];
      }
    }
    return columns;
  }

  private static void copyBiases(ModuleGrid source, int module, ModuleGrid target) {
    float[] biases = source.biases(0, module);
    System.arraycopy(biases, 0, target.biases(0, module), 0, biases.length);
  }

  @Override
  public Coefficients coefficients() {
    return coefficients.copy();
  }
}
