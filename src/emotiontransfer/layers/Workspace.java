package emotiontransfer.layers;

import emotiontransfer.numeric.NativeFloats;
import java.util.List;

/** The memory that one thread works in; it holds nothing from one image to the next. */
final class Workspace implements AutoCloseable {

  /** The windows of a convolution's input, {@code [fanIn][positions]}, and their derivatives. */
  final NativeFloats columns;

  final NativeFloats columnGradient;

  /** A convolution's output or the derivatives for it, {@code [filters][positions]}. */
  final NativeFloats maps;

  /** A row of a convolution's windows; sums of a normalisation, and their terms. */
  final float[] units;

  final float[] terms;

  /** The derivatives for the input of each layer and for the last output. */
  final float[][] gradients;

  /** Reserves the memory, with that for derivatives in a training. */
  Workspace(List<ImageShape> layers, boolean training) {
    int mostOutputs = layers.stream().mapToInt(ImageShape::outputs).max().orElse(1);
    int mostColumns = layers.stream().mapToInt(ImageShape::columns).max().orElse(1);
    this.columns = new NativeFloats(mostColumns);
    this.maps = new NativeFloats(mostOutputs);
    this.columnGradient = new NativeFloats(training ? mostColumns : 1);
    this.units = new float[mostOutputs];
    this.terms = new float[mostOutputs];
    this.gradients = training ? ImageShape.planes(layers) : new float[0][];
  }

  @Override
  public void close() {
    columns.close();
    columnGradient.close();
    maps.close();
  }
}
