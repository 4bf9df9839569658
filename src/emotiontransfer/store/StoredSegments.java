package emotiontransfer.store;

import emotiontransfer.data.SegmentBlock;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * The segments of a clip in the store. They take no heap: the file is mapped when a value is
 * wanted, and its checksum is compared the first time. A file that is damaged or gone is decoded
 * anew. Serialized, it becomes a copy that needs no store.
 */
final class StoredSegments implements SegmentBlock {

  private static final long serialVersionUID = 1L;

  /** About what a clip takes besides its values. */
  static final long HEAP_BYTES = 512;

  private final transient ArrayLayout layout;
  private final transient Source source;
  private transient volatile SegmentBlock opened;
  private transient boolean verified;

  /** Where the values come from. */
  interface Source {

    /**
     * Maps the file.
     *
     * @param verify whether the checksum is compared
     * @throws IOException if the file is damaged or gone
     */
    Opened open(boolean verify) throws IOException;

    /**
     * Decodes the clip anew.
     *
     * @param why what is wrong with the file
     */
    SegmentBlock decode(IOException why) throws IOException;
  }

  /**
   * Values to be read.
   *
   * @param isMapped whether they are in the pages of the file, or else a copy in the heap, which is
   *     not kept
   */
  record Opened(SegmentBlock values, boolean isMapped) {}

  StoredSegments(ArrayLayout layout, Source source) {
    this.layout = layout;
    this.source = source;
  }

  private SegmentBlock values() {
    SegmentBlock now = opened;
    return now == null ? open() : now;
  }

  private synchronized SegmentBlock open() {
    if (opened != null) {
      return opened;
    }
    try {
      Opened now = source.open(!verified);
      verified = true;
      if (now.isMapped) {
        opened = now.values;
        OpenMaps.SHARED.add(this);
      }
      return now.values;
    } catch (IOException e) {
      opened = decode(e);
      return opened;
    }
  }

  private SegmentBlock decode(IOException why) {
    try {
      SegmentBlock fresh = source.decode(why);
      if (fresh.segments() != segments() || fresh.length() != length()) {
        throw new IOException("the clip has other segments than before");
      }
      return fresh;
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The segments of a clip are no longer in the store (%s), and it cannot be decoded anew: %s"
              .formatted(why.getMessage(), e.getMessage()),
          e);
    }
  }

  /** Lets the file go; it is mapped again when a value is wanted. */
  void close() {
    opened = null;
  }

  boolean isOpen() {
    return opened != null;
  }

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
    return layout.bytes();
  }

  @Override
  public float value(int segment, int index) {
    return values().value(segment, index);
  }

  @Override
  public void read(int segment, int first, int count, float[] destination, int from) {
    values().read(segment, first, count, destination, from);
  }

  @Override
  public long bytes() {
    return HEAP_BYTES;
  }

  @Override
  public SegmentBlock onHeap() {
    return values().onHeap();
  }

  private Object writeReplace() {
    return onHeap();
  }
}
