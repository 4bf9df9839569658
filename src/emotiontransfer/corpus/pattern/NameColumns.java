package emotiontransfer.corpus.pattern;

import emotiontransfer.corpus.scheme.ClipPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Names of the same build as a table: letters, numbers and what separates them, a column each.
 *
 * <p>{@code KA.AN1.39} has the columns {@code KA}, {@code .}, {@code AN}, {@code 1}, {@code .} and
 * {@code 39}; names with other separators, or with numbers elsewhere, are of another build.
 */
record NameColumns(List<Column> columns) {

  private static final Pattern TOKEN =
      Pattern.compile("([\\p{L}\\p{M}]+)|([0-9]+)|([^\\p{L}\\p{M}0-9]+)");

  /** What a column holds. */
  enum Kind {
    LETTERS,
    NUMBERS,
    SEPARATOR
  }

  /** One piece of all names. */
  record Column(Kind kind, List<String> values) {

    Set<String> distinct() {
      return new TreeSet<>(values);
    }

    boolean isConstant() {
      return values.stream().allMatch(values.get(0)::equals);
    }

    boolean isSeparator() {
      return kind == Kind.SEPARATOR;
    }

    /** Returns whether a folder ends here; separators are the same in all names. */
    boolean endsFolder() {
      return isSeparator() && values.get(0).contains("/");
    }

    /** Returns whether each value comes with one value of another column. */
    boolean determines(Column other) {
      Map<String, String> partner = new LinkedHashMap<>();
      for (int i = 0; i < values.size(); i++) {
        String its = other.values.get(i);
        if (!partner.computeIfAbsent(values.get(i), key -> its).equals(its)) {
          return false;
        }
      }
      return true;
    }
  }

  private record Token(Kind kind, String text) {

    /** Returns what the same token of another name must share. */
    String build() {
      return kind == Kind.SEPARATOR ? text : kind.name();
    }
  }

  /** Returns the table of the most frequent build of names; there must be a name. */
  static NameColumns ofMost(List<ClipPath> paths) {
    Map<String, List<List<Token>>> byBuild =
        paths.stream()
            .map(NameColumns::tokens)
            .collect(
                Collectors.groupingBy(
                    tokens -> tokens.stream().map(Token::build).collect(Collectors.joining("\0")),
                    LinkedHashMap::new,
                    Collectors.toList()));
    List<List<Token>> most =
        byBuild.values().stream().max(Comparator.comparingInt(List::size)).orElseThrow();
    List<Column> columns = new ArrayList<>();
    for (int i = 0; i < most.get(0).size(); i++) {
      int column = i;
      columns.add(
          new Column(
              most.get(0).get(i).kind(),
              most.stream().map(tokens -> tokens.get(column).text()).toList()));
    }
    return new NameColumns(columns);
  }

  private static List<Token> tokens(ClipPath path) {
    List<Token> tokens = new ArrayList<>();
    Matcher matcher = TOKEN.matcher(String.join("/", path.folders()) + "/" + path.stem());
    while (matcher.find()) {
      Kind kind =
          matcher.group(1) != null
              ? Kind.LETTERS
              : matcher.group(2) != null ? Kind.NUMBERS : Kind.SEPARATOR;
      tokens.add(new Token(kind, matcher.group()));
    }
    return tokens;
  }

  Column get(int index) {
    return columns.get(index);
  }

  int size() {
    return columns.size();
  }

  /** Returns how many names there are. */
  int names() {
    return columns.get(0).values().size();
  }

  /** Returns the first column of the folder or file name that a column belongs to. */
  int firstOfPart(int column) {
    int first = column;
    while (first > 0 && !get(first - 1).endsFolder()) {
      first--;
    }
    return first;
  }
}
