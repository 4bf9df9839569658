package emotiontransfer.pathnet.sequence;

import emotiontransfer.pathnet.network.Kernel;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.ModuleKind;
import emotiontransfer.pathnet.network.ModulePlace;
import java.util.Arrays;

/**
 * A copy of the parameters of one module, as products need them.
 *
 * @param weights {@code [channel][tap * inputs + input]}
 * @param scale one for each channel, multiplied after the normalisation; ones where there is none
 * @param shift one for each channel, added afterwards
 * @param share factor of the output in the mean over the modules, not negative
 */
record ModuleState(int module, float[] weights, float[] scale, float[] shift, float share) {

  static ModuleState of(ModuleGrid grid, int layer, int module, float share) {
    ModulePlace place = grid.place(layer);
    Kernel kernel = grid.kind().kernel(layer).orElseThrow();
    int channels = place.output().channels();
    float[] stored = grid.weights(layer, module);
    float[] weights = new float[stored.length - (kernel.normalized() ? channels : 0)];
    exchange(grid.kind(), place, weights, stored, true);
    float[] scale = new float[channels];
    Arrays.fill(scale, 1f);
    if (kernel.normalized()) {
      System.arraycopy(stored, weights.length, scale, 0, channels);
    }
    return new ModuleState(module, weights, scale, grid.biases(layer, module).clone(), share);
  }

  void store(ModuleGrid grid, int layer) {
    float[] stored = grid.weights(layer, module);
    exchange(grid.kind(), grid.place(layer), weights, stored, false);
    if (stored.length > weights.length) {
      System.arraycopy(scale, 0, stored, weights.length, scale.length);
    }
    System.arraycopy(shift, 0, grid.biases(layer, module), 0, shift.length);
  }

  private static void exchange(
      ModuleKind kind, ModulePlace place, float[] rows, float[] stored, boolean load) {
    int length = rows.length / place.output().channels();
    for (int i = 0; i < rows.length; i++) {
      int at = kind.index(place, i % length, i / length);
      if (load) {
        rows[i] = stored[at];
      } else {
        stored[at] = rows[i];
      }
    }
  }
}
