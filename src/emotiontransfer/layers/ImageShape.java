package emotiontransfer.layers;

import java.util.List;
import java.util.stream.Stream;

/**
 * The sizes of a layer that turns an image of {@code channels} planes of {@code size} x {@code
 * size} into one of {@code filters} planes of {@code outSize} x {@code outSize}.
 *
 * @param kernel rows and columns of its window
 * @param stride distance of two windows
 * @param padding rows and columns that the first window reaches beyond the input
 */
public record ImageShape(
    Kind kind,
    int channels,
    int size,
    int filters,
    int kernel,
    int stride,
    int padding,
    int outSize) {

  private static final int POOL_KERNEL = 3;
  private static final int POOL_STRIDE = 2;

  public enum Kind {
    CONVOLUTION,
    NORMALIZATION,
    POOLING
  }

  public static ImageShape convolution(
      int channels, int size, int filters, int kernel, int stride, int padding) {
    int out = (size + 2 * padding - kernel) / stride + 1;
    return new ImageShape(Kind.CONVOLUTION, channels, size, filters, kernel, stride, padding, out);
  }

  /** Returns a convolution of this layer's output with stride 1. */
  public ImageShape thenConvolution(int nextFilters, int nextKernel, int nextPadding) {
    return convolution(filters, outSize, nextFilters, nextKernel, 1, nextPadding);
  }

  public ImageShape thenNormalization() {
    return new ImageShape(Kind.NORMALIZATION, filters, outSize, filters, 1, 1, 0, outSize);
  }

  /**
   * Returns a pooling over 3 x 3 values at distance 2.
   *
   * @param same whether windows may reach beyond the input, so that the output has half its size,
   *     rounded up (the "same" mode that the zoo leaves its first pooling in)
   */
  public ImageShape thenPooling(boolean same) {
    int out = same ? (outSize + 1) / POOL_STRIDE : (outSize - POOL_KERNEL) / POOL_STRIDE + 1;
    int beyond = same ? Math.max(0, (out - 1) * POOL_STRIDE + POOL_KERNEL - outSize) : 0;
    return new ImageShape(
        Kind.POOLING, filters, outSize, filters, POOL_KERNEL, POOL_STRIDE, beyond / 2, out);
  }

  /** Returns arrays for an image and for the output of each layer. */
  static float[][] planes(List<ImageShape> layers) {
    Stream<float[]> image = Stream.of(new float[layers.get(0).inputs()]);
    return Stream.concat(image, layers.stream().map(layer -> new float[layer.outputs()]))
        .toArray(float[][]::new);
  }

  public int inputs() {
    return channels * size * size;
  }

  public int outputs() {
    return filters * outSize * outSize;
  }

  int positions() {
    return outSize * outSize;
  }

  int columns() {
    return kind == Kind.CONVOLUTION ? fanIn() * positions() : 1;
  }

  public int fanIn() {
    return channels * kernel * kernel;
  }
}
