package emotiontransfer.file;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The bytes of a file, unpacked if they are gzipped.
 *
 * @param size how many there are, unpacked
 */
public record FileBytes(Path file, boolean zipped, long size) {

  /** Weights are hardly compressible, the names of 12,288 attributes by a factor of 20. */
  private static final int MOST_EXPANSION = 50;

  private static final String EXPANDS =
      "unpacks to more than " + MOST_EXPANSION + " times its size";

  private static final int GZIP = 0x1f8b;
  private static final int CHUNK = 1 << 16;

  /**
   * Looks at a file, and counts the bytes of one that is gzipped without keeping any: a small file
   * can unpack to a thousand times its size.
   *
   * @throws IOException if there is no such file, with a clause that says what is wrong
   */
  public static FileBytes of(File file) throws IOException {
    FileBytes packed = packed(file);
    return packed.zipped
        ? new FileBytes(packed.file, true, unpacked(packed.file, packed.size))
        : packed;
  }

  /**
   * Looks at a file of which the beginning is enough; of one that is gzipped, {@code size} is the
   * most that it may unpack to.
   *
   * @throws IOException as above
   */
  public static FileBytes beginningOf(File file) throws IOException {
    FileBytes packed = packed(file);
    return packed.zipped
        ? new FileBytes(packed.file, true, MOST_EXPANSION * packed.size + CHUNK)
        : packed;
  }

  /** Returns the bytes as they are on the disk. */
  private static FileBytes packed(File file) throws IOException {
    Path path = file.toPath();
    Optional<String> fault = InputFile.fault(path);
    if (fault.isPresent()) {
      throw new IOException(fault.get());
    }
    return new FileBytes(path, isZipped(path), Files.size(path));
  }

  private static boolean isZipped(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return (in.read() << Byte.SIZE | in.read()) == GZIP;
    }
  }

  private static long unpacked(Path path, long packed) throws IOException {
    byte[] buffer = new byte[CHUNK];
    long size = 0;
    try (InputStream in = new GZIPInputStream(Files.newInputStream(path))) {
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        size += read;
        checkUnpacked(size, packed);
      }
    }
    return size;
  }

  /** Rejects a packed file that unpacks to far more than what models consist of. */
  public static void checkUnpacked(long unpacked, long packed) throws IOException {
    if (unpacked > MOST_EXPANSION * packed + CHUNK) {
      throw new IOException(EXPANDS);
    }
  }

  /** Returns a new stream of these bytes, which can be marked. */
  public InputStream open() throws IOException {
    InputStream in = Files.newInputStream(file);
    return new BufferedInputStream(zipped ? new GZIPInputStream(in, CHUNK) : in);
  }
}
