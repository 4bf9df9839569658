package emotiontransfer.pathnet.sequence;

import emotiontransfer.numeric.Blas.Matrix;
import emotiontransfer.numeric.NativeFloats;
import java.util.Arrays;

/**
 * A matrix of so many columns, once on the heap, where Java computes, and once outside of it, where
 * BLAS does. It grows with the rows that are asked for.
 */
final class RowBuffer implements AutoCloseable {

  private final int columns;
  private float[] values = new float[0];
  private NativeFloats mirror;

  RowBuffer(int columns) {
    this.columns = columns;
  }

  int columns() {
    return columns;
  }

  /** Makes room for rows; what they hold is undefined where the room was too small. */
  void reserve(int rows) {
    int length = Math.multiplyExact(rows, columns);
    if (values.length < length) {
      close();
      int more = (int) Math.min(Integer.MAX_VALUE - 8L, length + length / 4L);
      values = new float[more];
      mirror = new NativeFloats(more);
    }
  }

  float[] values() {
    return values;
  }

  Matrix matrix(int row) {
    return matrix(row, 0);
  }

  /** Returns the part of the outer matrix that begins at a row and a column. */
  Matrix matrix(int row, int column) {
    return mirror.matrix((long) row * columns + column, columns);
  }

  /** Copies rows to the outer matrix; several threads may, each with rows of its own. */
  void push(int row, int count) {
    mirror.values().put(row * columns, values, row * columns, count * columns);
  }

  /** Copies rows from the outer matrix. */
  void pull(int row, int count) {
    mirror.values().get(row * columns, values, row * columns, count * columns);
  }

  void clear(int row, int count) {
    Arrays.fill(values, row * columns, (row + count) * columns, 0f);
  }

  @Override
  public void close() {
    if (mirror != null) {
      mirror.close();
      mirror = null;
    }
  }
}
