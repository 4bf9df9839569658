package emotiontransfer.numeric;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Memory outside the heap that ND4J multiplies and Java reads and writes.
 *
 * @param array all of it
 * @param values all of it
 */
public record NativeMatrix(INDArray array, FloatBuffer values) implements AutoCloseable {

  /** Returns memory for a matrix, with any values. */
  public static NativeMatrix of(int rows, int columns) {
    INDArray array = Nd4j.createUninitialized(DataType.FLOAT, rows, columns);
    FloatPointer pointer = new FloatPointer((FloatPointer) array.data().addressPointer());
    return new NativeMatrix(array, pointer.capacity(array.length()).asBuffer());
  }

  /** Returns the leading part of this memory as a matrix that is stored column by column. */
  public INDArray columnMajor(int rows, int columns) {
    return Nd4j.create(array.data(), new long[] {rows, columns}, new long[] {1, rows}, 0, 'f');
  }

  /** Returns a part of this memory, from a value on, as a matrix that is stored row by row. */
  public INDArray rowMajor(int rows, int columns, long from) {
    return Nd4j.create(
        array.data(), new long[] {rows, columns}, new long[] {columns, 1}, from, 'c');
  }

  @Override
  public void close() {
    array.close();
  }
}
