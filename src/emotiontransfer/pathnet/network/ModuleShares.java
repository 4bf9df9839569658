package emotiontransfer.pathnet.network;

import java.util.Arrays;

/**
 * How much each module counts in the mean over the active ones, if it is frozen; others count one.
 *
 * @param values {@code [layer][module]}
 */
public record ModuleShares(float[][] values) {

  /** Returns shares of one. */
  public static ModuleShares ones(PathNetShape shape) {
    float[][] values = new float[shape.layers()][shape.modules()];
    for (float[] layer : values) {
      Arrays.fill(layer, 1f);
    }
    return new ModuleShares(values);
  }

  public ModuleShares copy() {
    return new ModuleShares(Arrays.stream(values).map(float[]::clone).toArray(float[][]::new));
  }
}
