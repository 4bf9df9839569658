package emotiontransfer.numeric;

/** A library of native code cannot be loaded: a matter of the installation, not of any input. */
public final class NativesException extends IllegalStateException {

  private static final long serialVersionUID = 1L;

  NativesException(String message, Throwable cause) {
    super(message, cause);
  }
}
