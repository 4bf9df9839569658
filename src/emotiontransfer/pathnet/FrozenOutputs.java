package emotiontransfer.pathnet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The outputs of frozen first-layer modules for every training segment: their weights never change,
 * so neither do these, and one product over the corpus replaces one in each mini-batch.
 */
final class FrozenOutputs {

  private final int neurons;
  private final Map<Integer, float[]> outputs = new HashMap<>();

  /**
   * Computes the outputs.
   *
   * @param data training segments
   * @param grid holds the frozen weights
   * @param kind of module
   * @param frozen first-layer modules
   * @param batch segments in one product
   * @param team shares the blocks of inputs
   */
  FrozenOutputs(
      ScaledRows data,
      ModuleGrid grid,
      ModuleKind kind,
      List<Integer> frozen,
      int batch,
      WorkerTeam team) {
    this.neurons = grid.shape().neurons();
    if (frozen.isEmpty()) {
      return;
    }
    for (int module : frozen) {
      outputs.put(module, new float[data.count() * neurons]);
    }
    int[] order = IntStream.range(0, data.count()).toArray();
    int blocks = InputBlocks.of(grid.shape().inputs()).count();
    try (InputLayer layer = new InputLayer(grid.shape(), batch, frozen.size())) {
      layer.load(grid, frozen);
      float[][] sums = new float[layer.columns()][batch];
      for (int from = 0; from < order.length; from += batch) {
        int first = from;
        int rows = Math.min(batch, order.length - from);
        layer.expect(rows);
        team.run(
            blocks,
            block -> {
              layer.gather(block, data, order, first, rows);
              layer.forward(block, rows);
            });
        layer.weightedSums(sums, rows);
        for (int m = 0; m < frozen.size(); m++) {
          for (int neuron = 0; neuron < neurons; neuron++) {
            keep(kind, sums[m * neurons + neuron], outputs.get(frozen.get(m)), neuron, from, rows);
          }
        }
      }
    }
  }

  private void keep(ModuleKind kind, float[] sums, float[] kept, int neuron, int from, int rows) {
    float[] activated = new float[rows];
    kind.addActivated(activated, sums, rows, 1f);
    for (int i = 0; i < rows; i++) {
      kept[(from + i) * neurons + neuron] = activated[i];
    }
  }

  /** Adds the outputs of a module for some segments, scaled, to {@code [neuron][sample]}. */
  void add(int module, int[] order, int from, int rows, float[][] sums, float scale) {
    float[] kept = outputs.get(module);
    for (int i = 0; i < rows; i++) {
      int at = order[from + i] * neurons;
      for (int j = 0; j < neurons; j++) {
        sums[j][i] += scale * kept[at + j];
      }
    }
  }
}
