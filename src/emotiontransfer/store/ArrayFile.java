package emotiontransfer.store;

import emotiontransfer.data.SegmentBlock;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens and writes the file of an array. */
final class ArrayFile {

  private static final Logger LOG = LoggerFactory.getLogger(ArrayFile.class);

  private static final int BLOCK = 1 << 16;

  private ArrayFile() {}

  /**
   * Maps a file, or reads it into the heap where the system has no map left.
   *
   * @param verify whether its checksum is compared
   * @throws DamagedFileException if it is damaged or gone
   */
  static StoredSegments.Opened open(Path file, Entry entry, boolean verify) throws IOException {
    ArrayLayout layout = entry.layout();
    try (FileChannel in = FileChannel.open(file)) {
      if (in.size() != layout.fileBytes()) {
        throw damaged(entry);
      }
      Optional<ByteBuffer> mapped = map(in, layout.fileBytes());
      ByteBuffer all = mapped.isPresent() ? mapped.get() : copy(in, layout.fileBytes());
      if (verify && checksum(all) != entry.checksum()) {
        throw damaged(entry);
      }
      int header = layout.header().length;
      ByteBuffer values =
          all.slice(header, layout.fileBytes() - header).order(ByteOrder.LITTLE_ENDIAN);
      SegmentBlock block =
          layout.bytes()
              ? new MappedBytes(layout, values)
              : new MappedFloats(layout, values.asFloatBuffer());
      return new StoredSegments.Opened(block, mapped.isPresent());
    } catch (NoSuchFileException e) {
      throw new DamagedFileException("file '" + entry.path() + "' is gone", e);
    }
  }

  private static DamagedFileException damaged(Entry entry) {
    return new DamagedFileException("file '" + entry.path() + "' is damaged");
  }

  private static Optional<ByteBuffer> map(FileChannel in, int bytes) throws IOException {
    try {
      return Optional.of(in.map(MapMode.READ_ONLY, 0, bytes));
    } catch (IOException e) {
      if (e.getCause() instanceof OutOfMemoryError) {
        // Maps that were let go count until the garbage collector has seen them.
        LOG.debug("No map is left", e);
        return Optional.empty();
      }
      throw e;
    }
  }

  private static ByteBuffer copy(FileChannel in, int bytes) throws IOException {
    ByteBuffer copy = ByteBuffer.allocate(bytes);
    while (copy.hasRemaining() && in.read(copy) >= 0) {
      // A call reads as much as it likes.
    }
    return copy.rewind();
  }

  private static int checksum(ByteBuffer all) {
    CRC32C checksum = new CRC32C();
    checksum.update(all.duplicate());
    return (int) checksum.getValue();
  }

  /** Fills a file that exists. */
  static void write(Path file, byte[] bytes) throws IOException {
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      ByteBuffer all = ByteBuffer.wrap(bytes);
      // Java keeps a copy outside of the heap as large as the largest piece.
      while (all.position() < bytes.length) {
        all.limit(Math.min(bytes.length, all.position() + BLOCK));
        out.write(all);
      }
    }
  }
}
