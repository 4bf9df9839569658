package emotiontransfer.data;

import emotiontransfer.numeric.Sha256;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Writes files that exist whole or not at all, whenever the process is killed: under another name,
 * forced to the disk, and renamed.
 */
public final class WholeFile {

  private WholeFile() {}

  private static final int HASH_DIGITS = 8;
  private static final String SPECIAL = "[^A-Za-z0-9_+.-]";

  /** Fills an unfinished file, which exists and is empty. */
  public interface Content {
    void write(Path part) throws Exception;
  }

  public static void write(Path file, String text) throws Exception {
    write(file, part -> Files.writeString(part, text));
  }

  public static void write(Path file, Content content) throws Exception {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, file.getFileName().toString(), ".part");
    try {
      content.write(part);
      try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
        out.force(true);
      }
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new IOException(
          "'" + file + "' cannot be written: " + e.getMessage() + "; is the disk full?", e);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  /**
   * Returns a file name for a name from data, such as a subject: what a file system may reject
   * becomes {@code _}, and a short hash distinguishes names that then look alike or that differ in
   * case only; for example {@code emodb-03-0c3a1e57}.
   */
  public static String name(String name) {
    String hash = Sha256.hex(name.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
    return name.replaceAll(SPECIAL, "_") + '-' + hash;
  }

  /** Returns the name itself where every file system accepts it, and otherwise {@link #name}. */
  public static String plainName(String name) {
    return name.matches(".*" + SPECIAL + ".*") ? name(name) : name;
  }
}
