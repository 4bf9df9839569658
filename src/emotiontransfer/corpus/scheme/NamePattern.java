package emotiontransfer.corpus.scheme;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A pattern that a name must follow as a whole, in upper or lower case, and its example. */
final class NamePattern {

  private final Pattern pattern;
  private final String example;

  NamePattern(String expression, String example) {
    this.pattern = Pattern.compile(expression, Pattern.CASE_INSENSITIVE);
    this.example = example;
  }

  /** Returns the groups of a name that follows the pattern. */
  Optional<Matcher> match(String name) {
    Matcher matcher = pattern.matcher(name);
    return matcher.matches() ? Optional.of(matcher) : Optional.empty();
  }

  /** Returns the refusal of a name that does not follow the pattern. */
  ParseResult.Rejection rejection() {
    return new ParseResult.Rejection(Reject.Kind.NAME, "not like " + example);
  }
}
