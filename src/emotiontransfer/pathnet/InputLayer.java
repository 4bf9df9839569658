package emotiontransfer.pathnet;

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
  private final INDArray[] x;
  private final INDArray[] w;
  private final INDArray[] z;
  private final INDArray dz;
  private final float[] partial;
  private final float[] biases;
  private List<Integer> modules = List.of();
  private Views full;
  private Views rest;

  /** The arrays of one mini-batch size. */
  private record Views(int rows, INDArray[] x, INDArray[] w, INDArray[] z, INDArray dz) {}

  InputLayer(PathNetShape shape, int batch, int mostModules) {
    this.blocks = InputBlocks.of(shape.inputs());
    this.neurons = shape.neurons();
    this.batch = batch;
    int columns = mostModules * neurons;
    this.x = new INDArray[blocks.count()];
    this.w = new INDArray[blocks.count()];
    this.z = new INDArray[blocks.count()];
    for (int b = 0; b < blocks.count(); b++) {
      x[b] = Nd4j.createUninitialized(DataType.FLOAT, batch, blocks.length(b));
      w[b] = Nd4j.createUninitialized(DataType.FLOAT, blocks.length(b), columns);
      z[b] = Nd4j.createUninitialized(DataType.FLOAT, batch, columns);
    }
    this.dz = Nd4j.createUninitialized(DataType.FLOAT, batch, columns);
    this.partial = new float[batch * columns];
    this.biases = new float[columns];
  }

  private static FloatPointer pointer(INDArray array) {
    return new FloatPointer((FloatPointer) array.data().addressPointer());
  }

  /** Takes modules out of the grid, at most as many as this layer was made for. */
  void load(ModuleGrid grid, List<Integer> chosen) {
    modules = List.copyOf(chosen);
    full = null;
    rest = null;
    for (int b = 0; b < blocks.count(); b++) {
      int length = blocks.length(b) * neurons;
      FloatPointer target = pointer(w[b]);
      for (int m = 0; m < modules.size(); m++) {
        float[] weights = grid.weights(0, modules.get(m));
        target.position((long) m * length).put(weights, blocks.start(b) * neurons, length);
      }
    }
    for (int m = 0; m < modules.size(); m++) {
      System.arraycopy(grid.biases(0, modules.get(m)), 0, biases, m * neurons, neurons);
    }
  }

  /** Puts the modules back into the grid. */
  void store(ModuleGrid grid) {
    for (int b = 0; b < blocks.count(); b++) {
      int length = blocks.length(b) * neurons;
      FloatPointer source = pointer(w[b]);
      for (int m = 0; m < modules.size(); m++) {
        float[] weights = grid.weights(0, modules.get(m));
        source.position((long) m * length).get(weights, blocks.start(b) * neurons, length);
      }
    }
    for (int m = 0; m < modules.size(); m++) {
      System.arraycopy(biases, m * neurons, grid.biases(0, modules.get(m)), 0, neurons);
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
      xs[b] = Nd4j.create(x[b].data(), new long[] {rows, length}, new long[] {length, 1}, 0, 'c');
      ws[b] = columnMajor(w[b], length);
      zs[b] = columnMajor(z[b], rows);
    }
    return new Views(rows, xs, ws, zs, columnMajor(dz, rows));
  }

  private INDArray columnMajor(INDArray array, int rows) {
    return Nd4j.create(array.data(), new long[] {rows, columns()}, new long[] {1, rows}, 0, 'f');
  }

  /** Fetches the inputs of a mini-batch, one block of them. */
  void gather(int block, FeatureMatrix data, int[] order, int from, int rows) {
    data.gather(block, order, from, rows, pointer(x[block]));
  }

  /** Sets the inputs of one sample of a mini-batch, all blocks of them. */
  void stage(int row, float[] values) {
    for (int b = 0; b < blocks.count(); b++) {
      int length = blocks.length(b);
      pointer(x[b]).position((long) row * length).put(values, blocks.start(b), length);
    }
  }

  /** Multiplies the fetched inputs of one block by the weights. */
  void forward(int block, int rows) {
    Views views = views(rows);
    Nd4j.gemm(views.x[block], views.w[block], views.z[block], false, false, 1, 0);
  }

  /** Sets {@code sums} to biases plus the blocks' products, {@code [column * rows + sample]}. */
  void weightedSums(float[] sums, int rows) {
    int length = columns() * rows;
    for (int column = 0; column < columns(); column++) {
      Arrays.fill(sums, column * rows, (column + 1) * rows, biases[column]);
    }
    for (int b = 0; b < blocks.count(); b++) {
      pointer(z[b]).get(partial, 0, length);
      for (int i = 0; i < length; i++) {
        sums[i] += partial[i];
      }
    }
  }

  /** Takes the derivative of the loss for the weighted sums, and updates the biases. */
  void setGradient(float[] gradient, int rows, float rate) {
    pointer(dz).put(gradient, 0, columns() * rows);
    SmallProducts.updateBiases(biases, columns(), gradient, rows, rate);
  }

  /** Updates the weights of one block from its fetched inputs and the gradient. */
  void update(int block, int rows, float rate) {
    Views views = views(rows);
    Nd4j.gemm(views.x[block], views.dz, views.w[block], true, false, -rate, 1);
  }

  @Override
  public void close() {
    for (INDArray[] arrays : new INDArray[][] {x, w, z, {dz}}) {
      for (INDArray array : arrays) {
        array.close();
      }
    }
  }
}
