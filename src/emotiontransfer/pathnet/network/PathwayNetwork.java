package emotiontransfer.pathnet.network;

import emotiontransfer.data.InputBlocks;
import java.util.List;

/**
 * The trained network of one pathway, for prediction.
 *
 * <p>A segment's probabilities depend on it and on the number of segments that are asked for at
 * once, not on the others. Safe for several threads, which wait for each other.
 */
public final class PathwayNetwork implements AutoCloseable {

  /** Segments in one product. */
  private static final int BATCH = 64;

  private final FirstMean first;
  private final UpperNetwork upper;
  private final int classes;

  /** The first layer's mean over the active modules. */
  private interface FirstMean {

    void compute(float[][] segments, int from, int count, float[][] means);

    void close();
  }

  /** Takes the parameters of a pathway out of a grid. */
  public PathwayNetwork(ModuleGrid grid, Head head, Pathway active) {
    List<Integer> modules = active.modules(0);
    this.first =
        grid.kind().plans().contains(TrainingPlan.PRIMAL)
            ? new LinearMean(grid, modules)
            : new ModulesMean(grid, modules);
    this.upper = new UpperNetwork(grid, head, BATCH);
    this.classes = head.classes();
    upper.load(grid, Pathway.empty(grid.shape().layers()), active);
  }

  /**
   * Predicts some segments.
   *
   * @param segments scaled inputs, {@code [segments][inputs]}
   * @return class probabilities, {@code [segments][classes]}
   */
  public synchronized double[][] probabilities(float[][] segments) {
    double[][] probabilities = new double[segments.length][classes];
    for (int from = 0; from < segments.length; from += BATCH) {
      int count = Math.min(BATCH, segments.length - from);
      first.compute(segments, from, count, upper.input());
      HeadLayer head = upper.forward(count);
      for (int i = 0; i < count; i++) {
        for (int label = 0; label < classes; label++) {
          probabilities[from + i][label] = head.probability(label, i);
        }
      }
    }
    return probabilities;
  }

  @Override
  public synchronized void close() {
    first.close();
  }

  /** Linear modules side by side, in the products that training uses. */
  private static final class LinearMean implements FirstMean {

    private final InputBlocks blocks;
    private final InputLayer layer;
    private final int modules;
    private final float[][] sums;

    LinearMean(ModuleGrid grid, List<Integer> active) {
      int neurons = grid.shape().neurons();
      this.blocks = InputBlocks.of(grid.shape().inputs());
      this.modules = active.size();
      this.layer = new InputLayer(blocks, neurons, BATCH, modules);
      this.sums = new float[modules * neurons][BATCH];
      layer.load(grid, active);
    }

    @Override
    public void compute(float[][] segments, int from, int count, float[][] means) {
      for (int i = 0; i < count; i++) {
        layer.stage(i, segments[from + i]);
      }
      for (int block = 0; block < blocks.count(); block++) {
        layer.forward(block, count);
      }
      layer.weightedSums(sums, count);
      LinearModule.clear(means, count);
      LinearModule.addRectified(means, sums, sums.length, count, 1f / modules);
    }

    @Override
    public void close() {
      layer.close();
    }
  }

  /** Modules of any kind. */
  private static final class ModulesMean implements FirstMean {

    private final ModuleLayer layer;
    private final float[][] inputs;

    ModulesMean(ModuleGrid grid, List<Integer> active) {
      this.layer = grid.kind().layer(grid.place(0), active.size(), BATCH);
      this.inputs = new float[grid.shape().inputs()][BATCH];
      layer.load(grid, List.of(), active);
    }

    @Override
    public void compute(float[][] segments, int from, int count, float[][] means) {
      for (int k = 0; k < inputs.length; k++) {
        for (int i = 0; i < count; i++) {
          inputs[k][i] = segments[from + i][k];
        }
      }
      layer.forward(inputs, means, count);
    }

    @Override
    public void close() {
      // It holds no native memory.
    }
  }
}
