package emotiontransfer.pathnet.network;

import emotiontransfer.data.InputBlocks;

/**
 * The trained network of one pathway, for prediction.
 *
 * <p>A segment's probabilities depend on it and on the number of segments that are asked for at
 * once, not on the others. Safe for several threads, which wait for each other.
 */
public final class PathwayNetwork implements AutoCloseable {

  /** Segments in one product. */
  private static final int BATCH = 64;

  private final PathNetShape shape;
  private final ModuleMean mean;
  private final InputLayer inputLayer;
  private final UpperNetwork upper;
  private final int modules;
  private final float[][] sums;

  public PathwayNetwork(ModuleGrid grid, Head head, ModuleKind kind, Pathway active) {
    this.shape = grid.shape();
    this.mean = new ModuleMean(kind, shape.neurons());
    this.modules = active.modules(0).size();
    this.inputLayer = new InputLayer(shape, BATCH, modules);
    this.upper = new UpperNetwork(kind, shape, head, BATCH);
    this.sums = new float[modules * shape.neurons()][BATCH];
    inputLayer.load(grid, active.modules(0));
    upper.load(grid, Pathway.empty(shape.layers()), active);
  }

  /**
   * Predicts some segments.
   *
   * @param segments scaled inputs, {@code [segments][inputs]}
   * @return class probabilities, {@code [segments][classes]}
   */
  public synchronized double[][] probabilities(float[][] segments) {
    double[][] probabilities = new double[segments.length][shape.classes()];
    for (int from = 0; from < segments.length; from += BATCH) {
      int rows = Math.min(BATCH, segments.length - from);
      for (int i = 0; i < rows; i++) {
        inputLayer.stage(i, segments[from + i]);
      }
      HeadLayer head = forward(rows);
      for (int i = 0; i < rows; i++) {
        for (int label = 0; label < shape.classes(); label++) {
          probabilities[from + i][label] = head.probability(label, i);
        }
      }
    }
    return probabilities;
  }

  private HeadLayer forward(int rows) {
    inputLayer.expect(rows);
    for (int block = 0; block < InputBlocks.of(shape.inputs()).count(); block++) {
      inputLayer.forward(block, rows);
    }
    inputLayer.weightedSums(sums, rows);
    mean.clear(upper.input(), rows);
    mean.add(upper.input(), sums, modules, rows, 1f / modules);
    return upper.forward(rows);
  }

  @Override
  public synchronized void close() {
    inputLayer.close();
  }
}
