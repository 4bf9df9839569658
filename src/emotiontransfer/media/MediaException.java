package emotiontransfer.media;

import emotiontransfer.file.Shown;
import java.io.IOException;
import java.nio.file.Path;

/** A clip that cannot be read. The message is one sentence that names the file and the reason. */
public final class MediaException extends IOException {

  private static final long serialVersionUID = 1L;

  /** The reason says what is wrong and how to fix it, continuing {@code "Clip 'x' "}. */
  public MediaException(Path file, String reason) {
    this(file, reason, null);
  }

  public MediaException(Path file, String reason, Throwable cause) {
    super("Clip '" + Shown.name(file) + "' " + reason + ".", cause);
  }
}
