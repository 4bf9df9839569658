package emotiontransfer.store;

import java.io.IOException;

/** A file of the store is not what its name says, or is gone; it may be replaced. */
final class DamagedFileException extends IOException {

  private static final long serialVersionUID = 1L;

  DamagedFileException(String message) {
    super(message);
  }

  DamagedFileException(String message, Throwable cause) {
    super(message, cause);
  }
}
