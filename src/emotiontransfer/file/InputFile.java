package emotiontransfer.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

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
    Optional<String> fault = fault(path);
    if (fault.isPresent()) {
      throw new IOException("%s '%s' %s.".formatted(role, Shown.name(path), fault.get()));
    }
    return path;
  }

  /** Returns why a path leads to no file that can be read, to follow the name of the file. */
  public static Optional<String> fault(Path path) {
    if (!Files.exists(path)) {
      return Optional.of("does not exist");
    }
    if (Files.isDirectory(path)) {
      return Optional.of("is a folder; name a file");
    }
    if (!Files.isRegularFile(path)) {
      return Optional.of("is a pipe, a socket or a device; copy it to a file first");
    }
    return Files.isReadable(path)
        ? Optional.empty()
        : Optional.of("cannot be read: there is no permission to");
  }
}
