package emotiontransfer.pathnet.segment;

import emotiontransfer.data.InputBlocks;
import emotiontransfer.pathnet.network.Head;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.Pathway;
import java.util.Arrays;
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
  private final Runnable free;
  private final UpperNetwork upper;
  private final int classes;

  /** Computes the first layer's mean over the active modules. */
  private interface FirstMean {
    void compute(float[][] segments, int from, int count, float[][] means);
  }

  /** Takes the parameters of a pathway out of a grid. */
  public PathwayNetwork(ModuleGrid grid, Head head, Pathway active) {
    List<Integer> modules = active.modules(0);
    this.upper = new UpperNetwork(grid, head, BATCH);
    this.classes = head.classes();
    upper.load(grid, Pathway.empty(grid.shape().layers()), active);
    SegmentModule kind = SegmentModule.of(grid.kind());
    if (kind.plans().contains(TrainingPlan.PRIMAL)) {
      InputBlocks blocks = InputBlocks.of(grid.shape().inputs());
      InputLayer layer = new InputLayer(blocks, grid.shape().neurons(), BATCH, modules.size());
      layer.load(grid, modules);
      this.first = linearMean(layer, blocks, 1f / modules.size());
      this.free = layer::close;
    } else {
      ModuleLayer layer = kind.layer(grid.place(0), modules.size(), BATCH);
      layer.load(grid, List.of(), modules);
      this.first = modulesMean(layer, new float[grid.shape().inputs()][BATCH]);
      this.free = () -> {};
    }
  }

  /** Computes linear modules side by side, in the products that training uses. */
  private static FirstMean linearMean(InputLayer layer, InputBlocks blocks, float fraction) {
    float[][] sums = new float[layer.columns()][BATCH];
    return (segments, from, count, means) -> {
      for (int i = 0; i < count; i++) {
        layer.stage(i, segments[from + i]);
      }
      for (int block = 0; block < blocks.count(); block++) {
        layer.forward(block, count);
      }
      layer.weightedSums(sums, count);
      Rectification.clear(means, count);
      Rectification.addRectified(means, sums, sums.length, count, fraction);
    };
  }

  /** Computes modules of any kind. */
  private static FirstMean modulesMean(ModuleLayer layer, float[][] inputs) {
    return (segments, from, count, means) -> {
      for (int k = 0; k < inputs.length; k++) {
        for (int i = 0; i < count; i++) {
          inputs[k][i] = segments[from + i][k];
        }
      }
      layer.forward(inputs, means, count);
    };
  }

  /**
   * Predicts some segments.
   *
   * @param segments scaled inputs, {@code [segments][inputs]}
   * @return class probabilities, {@code [segments][classes]}
   */
  public synchronized double[][] probabilities(float[][] segments) {
    double[][] probabilities = new double[segments.length][classes];
    forward(
        segments,
        (head, i, segment) ->
            Arrays.setAll(probabilities[segment], label -> head.probability(label, i)));
    return probabilities;
  }

  /**
   * Returns the last layer's mean over its active modules, {@code [segments][outputs]}.
   *
   * @param segments scaled inputs, {@code [segments][inputs]}
   */
  public synchronized float[][] outputs(float[][] segments) {
    float[][] last = upper.output();
    float[][] outputs = new float[segments.length][last.length];
    forward(
        segments,
        (head, i, segment) -> {
          for (int value = 0; value < last.length; value++) {
            outputs[segment][value] = last[value][i];
          }
        });
    return outputs;
  }

  /** Takes what was computed for a segment, which is sample {@code i} of its batch. */
  private interface Computed {
    void take(HeadLayer head, int i, int segment);
  }

  private void forward(float[][] segments, Computed computed) {
    for (int from = 0; from < segments.length; from += BATCH) {
      int count = Math.min(BATCH, segments.length - from);
      first.compute(segments, from, count, upper.input());
      HeadLayer head = upper.forward(count);
      for (int i = 0; i < count; i++) {
        computed.take(head, i, from + i);
      }
    }
  }

  @Override
  public synchronized void close() {
    free.run();
  }
}
