package emotiontransfer.layers;

/**
 * The sizes of a layer that turns an image of {@code channels} square planes into another one.
 *
 * @param kind what the layer does
 * @param channels planes of its input
 * @param size rows and columns of its input
 * @param filters planes of its output
 * @param kernel rows and columns of its window
 * @param stride distance of two windows
 * @param padding rows and columns that the first window reaches beyond the input
 * @param outSize rows and columns of its output
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

  /** What a layer does. */
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
  public ImageShape then(int nextFilters, int nextKernel, int nextPadding) {
    return convolution(filters, outSize, nextFilters, nextKernel, 1, nextPadding);
  }

  public static ImageShape normalization(ImageShape before) {
    int planes = before.filters;
    return new ImageShape(
        Kind.NORMALIZATION, planes, before.outSize, planes, 1, 1, 0, before.outSize);
  }

  /**
   * Returns a pooling over 3 x 3 values at distance 2.
   *
   * @param same whether windows may reach beyond the input, so that the output has half its size,
   *     rounded up (the "same" mode that the zoo leaves its first pooling in)
   */
  public static ImageShape pooling(ImageShape before, boolean same) {
    int size = before.outSize;
    int out =
        same ? (size + POOL_STRIDE - 1) / POOL_STRIDE : (size - POOL_KERNEL) / POOL_STRIDE + 1;
    int beyond = same ? Math.max(0, (out - 1) * POOL_STRIDE + POOL_KERNEL - size) : 0;
    return new ImageShape(
        Kind.POOLING,
        before.filters,
        size,
        before.filters,
        POOL_KERNEL,
        POOL_STRIDE,
        beyond / 2,
        out);
  }

  public int inputs() {
    return channels * size * size;
  }

  public int outputs() {
    return filters * outSize * outSize;
  }

  /** Positions of the window. */
  int positions() {
    return outSize * outSize;
  }

  /** Weights of one filter. */
  public int fanIn() {
    return channels * kernel * kernel;
  }
}
