package emotiontransfer.corpus.pattern;

import java.util.OptionalInt;

/** A pattern cannot be used; the message is one sentence for the user. */
public final class PatternException extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final int position;

  PatternException(String message, int position, Throwable cause) {
    super(message, cause);
    this.position = position;
  }

  PatternException(String message) {
    this(message, -1, null);
  }

  /** Returns how many characters of the pattern stand before the error, where that is known. */
  public OptionalInt position() {
    return position < 0 ? OptionalInt.empty() : OptionalInt.of(position);
  }
}
