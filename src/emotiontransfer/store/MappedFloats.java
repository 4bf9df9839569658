package emotiontransfer.store;

import emotiontransfer.data.FloatSegments;
import emotiontransfer.data.SegmentBlock;
import java.nio.FloatBuffer;

/** Segments of floats in the pages of a file. */
record MappedFloats(ArrayLayout layout, FloatBuffer values) implements SegmentBlock {

  @Override
  public int segments() {
    return layout.segments();
  }

  @Override
  public int length() {
    return layout.length();
  }

  @Override
  public boolean ofBytes() {
    return false;
  }

  @Override
  public float value(int segment, int index) {
    int row = index / layout.width();
    if (row >= layout.rows()) {
      throw new ArrayIndexOutOfBoundsException(index);
    }
    int t = index - row * layout.width();
    return values.get(segment * layout.step() + row * layout.stride() + t);
  }

  @Override
  public void read(int segment, int first, int count, float[] destination, int from) {
    int width = layout.width();
    int start = segment * layout.step();
    int to = from;
    for (int index = first; index < first + count; ) {
      int row = index / width;
      int t = index - row * width;
      int part = Math.min(first + count - index, width - t);
      values.get(start + row * layout.stride() + t, destination, to, part);
      to += part;
      index += part;
    }
  }

  @Override
  public long bytes() {
    return StoredSegments.HEAP_BYTES;
  }

  @Override
  public SegmentBlock onHeap() {
    float[] copy = new float[values.capacity()];
    values.get(0, copy);
    return new FloatSegments(
        copy, layout.rows(), layout.width(), layout.stride(), layout.step(), layout.segments());
  }
}
