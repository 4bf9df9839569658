package emotiontransfer.store;

import emotiontransfer.numeric.Sha256;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.concurrent.TimeUnit;

/**
 * A file of a clip as it is now.
 *
 * @param modified time of its last change, in ns since 1970
 */
record Recording(String path, long bytes, long modified) {

  /** Two changes within so many ns may have the same time. */
  private static final long COARSEST_CLOCK = TimeUnit.SECONDS.toNanos(2);

  /** What the clocks of two machines differ by at most; a later time is a wrong one. */
  private static final long LARGEST_SKEW = TimeUnit.DAYS.toNanos(1);

  private static final int BLOCK = 1 << 16;

  /**
   * Looks at a file.
   *
   * @throws IOException if it is not there, or no regular file
   */
  static Recording of(Path file) throws IOException {
    BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
    if (!attributes.isRegularFile()) {
      throw new NoSuchFileException(file.toString());
    }
    long modified = attributes.lastModifiedTime().to(TimeUnit.NANOSECONDS);
    return new Recording(file.toAbsolutePath().normalize().toString(), attributes.size(), modified);
  }

  /** Returns whether a change after this moment will show in the time of the last change. */
  boolean isSettled() {
    long now = TimeUnit.MILLISECONDS.toNanos(System.currentTimeMillis());
    return modified < now - COARSEST_CLOCK || modified > now + LARGEST_SKEW;
  }

  /** Returns the SHA-256 of the contents. */
  String hash() throws IOException {
    MessageDigest digest = Sha256.digest();
    try (InputStream in = new DigestInputStream(Files.newInputStream(Path.of(path)), digest)) {
      byte[] block = new byte[BLOCK];
      while (in.read(block) >= 0) {
        // The digest takes what is read.
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }
}
