package emotiontransfer.layers;

import emotiontransfer.numeric.NativeFloats;
import java.util.List;

/** The memory that one thread works in; it holds nothing from one image to the next. */
public final class Workspace implements AutoCloseable {

  private final NativeFloats columns;
  private final NativeFloats columnGradient;
  private final NativeFloats maps;
  private final float[] row;
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
    int mostMaps = 1;
    int mostPositions = 1;
    int mostNormalized = 1;
    for (ImageShape layer : layers) {
      if (layer.kind() == ImageShape.Kind.CONVOLUTION) {
        mostColumns = Math.max(mostColumns, layer.fanIn() * layer.positions());
        mostMaps = Math.max(mostMaps, layer.outputs());
        mostPositions = Math.max(mostPositions, layer.positions());
      } else if (layer.kind() == ImageShape.Kind.NORMALIZATION) {
        mostNormalized = Math.max(mostNormalized, layer.outputs());
      }
    }
    this.columns = NativeFloats.zeros(mostColumns);
    this.maps = NativeFloats.zeros(mostMaps);
    this.columnGradient = NativeFloats.zeros(training ? mostColumns : 1);
    this.row = new float[mostPositions];
    this.units = new float[mostNormalized];
    this.ratios = new float[training ? mostNormalized : 0];
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

  /** One number for each position of a window. */
  float[] row() {
    return row;
  }

  /** What a normalisation divides by, before the power. */
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
