package emotiontransfer.pathnet.training;

import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.network.InputLayer;
import emotiontransfer.pathnet.network.ModuleGrid;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The weighted sums of first-layer modules for every training segment. */
final class SegmentSums {

  private SegmentSums() {}

  /**
   * Computes the sums.
   *
   * @param biases whether those of the grid are added, or the weights' products stay alone
   * @param batch segments in one product
   * @param pool divides the blocks of inputs among threads
   * @return for each module {@code [segment * neurons + neuron]}
   */
  static Map<Integer, float[]> of(
      ScaledRows rows,
      ModuleGrid grid,
      List<Integer> modules,
      boolean biases,
      int batch,
      ThreadPool pool) {
    int neurons = grid.shape().neurons();
    Map<Integer, float[]> all = new HashMap<>();
    for (int module : modules) {
      all.put(module, new float[rows.count() * neurons]);
    }
    if (modules.isEmpty()) {
      return all;
    }
    int[] order = IntStream.range(0, rows.count()).toArray();
    int blocks = rows.blocks().count();
    try (InputLayer layer = new InputLayer(rows.blocks(), neurons, batch, modules.size())) {
      layer.load(grid, modules);
      if (!biases) {
        layer.clearBiases();
      }
      float[][] sums = new float[layer.columns()][batch];
      for (int from = 0; from < order.length; from += batch) {
        int first = from;
        int count = Math.min(batch, order.length - from);
        pool.run(
            blocks,
            block -> {
              layer.gather(block, rows, order, first, count);
              layer.forward(block, count);
            });
        layer.weightedSums(sums, count);
        for (int column = 0; column < layer.columns(); column++) {
          float[] kept = all.get(modules.get(column / neurons));
          for (int i = 0; i < count; i++) {
            kept[(from + i) * neurons + column % neurons] = sums[column][i];
          }
        }
      }
    }
    return all;
  }
}
