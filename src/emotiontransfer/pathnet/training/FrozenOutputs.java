package emotiontransfer.pathnet.training;

import emotiontransfer.numeric.WorkerTeam;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.SegmentSums;
import java.util.List;
import java.util.Map;

/**
 * The outputs of frozen first-layer modules for every training segment: their weights never change,
 * so neither do these, and one product over the corpus replaces one in each mini-batch.
 */
final class FrozenOutputs {

  private final int neurons;
  private final Map<Integer, float[]> outputs;

  /**
   * Computes the outputs.
   *
   * @param data training segments
   * @param grid holds the frozen weights
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
    this.outputs = SegmentSums.of(data, grid, frozen, batch, team);
    outputs.replaceAll(
        (module, sums) -> {
          float[] activated = new float[sums.length];
          kind.addActivated(activated, sums, sums.length, 1f);
          return activated;
        });
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
