package emotiontransfer.corpus.scheme;

import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads subject and emotion of a clip off its name and its folders.
 *
 * <p>A new scheme is one class and its line in {@link Scheme}.
 */
public interface NamingScheme {

  /**
   * Parses a path.
   *
   * @param path below the corpus folder
   * @return who shows which emotion, or why the path does not say so
   */
  ParseResult parse(ClipPath path);

  /** A pattern that a name must follow as a whole, in upper or lower case, and an example. */
  record NamePattern(Pattern pattern, String example) {

    NamePattern(String expression, String example) {
      this(Pattern.compile(expression, Pattern.CASE_INSENSITIVE), example);
    }

    /** Returns the groups of a name that follows the pattern. */
    Optional<Matcher> match(String name) {
      return Optional.of(pattern.matcher(name)).filter(Matcher::matches);
    }

    /** Returns what a function makes of the groups, or that the name is not like the example. */
    ParseResult parse(String name, Function<Matcher, ParseResult> label) {
      return match(name).map(label).orElseGet(this::rejection);
    }

    ParseResult rejection() {
      return new ParseResult.Rejection(Reject.Kind.NAME, "not like " + example);
    }
  }
}
