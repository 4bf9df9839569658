package emotiontransfer.layers;

import java.util.Arrays;

/** The largest value of each window; of equals the first. */
record MaxPooling(ImageShape shape) implements ImageLayer {

  @Override
  public void forward(float[] in, float[] out, Workspace workspace) {
    int[] largest = largest(in);
    for (int i = 0; i < largest.length; i++) {
      out[i] = in[largest[i]];
    }
  }

  @Override
  public void backward(
      float[] in, float[] out, float[] outGradient, float[] inGradient, Workspace workspace) {
    Arrays.fill(inGradient, 0, shape.inputs(), 0);
    int[] largest = largest(in);
    for (int i = 0; i < largest.length; i++) {
      inGradient[largest[i]] += outGradient[i];
    }
  }

  /** Returns where the largest value of each window stands. */
  private int[] largest(float[] in) {
    int size = shape.size();
    int[] largest = new int[shape.outputs()];
    for (int i = 0; i < largest.length; i++) {
      int plane = i / shape.positions() * size * size;
      int y = i / shape.outSize() % shape.outSize();
      int x = i % shape.outSize();
      largest[i] = largest(in, plane + size * first(y), plane + size * end(y), first(x), end(x));
    }
    return largest;
  }

  private int first(int output) {
    return Math.max(0, output * shape.stride() - shape.padding());
  }

  private int end(int output) {
    return Math.min(shape.size(), output * shape.stride() - shape.padding() + shape.kernel());
  }

  private int largest(float[] in, int top, int bottom, int left, int right) {
    int largest = top + left;
    for (int row = top; row < bottom; row += shape.size()) {
      for (int i = row + left; i < row + right; i++) {
        if (in[i] > in[largest]) {
          largest = i;
        }
      }
    }
    return largest;
  }
}
