package emotiontransfer.corpus.pattern;

import emotiontransfer.corpus.pattern.BoundedText.Budget;
import emotiontransfer.corpus.pattern.BoundedText.Exhausted;
import emotiontransfer.corpus.scheme.ClipPath;
import emotiontransfer.file.Shown;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;

/** How a path fits a pattern, or how far. */
final class PathFit {

  /** Far more than a plain pattern needs for a path, and done in a hundredth of a second. */
  private static final int MOST_LOOKS = 1_000_000;

  private static final Pattern CHARACTER_CLASS = Pattern.compile("\\[(?:\\\\.|[^\\]])*\\]");
  private static final int LONGEST = 40;

  private final Pattern pattern;
  private final String name;
  private final String stem;
  private final List<Integer> starts;

  PathFit(Pattern pattern, ClipPath path) {
    this.pattern = pattern;
    this.name = path.relative();
    int dot = path.extension().isEmpty() ? 0 : path.extension().length() + 1;
    this.stem = name.substring(0, name.length() - dot);
    this.starts = starts(path.folders().size());
  }

  /** Positions at which a folder or the name begins, in the order in which they are tried. */
  private List<Integer> starts(int folders) {
    List<Integer> fromName = new ArrayList<>();
    for (int end = name.length(); end >= 0; end = name.lastIndexOf('/', end - 1)) {
      fromName.add(name.lastIndexOf('/', end - 1) + 1);
      if (end == 0) {
        break;
      }
    }
    String text = CHARACTER_CLASS.matcher(pattern.pattern()).replaceAll("");
    int wanted = Math.min(StringUtils.countMatches(text, '/'), folders);
    return IntStream.concat(
            IntStream.rangeClosed(0, wanted).map(i -> wanted - i),
            IntStream.rangeClosed(wanted + 1, folders))
        .mapToObj(fromName::get)
        .toList();
  }

  /**
   * Returns the first match that is wanted, else the first; its positions are those in the path.
   */
  Optional<Matcher> match(Predicate<Matcher> wanted) {
    return bounded(
        () -> {
          Budget budget = new Budget(MOST_LOOKS);
          Matcher first = null;
          for (int start : starts) {
            // Without the extension first, so that a group at the end does not take it.
            for (String text : List.of(stem, name)) {
              Matcher matcher = matcher(text, budget);
              boolean fits =
                  start <= text.length() && matcher.region(start, text.length()).matches();
              if (fits && wanted.test(matcher)) {
                return Optional.of(matcher);
              }
              first = fits && first == null ? matcher : first;
            }
          }
          return Optional.ofNullable(first);
        });
  }

  private Matcher matcher(String text, Budget budget) {
    return pattern.matcher(new BoundedText(text, budget));
  }

  /** Returns up to where a path fits that does not fit, as a clause. */
  String misfit() {
    int start = starts.get(0);
    int length = bounded(() -> longestBeginning(start));
    String fitting = StringUtils.right(name.substring(start, start + length), LONGEST);
    String rest = StringUtils.abbreviate(name.substring(start + length), LONGEST);
    if (length == 0) {
      return Shown.name("the pattern does not fit from the first character of '" + rest + "'");
    }
    String end = rest.isEmpty() ? "there the pattern expects more" : "'" + rest + "' does not";
    return Shown.name("fits up to '%s' (character %s); %s".formatted(fitting, length, end));
  }

  /** Searches the longest beginning that fits, or would with other characters behind it. */
  private int longestBeginning(int start) {
    Matcher matcher = matcher(name, new Budget(MOST_LOOKS));
    int fits = 0;
    int fails = name.length() - start + 1;
    while (fails - fits > 1) {
      int middle = (fits + fails) >>> 1;
      matcher.region(start, start + middle);
      if (matcher.matches() || matcher.hitEnd()) {
        fits = middle;
      } else {
        fails = middle;
      }
    }
    return fits;
  }

  private <T> T bounded(Supplier<T> work) {
    try {
      return work.get();
    } catch (Exhausted | StackOverflowError e) {
      throw new PatternException(
          ("Pattern '%s' takes too long for '%s' (more than %s steps); it has a repetition inside a"
                  + " repetition, such as (a+)+, which must be written without.")
              .formatted(pattern, name, MOST_LOOKS),
          -1,
          e);
    }
  }
}
