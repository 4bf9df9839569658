package emotiontransfer.pathnet;

import emotiontransfer.backend.NativeBackend;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Some modules of the first layer, side by side as one matrix for each block of inputs: one ND4J
 * product forward and one for the gradient, written straight into the weights.
 *
 * <p>Blocks are independent of each other, so that threads may share them; everything that concerns
 * all blocks is for one thread.
 */
final class InputLayer implements AutoCloseable {

  private final InputBlocks blocks;
  private final int neurons;
  private final int batch;
  private final Matrix[] x;
  private final Matrix[] w;
  private final Matrix[] z;
  private final Matrix dz;
  private final float[][] segment;
  private final float[] partial;
  private final float[] sums;
  private final float[] biases;
  private List<Integer> modules = List.of();
  private Views full;
  private Views rest;

  /** Memory outside the heap that ND4J multiplies and Java reads and writes. */
  private record Matrix(INDArray array, FloatBuffer values) {

    static Matrix of(int rows, int columns) {
      INDArray array = Nd4j.createUninitialized(DataType.FLOAT, rows, columns);
      FloatPointer pointer = new FloatPointer((FloatPointer) array.data().addressPointer());
      return new Matrix(array, pointer.capacity(array.length()).asBuffer());
    }

    INDArray columnMajor(int rows, int columns) {
      return Nd4j.create(array.data(), new long[] {rows, columns}, new long[] {1, rows}, 0, 'f');
    }
  }

  /** The arrays of one mini-batch size. */
  private record Views(int rows, INDArray[] x, INDArray[] w, INDArray[] z, INDArray dz) {}

  InputLayer(PathNetShape shape, int batch, int mostModules) {
    NativeBackend.ensureLoaded();
    this.blocks = InputBlocks.of(shape.inputs());
    this.neurons = shape.neurons();
    this.batch = batch;
    int columns = mostModules * neurons;
    this.x = new Matrix[blocks.count()];
    this.w = new Matrix[blocks.count()];
    this.z = new Matrix[blocks.count()];
    this.segment = new float[blocks.count()][];
    for (int b = 0; b < blocks.count(); b++) {
      x[b] = Matrix.of(batch, blocks.length(b));
      w[b] = Matrix.of(blocks.length(b), columns);
      z[b] = Matrix.of(batch, columns);
      segment[b] = new float[blocks.length(b)];
    }
    this.dz = Matrix.of(batch, columns);
    this.partial = new float[batch * columns];
    this.sums = new float[batch * columns];
    this.biases = new float[columns];
  }

  /** Takes modules out of the grid, at most as many as this layer was made for. */
  void load(ModuleGrid grid, List<Integer> chosen) {
    choose(grid, chosen);
    for (int b = 0; b < blocks.count(); b++) {
      loadBlock(grid, b);
    }
  }

  /** Takes modules out of the grid, but for their weights, which {@link #loadBlock} takes. */
  void choose(ModuleGrid grid, List<Integer> chosen) {
    modules = List.copyOf(chosen);
    full = null;
    rest = null;
    for (int m = 0; m < modules.size(); m++) {
      System.arraycopy(grid.biases(0, modules.get(m)), 0, biases, m * neurons, neurons);
    }
  }

  /** Takes the chosen modules' weights of one block of inputs out of the grid. */
  void loadBlock(ModuleGrid grid, int block) {
    int length = blocks.length(block) * neurons;
    for (int m = 0; m < modules.size(); m++) {
      float[] weights = grid.weights(0, modules.get(m));
      w[block].values.put(m * length, weights, blocks.start(block) * neurons, length);
    }
  }

  /** Puts the modules back into the grid, but for their weights. */
  void storeBiases(ModuleGrid grid) {
    for (int m = 0; m < modules.size(); m++) {
      System.arraycopy(biases, m * neurons, grid.biases(0, modules.get(m)), 0, neurons);
    }
  }

