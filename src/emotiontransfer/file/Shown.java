package emotiontransfer.file;

import java.util.Locale;

/**
 * Names and messages as a reader sees them. Names of files, subjects and emotions come from others:
 * a line feed in one would begin a line that looks like a message, an escape character would speak
 * to the terminal, and a change of direction would reverse what follows.
 */
public final class Shown {

  private Shown() {}

  /** Returns a name, a word or a sentence with its control characters as escapes of Java. */
  public static String name(Object name) {
    String text = String.valueOf(name);
    StringBuilder shown = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            point -> {
              if (isControl(point)) {
                shown.append(escape(point));
              } else {
                shown.appendCodePoint(point);
              }
            });
    return shown.toString();
  }

  /** Returns a message of several lines, of which only the ends of lines are left alone. */
  public static String lines(String message) {
    return message
        .lines()
        .map(line -> line.startsWith("\t") ? "\t" + name(line.substring(1)) : name(line))
        .reduce((above, below) -> above + "\n" + below)
        .orElse("");
  }

  private static boolean isControl(int point) {
    // Persian and Indic words have the two that join and part letters.
    boolean isLetterJoin = point == 0x200C || point == 0x200D;
    return switch (Character.getType(point)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          !isLetterJoin;
      default -> false;
    };
  }

  private static String escape(int point) {
    return switch (point) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      default -> String.format(Locale.ROOT, point > 0xFFFF ? "\\U%08x" : "\\u%04x", point);
    };
  }
}
