package emotiontransfer.layers;

import java.util.Arrays;

/** The largest value of each window; of equals the first. */
public record MaxPooling(ImageShape shape) implements ImageLayer {

  /** Receives where the largest value of a window stands. */
  private interface WindowVisitor {
    void visit(int output, int largest);
  }

  @Override
  public void forward(float[] in, float[] out, Workspace workspace) {
    forEachWindow(in, (output, largest) -> out[output] = in[largest]);
  }

  @Override
  public void backward(
      float[] in, float[] out, float[] outGradient, float[] inGradient, Workspace workspace) {
    Arrays.fill(inGradient, 0, shape.inputs(), 0);
    forEachWindow(in, (output, largest) -> inGradient[largest] += outGradient[output]);
  }

  private void forEachWindow(float[] in, WindowVisitor visitor) {
    int size = shape.size();
    int output = 0;
    for (int plane = 0; plane < shape.inputs(); plane += size * size) {
      for (int y = 0; y < shape.outSize(); y++) {
        int top = plane + size * first(y);
        int bottom = plane + size * end(y);
        for (int x = 0; x < shape.outSize(); x++) {
          visitor.visit(output++, largest(in, top, bottom, first(x), end(x)));
        }
      }
    }
  }

  private int first(int output) {
    return Math.max(0, output * shape.stride() - shape.padding());
  }

  private int end(int output) {
    return Math.min(shape.size(), output * shape.stride() - shape.padding() + shape.kernel());
  }

  private int largest(float[] in, int top, int bottom, int left, int right) {
    int largest = top + left;
    float value = in[largest];
    for (int row = top; row < bottom; row += shape.size()) {
      for (int i = row + left; i < row + right; i++) {
        if (in[i] > value) {
          value = in[i];
          largest = i;
        }
      }
    }
    return largest;
  }
}
