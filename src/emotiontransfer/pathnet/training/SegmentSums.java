package emotiontransfer.pathnet.training;

import emotiontransfer.pathnet.segment.InputLayer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The weighted sums of first-layer modules for every training segment: what does not change while
 * they are trained is computed once, by one product over the corpus.
 */
final class SegmentSums {

  private final int neurons;
  private final Map<Integer, float[]> sums = new HashMap<>();

  /**
   * Computes the sums.
   *
   * @param biases whether those of the grid are added, or the weights' products stay alone
   * @param batch segments in one product
   */
  SegmentSums(FirstLayer.Work work, List<Integer> modules, boolean biases, int batch) {
    this.neurons = work.grid().shape().neurons();
    ScaledRows rows = work.inputs();
    for (int module : modules) {
      sums.put(module, new float[rows.count() * neurons]);
    }
    if (!modules.isEmpty()) {
      compute(work, modules, biases, batch);
    }
  }

  /** Computes the outputs of frozen modules: their weights never change, so neither do these. */
  static SegmentSums outputs(FirstLayer.Work work) {
    List<Integer> frozen = work.source().frozen().modules(0);
    SegmentSums outputs = new SegmentSums(work, frozen, true, work.batch());
    for (float[] values : outputs.sums.values()) {
      for (int i = 0; i < values.length; i++) {
        values[i] = Math.max(values[i], 0f);
      }
    }
    return outputs;
  }

  private void compute(FirstLayer.Work work, List<Integer> modules, boolean biases, int batch) {
    ScaledRows rows = work.inputs();
    int[] order = IntStream.range(0, rows.count()).toArray();
    int blocks = rows.blocks().count();
    try (InputLayer layer = new InputLayer(rows.blocks(), neurons, batch, modules.size())) {
      layer.load(work.grid(), modules);
      if (!biases) {
        layer.clearBiases();
      }
      float[][] batchSums = new float[layer.columns()][batch];
      for (int from = 0; from < order.length; from += batch) {
        int first = from;
        int count = Math.min(batch, order.length - from);
        work.pool()
            .run(
                blocks,
                block -> {
                  layer.gather(block, rows, order, first, count);
                  layer.forward(block, count);
                });
        layer.weightedSums(batchSums, count);
        for (int column = 0; column < layer.columns(); column++) {
          float[] kept = sums.get(modules.get(column / neurons));
          for (int i = 0; i < count; i++) {
            kept[(from + i) * neurons + column % neurons] = batchSums[column][i];
          }
        }
      }
    }
  }

  /**
   * Adds the values of a module for some segments, scaled.
   *
   * @param target {@code [first column + neuron][segment]}
   */
  void add(int module, int[] order, int from, int count, float[][] target, int first, float scale) {
    float[] kept = sums.get(module);
    for (int i = 0; i < count; i++) {
      int at = order[from + i] * neurons;
      for (int j = 0; j < neurons; j++) {
        target[first + j][i] += scale * kept[at + j];
      }
    }
  }
}
