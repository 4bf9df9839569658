package emotiontransfer.pathnet.sequence;

import emotiontransfer.frames.Extent;
import emotiontransfer.frames.FrameLine;
import emotiontransfer.frames.NativeMatrix;
import emotiontransfer.numeric.Blas.Matrix;
import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.pathnet.network.ModuleGrid;

/** The first layer's input: frame by frame as it is read, or a row for each channel of images. */
final class FrameInput implements AutoCloseable {

  private final Extent image;
  private final boolean spatial;
  private final NativeMatrix values = new NativeMatrix();
  private final ThreadPool pool;

  /** Returns the frames of a sequence, {@code [frame * inputs + input]}. */
  interface Reader {
    float[] read(int sequence);
  }

  FrameInput(ModuleGrid grid, ThreadPool pool) {
    this.image = grid.place(0).input();
    this.spatial = grid.kind().kernel(0).orElseThrow().spatial();
    this.pool = pool;
  }

  /** Returns the matrix {@code [input][place]} from a place on. */
  Matrix from(int place) {
    return spatial ? values.from(0, place) : values.from(place, 0).transposed();
  }

  void take(FrameLine line, Reader reader) {
    if (spatial) {
      values.reshape(image.channels(), line.size());
    } else {
      values.reshape(line.size(), image.size());
    }
    pool.runFree(
        line.sequences(),
        (sequence, worker) -> {
          float[] frames = reader.read(sequence);
          if (spatial) {
            putChannels(line, sequence, frames);
          } else {
            putFrames(line, sequence, frames);
          }
        });
  }

  private void putFrames(FrameLine line, int sequence, float[] frames) {
    int start = line.spanStart(sequence);
    int first = line.place(sequence, 0, 0, 0) - start;
    float[] span = new float[line.spanSize(sequence) * image.size()];
    int length = line.frames(sequence) * image.size();
    System.arraycopy(frames, 0, span, first * image.size(), length);
    values.put(start, 0, span, span.length);
  }

  private void putChannels(FrameLine line, int sequence, float[] frames) {
    int start = line.spanStart(sequence);
    float[] span = new float[line.spanSize(sequence)];
    int width = image.columns();
    for (int channel = 0; channel < image.channels(); channel++) {
      for (int row = 0; row < line.frames(sequence) * image.rows(); row++) {
        int frame = row / image.rows();
        int y = row % image.rows();
        int from = frame * image.size() + channel * image.planeSize() + y * width;
        System.arraycopy(frames, from, span, line.place(sequence, frame, y, 0) - start, width);
      }
      values.put(channel, start, span, span.length);
    }
  }

  @Override
  public void close() {
    values.close();
  }
}
