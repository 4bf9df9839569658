package emotiontransfer.layers;

import emotiontransfer.numeric.NativeFloats;
import java.util.List;

/** The memory that one thread works in; it holds nothing from one image to the next. */
final class Workspace implements AutoCloseable {

  /** The windows of a convolution's input or their derivatives, {@code [fanIn][positions]}. */
  final NativeFloats columns;

  /** A convolution's output or the derivatives for it, {@code [filters][positions]}. */
  final NativeFloats maps;

  /** A row of a convolution's windows, or sums of a normalisation. */
  final float[] units;

  /** The terms of a normalisation's sums. */
  final float[] terms;

  /** The derivatives for the input of each layer and for the last output. */
  final float[][] gradients;

  /** Reserves the memory, with that for derivatives in a training. */
  Workspace(List<ImageShape> layers, boolean training) {
    int mostOutputs = layers.stream().mapToInt(ImageShape::outputs).max().orElse(1);
    int mostColumns = layers.stream().mapToInt(ImageShape::columns).max().orElse(1);
    this.columns = new NativeFloats(mostColumns);
    this.maps = new NativeFloats(mostOutputs);
    this.units = new float[mostOutputs];
    this.terms = new float[mostOutputs];
    this.gradients = training ? ImageShape.planes(layers) : new float[0][];
  }

  @Override
  public void close() {
    columns.close();
    maps.close();
  }
}
