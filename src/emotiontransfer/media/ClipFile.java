package emotiontransfer.media;

import java.nio.file.Files;
import java.nio.file.Path;

/** What must hold of a clip before FFmpeg may look at it. */
final class ClipFile {

  private ClipFile() {}

  /**
   * Checks that a clip is a file with something in it.
   *
   * @throws MediaException if it is not, saying why
   */
  static void check(Path file) throws MediaException {
    if (!Files.exists(file)) {
      throw new MediaException(file, "does not exist");
    }
    if (!Files.isRegularFile(file)) {
      throw new MediaException(file, "is not a file");
    }
    if (!Files.isReadable(file)) {
      throw new MediaException(file, "may not be read; change its permissions");
    }
    if (file.toFile().length() == 0) {
      throw new MediaException(file, "is empty (0 bytes)");
    }
  }
}
