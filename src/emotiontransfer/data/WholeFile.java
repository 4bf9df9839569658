package emotiontransfer.data;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import weka.core.SerializationHelper;

/**
 * Files that are there whole or not at all, whenever the process is killed: written under another
 * name, forced to the disk, and renamed.
 */
public final class WholeFile {

  private WholeFile() {}

  /** Writes an unfinished file. */
  private interface Content {
    public void write(Path part) throws Exception;
  }

  /** Writes a text. */
  public static void write(Path file, String text) throws Exception {
    write(
        file,
        part -> {
          try (FileChannel out =
              FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
              out.write(bytes);
            }
            out.force(true);
          }
        });
  }

  /** Writes a classifier as Weka does. */
  public static void writeModel(Path file, Object model) throws Exception {
    write(
        file,
        part -> {
          SerializationHelper.write(part.toString(), model);
          try (FileChannel out = FileChannel.open(part, StandardOpenOption.WRITE)) {
            out.force(true);
          }
        });
  }

  private static void write(Path file, Content content) throws Exception {
    Path folder = file.toAbsolutePath().getParent();
    Files.createDirectories(folder);
    Path part = Files.createTempFile(folder, file.getFileName().toString(), ".part");
    try {
      content.write(part);
      Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      Files.deleteIfExists(part);
      throw new IOException(
          "'" + file + "' cannot be written: " + e.getMessage() + "; is the disk full?", e);
    }
  }
}
