package emotiontransfer.pathnet.sequence;

import emotiontransfer.frames.Extent;
import emotiontransfer.frames.FrameRows;
import emotiontransfer.frames.RowBuffer;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.network.ModuleGrid;

/** The rows of the first layer's input: a frame each, or a pixel of a frame each. */
final class FrameInput implements AutoCloseable {

  private final Extent image;
  private final RowBuffer buffer;
  private final ThreadPool pool;

  /** Returns the frames of a sequence, {@code [frame * inputs + input]}. */
  interface Reader {
    float[] read(int sequence);
  }

  FrameInput(ModuleGrid grid, ThreadPool pool) {
    Extent input = grid.place(0).input();
    boolean spatial = grid.kind().kernel(0).orElseThrow().spatial();
    this.image = spatial ? input : Extent.flat(input.size());
    this.buffer = new RowBuffer(image.channels());
    this.pool = pool;
  }

  RowBuffer buffer() {
    return buffer;
  }

  void take(int[] lengths, FrameRows rows, Reader reader) {
    buffer.reserve(rows.rows());
    rows.clearUnused(buffer);
    pool.runFree(
        lengths.length,
        (sequence, worker) -> {
          float[] values = reader.read(sequence);
          for (int frame = 0; frame < lengths[sequence]; frame++) {
            take(values, frame, rows, sequence);
          }
        });
    buffer.push(0, rows.rows());
  }

  private void take(float[] values, int frame, FrameRows rows, int sequence) {
    int from = frame * image.size();
    int plane = image.rows() * image.columns();
    for (int point = 0; point < plane; point++) {
      float[] row =
          buffer.row(rows.row(sequence, frame, point / image.columns(), point % image.columns()));
      if (plane == 1) {
        System.arraycopy(values, from, row, 0, row.length);
      } else {
        for (int c = 0; c < row.length; c++) {
          row[c] = values[from + c * plane + point];
        }
      }
    }
  }

  @Override
  public void close() {
    buffer.close();
  }
}
