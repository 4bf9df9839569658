package emotiontransfer.layers;

import emotiontransfer.numeric.NativeFloats;
import java.util.List;

/** The memory that one thread works in; it holds nothing from one image to the next. */
public final class Workspace implements AutoCloseable {

  private final NativeFloats columns;
  private final NativeFloats columnGradient;
  private final NativeFloats maps;
  private final float[] units;
  private final float[] ratios;
  private final float[][] gradients;

  /**
   * Reserves the memory.
   *
   * @param layers of the network
   * @param training whether derivatives will be computed
   */
  public Workspace(List<ImageShape> layers, boolean training) {
    int mostColumns = 1;
    int mostOutputs = 1;
    for (ImageShape layer : layers) {
      mostOutputs = Math.max(mostOutputs, layer.outputs());
      if (layer.kind() == ImageShape.Kind.CONVOLUTION) {
        mostColumns = Math.max(mostColumns, layer.fanIn() * layer.positions());
      }
    }
    this.columns = NativeFloats.zeros(mostColumns);
    this.maps = NativeFloats.zeros(mostOutputs);
    this.columnGradient = NativeFloats.zeros(training ? mostColumns : 1);
    this.units = new float[mostOutputs];
    this.ratios = new float[training ? mostOutputs : 0];
    this.gradients = new float[training ? layers.size() + 1 : 0][];
    for (int i = 0; i < gradients.length; i++) {
      gradients[i] = new float[i == 0 ? 0 : layers.get(i - 1).outputs()];
    }
  }

  /** The windows of a convolution's input, {@code [fanIn][positions]}. */
  NativeFloats columns() {
    return columns;
  }

  /** The derivatives for {@link #columns}. */
  NativeFloats columnGradient() {
    return columnGradient;
  }

  /** A convolution's output or the derivatives for it, {@code [filters][positions]}. */
  NativeFloats maps() {
    return maps;
  }

  /** What a normalisation divides by, before the power; a row of a convolution's windows. */
  float[] units() {
    return units;
  }

  /** A normalisation's second array. */
  float[] ratios() {
    return ratios;
  }

  /** The derivatives for the output of image layer {@code layer - 1}. */
  public float[] gradient(int layer) {
    return gradients[layer];
  }

  @Override
  public void close() {
    columns.close();
    columnGradient.close();
    maps.close();
  }
}
