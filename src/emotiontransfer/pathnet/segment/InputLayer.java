package emotiontransfer.pathnet.segment;

import emotiontransfer.data.InputBlocks;
import emotiontransfer.numeric.Blas;
import emotiontransfer.numeric.NativeFloats;
import emotiontransfer.numeric.SmallProducts;
import emotiontransfer.pathnet.network.ModuleGrid;
import java.nio.FloatBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Some modules of the first layer, side by side as one matrix for each block of inputs: one product
 * forward and one for the gradient, written straight into the weights.
 *
 * <p>Blocks are independent of each other, so that each may be a task of its own; everything that
 * concerns all blocks is for one thread.
 */
public final class InputLayer implements AutoCloseable {

  private final InputBlocks blocks;
  private final int neurons;
  private final NativeFloats[] x;
  private final NativeFloats[] w;
  private final NativeFloats[] z;
  private final NativeFloats dz;
  private final float[][] segment;
  private final float[] partial;
  private final float[] sums;
  private final float[] biases;
  private List<Integer> modules = List.of();

  /** Rows of numbers that are read block of columns by block; safe for several threads. */
  public interface Rows {

    /** Returns the division of a row. */
    InputBlocks blocks();

    /** Reads one block of a row into an array as long as the block. */
    void read(int row, int block, float[] values);
  }

  /**
   * Makes room.
   *
   * @param batch largest number of segments in a product
   * @param mostModules largest number of modules
   */
  public InputLayer(InputBlocks blocks, int neurons, int batch, int mostModules) {
    this.blocks = blocks;
    this.neurons = neurons;
    int columns = mostModules * neurons;
    this.x = new NativeFloats[blocks.count()];
    this.w = new NativeFloats[blocks.count()];
    this.z = new NativeFloats[blocks.count()];
    this.segment = new float[blocks.count()][];
    for (int b = 0; b < blocks.count(); b++) {
      x[b] = new NativeFloats((long) batch * blocks.length(b));
      w[b] = new NativeFloats((long) blocks.length(b) * columns);
      z[b] = new NativeFloats((long) batch * columns);
      segment[b] = new float[blocks.length(b)];
    }
    this.dz = new NativeFloats((long) batch * columns);
    this.partial = new float[batch * columns];
    this.sums = new float[batch * columns];
    this.biases = new float[columns];
  }

  /** Takes modules out of the grid, at most as many as this layer was made for. */
  public void load(ModuleGrid grid, List<Integer> chosen) {
    choose(grid, chosen);
    for (int b = 0; b < blocks.count(); b++) {
      loadBlock(grid.weights(0), b);
    }
  }

  /** Takes modules out of the grid, but for their weights, which {@link #loadBlock} takes. */
  public void choose(ModuleGrid grid, List<Integer> chosen) {
    modules = List.copyOf(chosen);
    for (int m = 0; m < modules.size(); m++) {
      System.arraycopy(grid.biases(0, modules.get(m)), 0, biases, m * neurons, neurons);
    }
  }

  public void clearBiases() {
    Arrays.fill(biases, 0f);
  }

  /** Takes the chosen modules' weights of one block of inputs out of those of all modules. */
  public void loadBlock(float[][] all, int block) {
    int length = blocks.length(block) * neurons;
    for (int m = 0; m < modules.size(); m++) {
      float[] weights = all[modules.get(m)];
      w[block].values().put(m * length, weights, blocks.start(block) * neurons, length);
    }
  }

  /** Puts the modules back into the grid, but for their weights. */
  public void storeBiases(ModuleGrid grid) {
    for (int m = 0; m < modules.size(); m++) {
      System.arraycopy(biases, m * neurons, grid.biases(0, modules.get(m)), 0, neurons);
    }
  }

  /** Puts the modules' weights of one block of inputs back. */
  public void storeBlock(float[][] all, int block) {
    int length = blocks.length(block) * neurons;
    for (int m = 0; m < modules.size(); m++) {
      float[] weights = all[modules.get(m)];
      w[block].values().get(m * length, weights, blocks.start(block) * neurons, length);
    }
  }

  public int columns() {
    return modules.size() * neurons;
  }

  /** Fetches the inputs of a mini-batch, one block of them. */
  public void gather(int block, Rows data, int[] order, int from, int rows) {
    float[] values = segment[block];
    FloatBuffer target = x[block].values();
    for (int i = 0; i < rows; i++) {
      data.read(order[from + i], block, values);
      target.put(i * values.length, values, 0, values.length);
    }
  }

  /** Sets the inputs of one sample of a mini-batch. */
  void stage(int row, float[] values) {
    for (int b = 0; b < blocks.count(); b++) {
      int length = blocks.length(b);
      x[b].values().put(row * length, values, blocks.start(b), length);
    }
  }

  /** Multiplies the fetched inputs of one block by the weights. */
  public void forward(int block, int rows) {
    int length = blocks.length(block);
    Blas.multiply(
        columns(),
        rows,
        length,
        1,
        w[block].matrix(0, length),
        x[block].matrix(0, length).transposed(),
        0,
        z[block].matrix(0, rows));
  }

  /** Sets {@code result[column][sample]} to biases plus the blocks' products. */
  public void weightedSums(float[][] result, int rows) {
    int length = columns() * rows;
    for (int column = 0; column < columns(); column++) {
      Arrays.fill(sums, column * rows, (column + 1) * rows, biases[column]);
    }
    for (int b = 0; b < blocks.count(); b++) {
      z[b].values().get(0, partial, 0, length);
      for (int i = 0; i < length; i++) {
        sums[i] += partial[i];
      }
    }
    for (int column = 0; column < columns(); column++) {
      System.arraycopy(sums, column * rows, result[column], 0, rows);
    }
  }

  /**
   * Takes the derivative of the loss for the weighted sums, {@code [column][sample]}, and updates
   * the biases.
   */
  public void setGradient(float[][] gradient, int rows, float rate) {
    stageGradient(gradient, rows);
    SmallProducts.updateBiases(biases, columns(), gradient, rows, rate);
  }

  /** Takes the derivative of the loss for the weighted sums, for the weights alone. */
  public void stageGradient(float[][] gradient, int rows) {
    for (int column = 0; column < columns(); column++) {
      dz.values().put(column * rows, gradient[column], 0, rows);
    }
  }

  /** Updates the weights of one block from its fetched inputs and the gradient. */
  public void update(int block, int rows, float rate) {
    int length = blocks.length(block);
    Blas.multiply(
        columns(),
        length,
        rows,
        -rate,
        dz.matrix(0, rows),
        x[block].matrix(0, length),
        1,
        w[block].matrix(0, length));
  }

  /**
   * Updates one row of the weights for each sample, which is all that the product of the gradient
   * comes to where the inputs are the unit vectors of the samples.
   *
   * @param order rows of the weights; sample {@code i} has row {@code order[from + i]}
   */
  public void updateRows(int block, int[] order, int from, int rows, float rate) {
    int start = blocks.start(block);
    int length = blocks.length(block);
    FloatBuffer weights = w[block].values();
    FloatBuffer gradient = dz.values();
    for (int i = 0; i < rows; i++) {
      int row = order[from + i] - start;
      if (row >= 0 && row < length) {
        for (int column = 0; column < columns(); column++) {
          int at = column * length + row;
          weights.put(at, weights.get(at) - rate * gradient.get(column * rows + i));
        }
      }
    }
  }

  @Override
  public void close() {
    for (NativeFloats[] matrices : new NativeFloats[][] {x, w, z, {dz}}) {
      for (NativeFloats matrix : matrices) {
        matrix.close();
      }
    }
  }
}
