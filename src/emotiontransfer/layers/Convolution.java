package emotiontransfer.layers;

import emotiontransfer.numeric.Blas;
import emotiontransfer.numeric.Blas.Matrix;
import java.util.Arrays;

/**
 * A convolution with rectification, as one matrix product: the windows of the image become the
 * columns of a matrix.
 */
record Convolution(ImageShape shape, LayerWeights weights) implements ImageLayer {

  @Override
  public void forward(float[] in, float[] out, Workspace workspace) {
    unroll(in, workspace);
    int positions = shape.positions();
    Matrix maps = workspace.maps.matrix(0, positions);
    Matrix columns = workspace.columns.matrix(0, positions);
    Blas.multiply(shape.filters(), positions, shape.fanIn(), 1, weights.from(0), columns, 0, maps);
    workspace.maps.values().get(0, out, 0, shape.outputs());
    for (int filter = 0; filter < shape.filters(); filter++) {
      float bias = weights.biases()[filter];
      for (int i = filter * positions; i < (filter + 1) * positions; i++) {
        out[i] = Math.max(0, out[i] + bias);
      }
    }
  }

  /**
   * Adds the derivatives for the weights of one image to sums, after setting {@code outGradient} to
   * zero where the output is.
   */
  void addGradient(
      float[] in, float[] out, float[] outGradient, LayerWeights sums, Workspace workspace) {
    for (int i = 0; i < shape.outputs(); i++) {
      outGradient[i] = out[i] > 0 ? outGradient[i] : 0;
    }
    int positions = shape.positions();
    workspace.maps.values().put(0, outGradient, 0, shape.outputs());
    unroll(in, workspace);
    Matrix maps = workspace.maps.matrix(0, positions);
    Matrix columns = workspace.columns.matrix(0, positions).transposed();
    Blas.multiply(shape.filters(), shape.fanIn(), positions, 1, maps, columns, 1, sums.from(0));
    for (int filter = 0; filter < shape.filters(); filter++) {
      float sum = 0;
      for (int i = filter * positions; i < (filter + 1) * positions; i++) {
        sum += outGradient[i];
      }
      sums.biases()[filter] += sum;
    }
  }

  /** Computes the derivatives for the input of the image that {@link #addGradient} has just had. */
  @Override
  public void backward(
      float[] in, float[] out, float[] outGradient, float[] inGradient, Workspace workspace) {
    int positions = shape.positions();
    Matrix maps = workspace.maps.matrix(0, positions);
    Matrix columns = workspace.columns.matrix(0, positions);
    Matrix transposed = weights.from(0).transposed();
    Blas.multiply(shape.fanIn(), positions, shape.filters(), 1, transposed, maps, 0, columns);
    Arrays.fill(inGradient, 0, shape.inputs(), 0);
    float[] row = workspace.units;
    int stride = shape.stride();
    for (int weight = 0; weight < shape.fanIn(); weight++) {
      workspace.columns.values().get(weight * positions, row, 0, positions);
      forEachRow(
          weight,
          (imageStart, rowStart, count) -> {
            for (int i = 0; i < count; i++) {
              inGradient[imageStart + i * stride] += row[rowStart + i];
            }
          });
    }
  }

  /** Moves numbers between a row of the image and a row of the windows' values. */
  private interface RowMove {
    void move(int imageStart, int rowStart, int count);
  }

  private void unroll(float[] in, Workspace workspace) {
    float[] row = workspace.units;
    int stride = shape.stride();
    for (int weight = 0; weight < shape.fanIn(); weight++) {
      Arrays.fill(row, 0, shape.positions(), 0);
      forEachRow(
          weight,
          (imageStart, rowStart, count) -> {
            if (stride == 1) {
              System.arraycopy(in, imageStart, row, rowStart, count);
              return;
            }
            for (int i = 0; i < count; i++) {
              row[rowStart + i] = in[imageStart + i * stride];
            }
          });
      workspace.columns.values().put(weight * shape.positions(), row, 0, shape.positions());
    }
  }

  /** Visits the rows of windows in which one weight lies within the image. */
  private void forEachRow(int weight, RowMove move) {
    int kernel = shape.kernel();
    int size = shape.size();
    int stride = shape.stride();
    int channel = weight / (kernel * kernel);
    int down = weight / kernel % kernel - shape.padding();
    int right = weight % kernel - shape.padding();
    int first = right >= 0 ? 0 : (-right + stride - 1) / stride;
    int end = Math.min(shape.outSize(), (size - 1 - right) / stride + 1);
    for (int y = 0; y < shape.outSize(); y++) {
      int imageRow = y * stride + down;
      if (imageRow >= 0 && imageRow < size && first < end) {
        int imageStart = (channel * size + imageRow) * size + first * stride + right;
        move.move(imageStart, y * shape.outSize() + first, end - first);
      }
    }
  }
}
