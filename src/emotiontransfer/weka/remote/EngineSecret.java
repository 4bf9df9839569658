package emotiontransfer.weka.remote;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What an engine and those who may send it experiments know, and nobody else: the text of a file
 * that only its owner can read.
 */
public final class EngineSecret {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int LEAST_CHARACTERS = 16;
  private static final int MOST_BYTES = 4096;
  private static final int CREATED_BYTES = 32;

  private static final Set<PosixFilePermission> OF_THE_OWNER =
      EnumSet.of(
          PosixFilePermission.OWNER_READ,
          PosixFilePermission.OWNER_WRITE,
          PosixFilePermission.OWNER_EXECUTE);

  private final Path file;
  private final SecretKeySpec key;

  private EngineSecret(Path file, String text) {
    this.file = file;
    key = new SecretKeySpec(text.getBytes(UTF_8), ALGORITHM);
  }

  /** Returns the file that is meant where none is named: one for each user of a machine. */
  public static Path usualFile() {
    return Path.of(System.getProperty("user.home"), ".emotiontransfer", "engine.secret");
  }

  /**
   * Reads a secret.
   *
   * @throws IOException if the file is absent or no plain file, if others may read it (where the
   *     file system knows owners), or if its text is shorter than 16 characters
   */
  public static EngineSecret read(Path file) throws IOException {
    require(Files.exists(file), file, "is not there: copy the engine's, or start an engine here");
    require(Files.isRegularFile(file), file, "is no file");
    require(Files.size(file) <= MOST_BYTES, file, "has more than " + MOST_BYTES + " bytes");
    PosixFileAttributeView posix = Files.getFileAttributeView(file, PosixFileAttributeView.class);
    require(
        posix == null || OF_THE_OWNER.containsAll(posix.readAttributes().permissions()),
        file,
        "can be read or written by others than its owner: chmod 600 it");
    String text = Files.readString(file).strip();
    require(
        text.length() >= LEAST_CHARACTERS,
        file,
        "has fewer than " + LEAST_CHARACTERS + " characters");
    return new EngineSecret(file, text);
  }

  /** Reads a secret; where its file is absent, writes one of 256 random bits. */
  public static EngineSecret readOrCreate(Path file) throws IOException {
    if (Files.notExists(file)) {
      Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
      byte[] bytes = new byte[CREATED_BYTES];
      new SecureRandom().nextBytes(bytes);
      // A temporary file is its owner's alone from its first moment on.
      Path whole = Files.createTempFile(folder, "engine", ".secret");
      Files.writeString(whole, HexFormat.of().formatHex(bytes) + "\n");
      Files.move(whole, file);
    }
    return read(file);
  }

  private static void require(boolean condition, Path file, String otherwise) throws IOException {
    if (!condition) {
      throw new IOException(
          "The secret of engines, '%s' (option -secret), %s.".formatted(file, otherwise));
    }
  }

  /** Returns 32 bytes that only somebody with this secret can compute from the messages. */
  byte[] proof(byte[]... messages) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      for (byte[] message : messages) {
        mac.update(message);
      }
      return mac.doFinal();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** Returns the file, never the secret. */
  @Override
  public String toString() {
    return "'" + file + "'";
  }
}
