package emotiontransfer.pathnet.training;

import emotiontransfer.data.InputBlocks;
import emotiontransfer.numeric.WorkerTeam;
import emotiontransfer.pathnet.network.InputLayer;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.SegmentSums;
import java.util.List;
import java.util.Map;
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
public final class DualFirstLayer extends FirstLayer {

  /** Segments in one product over the inputs. */
  private static final int BATCH = 256;

  /** The products of all pairs take at most 64 MB, and a second or two to compute. */
  private static final int MOST_SEGMENTS = 4096;

  /**
   * The dual form has less to multiply up to twice as many segments as inputs; at a third of the
   * inputs it surely pays, the computing of all pairs included.
   */
  private static final int INPUTS_PER_SEGMENT = 3;

  private final ScaledRows inputs;
  private final InputBlocks segments;
  private final Map<Integer, float[]> origin;
  private final Coefficients coefficients;

  /**
   * Tells whether an evolution trains in this form. It depends on nothing that an evolution may
   * change when it is continued.
   */
  static boolean pays(int segments, int inputs) {
    return segments <= Math.min(MOST_SEGMENTS, inputs / INPUTS_PER_SEGMENT);
  }

  /** Returns where training in this form begins, or null where it does not pay. */
  public static Coefficients begin(int segments, PathNetShape shape) {
    return pays(segments, shape.inputs())
        ? Coefficients.none(shape.modules(), segments * shape.neurons())
        : null;
  }

  /**
   * Computes the sums of the initial weights.
   *
   * @param gram products of all pairs of training segments
   * @param inputs training segments
   * @param trainable modules that may be trained
   * @param coefficients to go on from; they are changed
   */
  DualFirstLayer(
      GramMatrix gram,
      ScaledRows inputs,
      ModuleGrid grid,
      List<Integer> trainable,
      Coefficients coefficients,
      Size size,
      float rate,
      WorkerTeam team) {
    super(gram, gram.blocks(), grid, size, rate, team);
    this.inputs = inputs;
    this.segments = gram.blocks();
    this.coefficients = coefficients;
    this.origin = SegmentSums.withoutBiases(inputs, grid, trainable, BATCH, team);
    coefficients.begin(trainable);
  }

  @Override
  float[][] parameters() {
    return coefficients.live();
  }

  @Override
  void update(InputLayer layer, int block, int[] order, int from, int count, float rate) {
    layer.updateRows(block, order, from, count, rate);
  }

  @Override
  void addOrigin(List<Integer> modules, int[] order, int from, int count, float[][] sums) {
    int neurons = grid().shape().neurons();
    for (int m = 0; m < modules.size(); m++) {
      float[] initial = origin.get(modules.get(m));
      for (int i = 0; i < count; i++) {
        int at = order[from + i] * neurons;
        for (int j = 0; j < neurons; j++) {
          sums[m * neurons + j][i] += initial[at + j];
        }
      }
    }
  }

  @Override
  public void keep(List<Integer> modules, ModuleGrid best) {
    coefficients.keep(modules);
    for (int module : modules) {
      best.copyBiases(grid(), 0, module);
    }
  }

  @Override
  public void writeLive(List<Integer> modules, ModuleGrid target) {
    write(modules, coefficients.live(), grid(), target);
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
    int[] order = IntStream.range(0, inputs.count()).toArray();
    int blocks = inputs.blocks().count();
    try (InputLayer layer = new InputLayer(grid().shape(), BATCH, modules.size())) {
      layer.choose(grid(), modules);
      team().run(blocks, block -> layer.loadBlock(grid().weights(0), block));
      for (int from = 0; from < order.length; from += BATCH) {
        int first = from;
        int count = Math.min(BATCH, order.length - from);
        layer.expect(count);
        layer.stageGradient(rows(modules, added, from, count), count);
        team()
            .run(
                blocks,
                block -> {
                  layer.gather(block, inputs, order, first, count);
                  layer.update(block, count, -1f);
                });
      }
      team().run(blocks, block -> layer.storeBlock(target.weights(0), block));
    }
    for (int module : modules) {
      target.copyBiases(biases, 0, module);
    }
  }

  /** Returns the coefficients of some segments, {@code [column][segment]}. */
  private float[][] rows(List<Integer> modules, float[][] all, int from, int count) {
    int neurons = grid().shape().neurons();
    float[][] rows = new float[modules.size() * neurons][count];
    for (int column = 0; column < rows.length; column++) {
      float[] module = all[modules.get(column / neurons)];
      for (int i = 0; i < count; i++) {
        rows[column][i] = module[segments.place(from + i, column % neurons, neurons)];
      }
    }
    return rows;
  }

  @Override
  public Coefficients coefficients() {
    return coefficients.copy();
  }
}
