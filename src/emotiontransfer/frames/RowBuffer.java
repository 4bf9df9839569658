package emotiontransfer.frames;

import emotiontransfer.numeric.Blas.Matrix;
import emotiontransfer.numeric.NativeFloats;
import java.util.Arrays;

/**
 * A matrix of so many columns, once on the heap, row by row, where Java computes, and once outside
 * of it, where BLAS does. It grows with the rows that are asked for.
 */
public final class RowBuffer implements AutoCloseable {

  private final int columns;
  private float[][] rows = new float[0][];
  private NativeFloats mirror;

  public RowBuffer(int columns) {
    this.columns = columns;
  }

  public int columns() {
    return columns;
  }

  /** Makes room for rows; what they hold is undefined where the room was too small. */
  public void reserve(int count) {
    if (rows.length < count) {
      int more = count + count / 4;
      close();
      mirror = new NativeFloats(Math.multiplyExact((long) more, columns));
      int had = rows.length;
      rows = Arrays.copyOf(rows, more);
      for (int row = had; row < more; row++) {
        rows[row] = new float[columns];
      }
    }
  }

  /** Returns a row on the heap, not a copy. */
  public float[] row(int row) {
    return rows[row];
  }

  public Matrix matrix(int row) {
    return matrix(row, 0);
  }

  /** Returns the part of the outer matrix that begins at a row and a column. */
  public Matrix matrix(int row, int column) {
    return mirror.matrix((long) row * columns + column, columns);
  }

  /** Copies rows to the outer matrix; several threads may, each with rows of its own. */
  public void push(int first, int count) {
    for (int row = first; row < first + count; row++) {
      mirror.values().put(row * columns, rows[row]);
    }
  }

  /** Copies rows from the outer matrix. */
  public void pull(int first, int count) {
    for (int row = first; row < first + count; row++) {
      mirror.values().get(row * columns, rows[row]);
    }
  }

  @Override
  public void close() {
    if (mirror != null) {
      mirror.close();
      mirror = null;
    }
  }
}