  /** Puts the modules' weights of one block of inputs back into the grid. */
  void storeBlock(ModuleGrid grid, int block) {
    int length = blocks.length(block) * neurons;
    for (int m = 0; m < modules.size(); m++) {
      float[] weights = grid.weights(0, modules.get(m));
      w[block].values.get(m * length, weights, blocks.start(block) * neurons, length);
    }
  }

  int columns() {
    return modules.size() * neurons;
  }

  /** Prepares for mini-batches of some rows; call before the threads share the blocks. */
  void expect(int rows) {
    if (columns() > 0) {
      views(rows);
    }
  }

  private Views views(int rows) {
    if (rows == batch) {
      full = full == null ? makeViews(rows) : full;
      return full;
    }
    if (rest == null || rest.rows != rows) {
      rest = makeViews(rows);
    }
    return rest;
  }

  private Views makeViews(int rows) {
    INDArray[] xs = new INDArray[blocks.count()];
    INDArray[] ws = new INDArray[blocks.count()];
    INDArray[] zs = new INDArray[blocks.count()];
    for (int b = 0; b < blocks.count(); b++) {
      int length = blocks.length(b);
      long[] shape = {rows, length};
      long[] strides = {length, 1};
      xs[b] = Nd4j.create(x[b].array.data(), shape, strides, 0, 'c');
      ws[b] = w[b].columnMajor(length, columns());
      zs[b] = z[b].columnMajor(rows, columns());
    }
    return new Views(rows, xs, ws, zs, dz.columnMajor(rows, columns()));
  }

  /** Fetches the inputs of a mini-batch, one block of them. */
  void gather(int block, ScaledRows data, int[] order, int from, int rows) {
    float[] values = segment[block];
    FloatBuffer target = x[block].values;
    for (int i = 0; i < rows; i++) {
      data.read(order[from + i], block, values);
      target.put(i * values.length, values, 0, values.length);
    }
  }

  /** Sets the inputs of one sample of a mini-batch. */
  void stage(int row, float[] values) {
    for (int b = 0; b < blocks.count(); b++) {
      int length = blocks.length(b);
      x[b].values.put(row * length, values, blocks.start(b), length);
    }
  }

  /** Multiplies the fetched inputs of one block by the weights. */
  void forward(int block, int rows) {
    Views views = views(rows);
    Nd4j.gemm(views.x[block], views.w[block], views.z[block], false, false, 1, 0);
  }

  /** Sets {@code result[column][sample]} to biases plus the blocks' products. */
  void weightedSums(float[][] result, int rows) {
    int length = columns() * rows;
    for (int column = 0; column < columns(); column++) {
      Arrays.fill(sums, column * rows, (column + 1) * rows, biases[column]);
    }
    for (int b = 0; b < blocks.count(); b++) {
      z[b].values.get(0, partial, 0, length);
      for (int i = 0; i < length; i++) {
        sums[i] += partial[i];
      }
    }
    for (int column = 0; column < columns(); column++) {
      System.arraycopy(sums, column * rows, result[column], 0, rows);
    }
  }

  /**
   * Takes the derivative of the loss for the weighted sums, and updates the biases.
   *
   * @param gradient {@code [column][sample]}
   */
  void setGradient(float[][] gradient, int rows, float rate) {
    for (int column = 0; column < columns(); column++) {
      dz.values.put(column * rows, gradient[column], 0, rows);
    }
    SmallProducts.updateBiases(biases, columns(), gradient, rows, rate);
  }

  /** Updates the weights of one block from its fetched inputs and the gradient. */
  void update(int block, int rows, float rate) {
    Views views = views(rows);
    Nd4j.gemm(views.x[block], views.dz, views.w[block], true, false, -rate, 1);
  }

  @Override
  public void close() {
    for (Matrix[] matrices : new Matrix[][] {x, w, z, {dz}}) {
      for (Matrix matrix : matrices) {
        matrix.array.close();
      }
    }
  }
}
