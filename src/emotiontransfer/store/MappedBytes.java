package emotiontransfer.store;

import emotiontransfer.data.ByteSegments;
import emotiontransfer.data.SegmentBlock;
import java.nio.ByteBuffer;
import java.util.stream.IntStream;

/** Segments of bytes from 0 to 255 in the pages of a file, one behind the other. */
record MappedBytes(ArrayLayout layout, ByteBuffer values) implements SegmentBlock {

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
    return true;
  }

  @Override
  public float value(int segment, int index) {
    if (index >= layout.width()) {
      throw new ArrayIndexOutOfBoundsException(index);
    }
    return Byte.toUnsignedInt(values.get(segment * layout.step() + index));
  }

  @Override
  public void read(int segment, int first, int count, float[] destination, int from) {
    // A loop over an array runs on vectors, one over a buffer does not.
    byte[] some = new byte[count];
    values.get(segment * layout.step() + first, some);
    for (int i = 0; i < count; i++) {
      destination[from + i] = Byte.toUnsignedInt(some[i]);
    }
  }

  @Override
  public long bytes() {
    return StoredSegments.HEAP_BYTES;
  }

  @Override
  public SegmentBlock onHeap() {
    return new ByteSegments(
        IntStream.range(0, segments())
            .mapToObj(
                s -> {
                  byte[] copy = new byte[length()];
                  values.get(s * layout.step(), copy);
                  return copy;
                })
            .toList());
  }
}
