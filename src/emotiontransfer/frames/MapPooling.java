package emotiontransfer.frames;

import emotiontransfer.numeric.ThreadPool;
import java.util.Arrays;

/**
 * Between a layer of convolutions over images and what follows it: means over squares of 2 x 2
 * points, which either stay points of a smaller image or become the values of one row a frame.
 *
 * @param size of the images behind the pooling
 * @param flat whether an image becomes one row
 */
public record MapPooling(Extent size, boolean flat) {

  private static final int SIDE = 2;

  /** Returns the columns of the rows behind the pooling. */
  public int columns() {
    return flat ? size.size() : size.channels();
  }

  public void forward(
      FrameRows from, RowBuffer maps, FrameRows to, RowBuffer pooled, ThreadPool pool) {
    pooled.reserve(to.rows());
    to.clearUnused(pooled);
    pool.runFree(
        from.sequences(),
        (sequence, worker) -> {
          float[] mean = new float[size.channels()];
          for (int frame = 0; frame < from.frames(sequence); frame++) {
            for (int point = 0; point < size.rows() * size.columns(); point++) {
              int y = point / size.columns();
              int x = point % size.columns();
              Arrays.fill(mean, 0f);
              for (int i = 0; i < SIDE * SIDE; i++) {
                int line = SIDE * y + i / SIDE;
                RowMath.add(maps.row(from.row(sequence, frame, line, SIDE * x + i % SIDE)), mean);
              }
              RowMath.scale(mean, 1f / (SIDE * SIDE));
              if (flat) {
                spread(mean, pooled.row(to.row(sequence, frame, 0, 0)), point);
              } else {
                float[] row = pooled.row(to.row(sequence, frame, y, x));
                System.arraycopy(mean, 0, row, 0, row.length);
              }
            }
          }
        });
    pooled.push(0, to.rows());
  }

  private void spread(float[] mean, float[] row, int point) {
    int plane = size.rows() * size.columns();
    for (int c = 0; c < mean.length; c++) {
      row[c * plane + point] = mean[c];
    }
  }

  /** Sets the derivatives for the maps by those for what follows. */
  public void backward(
      FrameRows from, RowBuffer mapGradient, FrameRows to, RowBuffer gradient, ThreadPool pool) {
    mapGradient.reserve(from.rows());
    int plane = size.rows() * size.columns();
    pool.runFree(
        from.sequences(),
        (sequence, worker) -> {
          float[] own = new float[size.channels()];
          for (int row = from.start(sequence); row < from.end(sequence); row++) {
            Arrays.fill(mapGradient.row(row), 0f);
          }
          for (int frame = 0; frame < from.frames(sequence); frame++) {
            for (int point = 0; point < plane; point++) {
              int y = point / size.columns();
              int x = point % size.columns();
              float[] outer =
                  gradient.row(
                      flat ? to.row(sequence, frame, 0, 0) : to.row(sequence, frame, y, x));
              for (int c = 0; c < own.length; c++) {
                own[c] = outer[flat ? c * plane + point : c] / (SIDE * SIDE);
              }
              for (int i = 0; i < SIDE * SIDE; i++) {
                int line = SIDE * y + i / SIDE;
                float[] row = mapGradient.row(from.row(sequence, frame, line, SIDE * x + i % SIDE));
                System.arraycopy(own, 0, row, 0, own.length);
              }
            }
          }
        });
  }
}
