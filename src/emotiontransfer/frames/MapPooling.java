package emotiontransfer.frames;

import emotiontransfer.numeric.ThreadPool;

/**
 * Between a layer of convolutions over images and what follows it: means over squares of 2 x 2
 * points, which either stay points of a smaller image or become the values of a frame.
 *
 * @param size of the images behind the pooling
 * @param flat whether an image becomes one place of the line
 */
public record MapPooling(Extent size, boolean flat) {

  private static final int SIDE = 2;

  /** Returns the number of values of a place behind the pooling. */
  public int columns() {
    return flat ? size.size() : size.channels();
  }

  private int channelColumns() {
    return flat ? size.planeSize() : 1;
  }

  /** Sets what follows, gaps included, by the maps. */
  public void forward(
      FrameLine from, NativeMatrix maps, FrameLine to, NativeMatrix pooled, ThreadPool pool) {
    pooled.reshape(columns(), to.size());
    pool.runFree(
        size.channels(),
        (channel, worker) -> {
          for (int i = 0; i < from.sequences(); i++) {
            float[] map = new float[from.spanSize(i)];
            maps.get(channel, from.spanStart(i), map, map.length);
            float[][] means = new float[channelColumns()][to.spanSize(i)];
            squares(from, to, i, (at, column, place) -> means[column][place] += map[at]);
            for (int column = 0; column < means.length; column++) {
              RowMath.scale(means[column], 1f / (SIDE * SIDE));
              int row = channel * means.length + column;
              pooled.put(row, to.spanStart(i), means[column], means[column].length);
            }
          }
        });
  }

  /** Sets the derivatives for the maps by those for what follows. */
  public void backward(
      FrameLine from, NativeMatrix mapGradient, FrameLine to, NativeMatrix next, ThreadPool pool) {
    mapGradient.reshape(size.channels(), from.size());
    pool.runFree(
        size.channels(),
        (channel, worker) -> {
          for (int i = 0; i < from.sequences(); i++) {
            float[][] outer = new float[channelColumns()][to.spanSize(i)];
            for (int column = 0; column < outer.length; column++) {
              int row = channel * outer.length + column;
              next.get(row, to.spanStart(i), outer[column], outer[column].length);
              RowMath.scale(outer[column], 1f / (SIDE * SIDE));
            }
            float[] map = new float[from.spanSize(i)];
            squares(from, to, i, (at, column, place) -> map[at] = outer[column][place]);
            mapGradient.put(channel, from.spanStart(i), map, map.length);
          }
        });
  }

  /** A point of a map and where its square's mean stands, both counted from their spans' starts. */
  private interface Point {
    void take(int at, int column, int place);
  }

  private void squares(FrameLine from, FrameLine to, int sequence, Point points) {
    int first = from.spanStart(sequence);
    for (int frame = 0; frame < from.frames(sequence); frame++) {
      for (int mean = 0; mean < size.planeSize(); mean++) {
        int y = mean / size.columns();
        int x = mean % size.columns();
        int column = flat ? mean : 0;
        int place = flat ? to.place(sequence, frame, 0, 0) : to.place(sequence, frame, y, x);
        for (int i = 0; i < SIDE * SIDE; i++) {
          int at = from.place(sequence, frame, SIDE * y + i / SIDE, SIDE * x + i % SIDE);
          points.take(at - first, column, place - to.spanStart(sequence));
        }
      }
    }
  }
}
