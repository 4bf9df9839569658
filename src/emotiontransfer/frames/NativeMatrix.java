package emotiontransfer.frames;

import emotiontransfer.numeric.Blas;
import emotiontransfer.numeric.Blas.Matrix;
import emotiontransfer.numeric.NativeFloats;

/**
 * A matrix outside of the Java heap, where BLAS computes. Java computes on copies of its rows, or
 * of parts of them, each of which stays in the first cache. Several threads may read and write,
 * each its own rows.
 */
public final class NativeMatrix implements AutoCloseable {

  private NativeFloats values = new NativeFloats(1);
  private int columns;

  /** Takes a shape; what it holds is undefined afterwards. */
  public void reshape(int rows, int newColumns) {
    columns = newColumns;
    long length = (long) rows * columns;
    if (values.length() < length) {
      values.close();
      values = new NativeFloats(length + length / 4);
    }
  }

  private int index(int row, int column) {
    return Math.multiplyExact(row, columns) + column;
  }

  /** Copies so many values from a row and a column on, which may go on in the next row. */
  public void get(int row, int column, float[] target, int count) {
    values.values().get(index(row, column), target, 0, count);
  }

  /** Sets so many values from a row and a column on, which may go on in the next row. */
  public void put(int row, int column, float[] source, int count) {
    values.values().put(index(row, column), source, 0, count);
  }

  /** Returns the sum of the products of so many neighbouring values of two rows. */
  public float dot(
      int row, int column, NativeMatrix other, int otherRow, int otherColumn, int count) {
    return Blas.dot(
        count, values.at(index(row, column)), other.values.at(other.index(otherRow, otherColumn)));
  }

  /** Returns the part that begins at a row and a column. */
  public Matrix from(int row, int column) {
    return values.matrix((long) row * columns + column, columns);
  }

  @Override
  public void close() {
    values.close();
  }
}
