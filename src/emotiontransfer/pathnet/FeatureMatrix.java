package emotiontransfer.pathnet;

import emotiontransfer.backend.NativeBackend;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * The inputs of all segments as 32-bit floats outside the Java heap, {@code [rows][inputs]}, one
 * ND4J array for each {@linkplain InputBlocks block} of inputs.
 *
 * <p>The memory is freed by {@link #close()}, not by the garbage collector: a fold's matrix can be
 * larger than the heap.
 */
public final class FeatureMatrix implements AutoCloseable {

  private final int rows;
  private final InputBlocks blocks;
  private final INDArray[] arrays;
  private final FloatPointer[] pointers;

  private FeatureMatrix(int rows, InputBlocks blocks) {
    this.rows = rows;
    this.blocks = blocks;
    this.arrays = new INDArray[blocks.count()];
    this.pointers = new FloatPointer[blocks.count()];
    for (int b = 0; b < blocks.count(); b++) {
      arrays[b] = Nd4j.createUninitialized(DataType.FLOAT, rows, blocks.length(b));
      pointers[b] = (FloatPointer) arrays[b].data().addressPointer();
    }
  }

  /**
   * Reserves a matrix whose values are not set.
   *
   * @param rows number of segments, at least 1
   * @param inputs values of a segment, at least 1
   * @return the matrix
   * @throws IllegalArgumentException if a number is not positive
   * @throws IllegalStateException if the memory cannot be had, saying how much was asked for
   */
  public static FeatureMatrix allocate(int rows, int inputs) {
    if (rows < 1 || inputs < 1) {
      throw new IllegalArgumentException(
          "a feature matrix needs at least one row and one input, not " + rows + " x " + inputs);
    }
    NativeBackend.ensureLoaded();
    try {
      return new FeatureMatrix(rows, InputBlocks.of(inputs));
    } catch (OutOfMemoryError | RuntimeException e) {
      throw new IllegalStateException(
          String.format(
              "No memory for %d segments of %d values (%d MB outside the Java heap): %s. Raise"
                  + " -Xmx or -Dorg.bytedeco.javacpp.maxbytes, or use fewer segments.",
              rows, inputs, 4L * rows * inputs >> 20, e.getMessage()),
          e);
    }
  }

  /**
   * Returns the number of segments.
   *
   * @return rows
   */
  public int rows() {
    return rows;
  }

  /**
   * Returns the number of values of a segment.
   *
   * @return columns
   */
  public int inputs() {
    return blocks.inputs();
  }

  /**
   * Writes one segment.
   *
   * @param row from 0
   * @param values {@code inputs} values
   */
  public void setRow(int row, float[] values) {
    for (int b = 0; b < blocks.count(); b++) {
      int length = blocks.length(b);
      at(b, row).put(values, blocks.start(b), length);
    }
  }

  /**
   * Reads one segment.
   *
   * @param row from 0
   * @param values receives {@code inputs} values
   */
  public void getRow(int row, float[] values) {
    for (int b = 0; b < blocks.count(); b++) {
      at(b, row).get(values, blocks.start(b), blocks.length(b));
    }
  }

  private FloatPointer at(int block, int row) {
    return new FloatPointer(pointers[block]).position((long) row * blocks.length(block));
  }

  InputBlocks blocks() {
    return blocks;
  }

  /** Reads the values of one block in one row. */
  void get(int block, int row, float[] values) {
    at(block, row).get(values, 0, blocks.length(block));
  }

  /** Writes the values of one block in one row. */
  void put(int block, int row, float[] values) {
    at(block, row).put(values, 0, blocks.length(block));
  }

  /** Copies some rows of one block, one after the other, to the start of a buffer. */
  void gather(int block, int[] order, int from, int count, FloatPointer target) {
    // memcpy takes a position for a number of bytes, whatever the pointer's type.
    long bytes = (long) Float.BYTES * blocks.length(block);
    BytePointer source = new BytePointer(pointers[block]);
    BytePointer sink = new BytePointer(target);
    for (int i = 0; i < count; i++) {
      Pointer.memcpy(sink.position(i * bytes), source.position(order[from + i] * bytes), bytes);
    }
  }

  @Override
  public void close() {
    for (INDArray array : arrays) {
      if (!array.wasClosed()) {
        array.close();
      }
    }
  }
}
