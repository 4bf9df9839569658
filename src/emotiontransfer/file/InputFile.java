package emotiontransfer.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file to read. Whoever opens a pipe waits until somebody writes to it, perhaps for ever; so what
 * is no file is rejected before it is opened.
 */
public final class InputFile {

  private InputFile() {}

  /**
   * Returns the path if it leads to a file that can be read.
   *
   * @param role what a message calls the file, for example {@code Source model}
   * @throws IOException whose message is a sentence with role, path and reason
   */
  public static Path require(Path path, String role) throws IOException {
    String name = "%s '%s' ".formatted(role, Shown.name(path));
    if (!Files.exists(path)) {
      throw new IOException(name + "does not exist.");
    }
    if (Files.isDirectory(path)) {
      throw new IOException(name + "is a folder; name a file.");
    }
    if (!Files.isRegularFile(path)) {
      throw new IOException(name + "is a pipe, a socket or a device; copy it to a file first.");
    }
    if (!Files.isReadable(path)) {
      throw new IOException(name + "cannot be read: there is no permission to.");
    }
    return path;
  }
}
