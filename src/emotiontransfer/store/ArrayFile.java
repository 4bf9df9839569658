package emotiontransfer.store;

import emotiontransfer.data.SegmentBlock;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Files;
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

  /** A file of the store is not what its name says, or is gone; it may be replaced. */
  static final class DamagedFileException extends IOException {

    private static final long serialVersionUID = 1L;

    private final boolean isGone;

    private DamagedFileException(String message, boolean isGone) {
      super(message);
      this.isGone = isGone;
    }

    /** Returns whether there is no file, as when another process has made room. */
    boolean isGone() {
      return isGone;
    }
  }

  /**
   * Maps a file, or reads it into the heap where the system has no map left.
   *
   * @param verify whether its checksum is compared
   * @throws DamagedFileException if it is damaged or gone
   */
  static StoredSegments.Opened open(Path file, Entry entry, boolean verify) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        // An interrupt closes a channel, also one that is opened after it.
        interrupted |= Thread.interrupted();
        try {
          return openNow(file, entry, verify);
        } catch (ClosedByInterruptException e) {
          LOG.debug("File '{}' is opened again", file, e);
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private static StoredSegments.Opened openNow(Path file, Entry entry, boolean verify)
      throws IOException {
    ArrayLayout layout = entry.layout();
    int bytes = layout.fileBytes();
    try (FileChannel in = FileChannel.open(file)) {
      if (in.size() != bytes) {
        throw damaged(entry);
      }
      if (verify && checksum(in) != entry.checksum()) {
        throw damaged(entry);
      }
      Optional<ByteBuffer> mapped = map(in, bytes);
      ByteBuffer all = mapped.isPresent() ? mapped.get() : copy(in, bytes);
      int length = layout.valueBytes();
      ByteBuffer values = all.slice(bytes - length, length).order(ByteOrder.LITTLE_ENDIAN);
      SegmentBlock block =
          layout.bytes()
              ? new MappedBytes(layout, values)
              : new MappedFloats(layout, values.asFloatBuffer());
      return new StoredSegments.Opened(block, mapped.isPresent());
    } catch (NoSuchFileException e) {
      LOG.debug("File '{}'", file, e);
      throw new DamagedFileException("file '" + entry.path() + "' is gone", true);
    }
  }

  private static DamagedFileException damaged(Entry entry) {
    return new DamagedFileException("file '" + entry.path() + "' is damaged", false);
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
    in.position(0);
    while (copy.hasRemaining() && in.read(copy) >= 0) {
      // A call reads as much as it likes.
    }
    return copy.rewind();
  }

  /**
   * Reads instead of mapping: Windows replaces no file that is mapped, and what a disk cannot give
   * is an exception here and ends the process there.
   */
  private static int checksum(FileChannel in) throws IOException {
    CRC32C checksum = new CRC32C();
    ByteBuffer block = ByteBuffer.allocate(BLOCK);
    while (in.read(block.clear()) >= 0) {
      checksum.update(block.flip());
    }
    return (int) checksum.getValue();
  }

  /** Fills a file that exists, by a stream, which an interrupt does not close. */
  static void write(Path file, byte[] bytes) throws IOException {
    try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
      // Java keeps a copy outside of the heap as large as the largest piece.
      for (int i = 0; i < bytes.length; i += BLOCK) {
        out.write(bytes, i, Math.min(BLOCK, bytes.length - i));
      }
    }
  }
}
