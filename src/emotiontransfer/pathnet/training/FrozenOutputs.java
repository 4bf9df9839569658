package emotiontransfer.pathnet.training;

import java.util.Map;

/**
 * The outputs of frozen first-layer modules for every training segment: their weights never change,
 * so neither do these, and one product over the corpus replaces one in each mini-batch.
 */
final class FrozenOutputs {

  private final int neurons;
  private final Map<Integer, float[]> outputs;

  /** Computes the outputs, one product of some segments after the other. */
  FrozenOutputs(FirstLayer.Work work) {
    this.neurons = work.grid().shape().neurons();
    this.outputs =
        SegmentSums.of(
            work.inputs(),
            work.grid(),
            work.source().frozen().modules(0),
            true,
            work.batch(),
            work.pool());
    for (float[] sums : outputs.values()) {
      for (int i = 0; i < sums.length; i++) {
        sums[i] = Math.max(sums[i], 0f);
      }
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
