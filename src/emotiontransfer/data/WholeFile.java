package emotiontransfer.data;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/**
 * Files that are there whole or not at all, whenever the process is killed: written under another
 * name, forced to the disk, and renamed.
 */
public final class WholeFile {

  private WholeFile() {}

  /** Writes an unfinished file. */
  @FunctionalInterface
  public interface Content {

    /** Fills the file, which exists and is empty. */
    void write(Path part) throws Exception;
  }

  /** Writes a text as UTF-8. */
  public static void write(Path file, String text) throws Exception {
    write(file, part -> Files.writeString(part, text));
  }

  /** Writes what fills a file. */
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
      Files.deleteIfExists(part);
      throw new IOException(
          "'" + file + "' cannot be written: " + e.getMessage() + "; is the disk full?", e);
    }
  }
}
