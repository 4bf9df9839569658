package emotiontransfer.corpus;

import static org.apache.commons.lang3.StringUtils.abbreviate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * A table of labels with the marks that spreadsheets and data frames leave in their files: a line
 * {@code sep=;}, empty rows and cells, columns without a name, columns that number the rows.
 *
 * <p>The first row with something in it names the columns, {@link #REQUIRED} in any case. Cells are
 * separated by commas, semicolons, tabs or bars, or as {@code sep=} says, and quoted as RFC 4180
 * says.
 *
 * @param columns names of those that are kept, the required ones in lower case
 * @param rows those with something in them
 * @param notes on what was left out
 */
record LabelTable(List<String> columns, List<Row> rows, List<String> notes) {

  static final List<String> REQUIRED = List.of("file", "subject", "emotion");

  /** The name that the feature filters give to the column of the segments. */
  private static final String RESERVED = "bag";

  private static final String NO_NAMES =
      "must have the columns file, subject and emotion in its first row, with commas, semicolons,"
          + " tabs or bars between the cells";

  private static final int QUOTED = 60;

  private static final Pattern SEPARATOR_LINE =
      Pattern.compile("\\s*\"?sep=(.)\"?[,;\\t ]*(\\R|\\z)", Pattern.CASE_INSENSITIVE);

  /** What data frames call columns without a name. */
  private static final Pattern NAMELESS = Pattern.compile("(Unnamed: ?[0-9]+)?");

  private static final Set<String> NUMBERS =
      Set.of("index", "idx", "id", "row", "rownames", "row.names", "no", "no.", "nr", "nr.", "#");

  private static final int MOST_COLUMNS = 1000;
  private static final int MOST_CELLS = 4_000_000;

  /** A row: its line in the file, and its cells by column without the empty ones. */
  record Row(long line, Map<String, String> cells) {}

  /** Text behind a number of lines, and what separates its cells. */
  private record Layout(String text, int linesBefore, char separator) {

    CSVParser parser() throws IOException {
      CSVFormat.Builder format = CSVFormat.DEFAULT.builder().setDelimiter(separator);
      return CSVParser.parse(text, format.setIgnoreSurroundingSpaces(true).setTrim(true).build());
    }

    boolean hasNames() {
      try (CSVParser parser = parser()) {
        Optional<CSVRecord> first = parser.stream().filter(LabelTable::isFilled).findFirst();
        return first.map(LabelTable::names).filter(n -> n.containsAll(REQUIRED)).isPresent();
      } catch (IOException
          | UncheckedIOException
          | IllegalArgumentException
          | IllegalStateException malformed) {
        // With another separator its quotes may be in order.
        return false;
      }
    }
  }

  /** Returns whether a text begins as a table. */
  static boolean isOne(String beginning) {
    return layout(beginning).isPresent();
  }

  private static Optional<Layout> layout(String text) {
    Matcher mark = SEPARATOR_LINE.matcher(text);
    Stream<Layout> layouts =
        mark.lookingAt()
            ? Stream.of(
                new Layout(
                    text.substring(mark.end()), lines(mark.group()), mark.group(1).charAt(0)))
            : Stream.of(',', ';', '\t', '|').map(separator -> new Layout(text, 0, separator));
    return layouts.filter(Layout::hasNames).findFirst();
  }

  private static int lines(String text) {
    return (int) text.lines().count();
  }

  /** Returns the names in a row, the required ones in lower case. */
  private static List<String> names(CSVRecord header) {
    return header.stream().map(LabelTable::name).toList();
  }

  private static String name(String cell) {
    String lower = cell.toLowerCase(Locale.ROOT);
    return REQUIRED.contains(lower) || lower.equals(RESERVED) ? lower : cell;
  }

  private static boolean isFilled(CSVRecord record) {
    return !record.stream().allMatch(String::isEmpty);
  }

  /**
   * Parses a table.
   *
   * @throws IOException if it is none, or too large; the message is a clause
   */
  static LabelTable parse(String text) throws IOException {
    Layout layout = layout(text).orElseThrow(() -> new IOException(NO_NAMES + begins(text)));
    try (CSVParser parser = layout.parser()) {
      List<String> names = List.of();
      List<Row> rows = new ArrayList<>();
      for (CSVRecord record : parser) {
        if (isFilled(record) && names.isEmpty()) {
          names = names(record);
          check(names);
        } else if (isFilled(record)) {
          rows.add(row(names, record, layout.linesBefore + parser.getCurrentLineNumber()));
          boolean fits = (long) rows.size() * names.size() <= MOST_CELLS;
          require(fits, "has more than %s cells; divide it", MOST_CELLS);
        }
      }
      return of(names, rows);
    } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
      throw new IOException("is malformed: " + ExceptionUtils.getRootCause(e).getMessage(), e);
    }
  }

  private static String begins(String text) {
    String line = text.strip().lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " ");
    return line.isEmpty() ? ", but is empty" : ", but begins '" + abbreviate(line, QUOTED) + "'";
  }

  private static void check(List<String> names) throws IOException {
    int count = names.size();
    require(count <= MOST_COLUMNS, "has %s columns, but at most %s are read", count, MOST_COLUMNS);
    Set<String> before = new HashSet<>();
    for (String name : names) {
      require(!name.equals(RESERVED), "has a column 'bag', which the filters need; rename it");
      boolean isNew = isNameless(name) || before.add(name);
      require(isNew, "has the column '%s' twice; rename or remove one", name);
    }
  }

  private static boolean isNameless(String name) {
    return NAMELESS.matcher(name).matches();
  }

  /** Empty cells may be too many, and those of columns without a name may be too few. */
  private static Row row(List<String> names, CSVRecord record, long line) throws IOException {
    Map<String, String> cells = new HashMap<>();
    for (int i = 0; i < Math.max(names.size(), record.size()); i++) {
      boolean fits =
          i >= names.size()
              ? record.get(i).isEmpty()
              : i < record.size() || isNameless(names.get(i));
      require(
          fits,
          "has %s cells instead of %s in line %s; put texts with separators in double quotes",
          record.size(),
          names.size(),
          line);
      if (i < Math.min(names.size(), record.size())
          && !record.get(i).isEmpty()
          && !isNameless(names.get(i))) {
        cells.put(names.get(i), record.get(i));
      }
    }
    return new Row(line, cells);
  }

  private static void require(boolean condition, String clause, Object... values)
      throws IOException {
    if (!condition) {
      throw new IOException(clause.formatted(values));
    }
  }

  private static LabelTable of(List<String> names, List<Row> rows) {
    List<String> columns = new ArrayList<>(names);
    List<String> notes = new ArrayList<>();
    columns.removeIf(LabelTable::isNameless);
    if (columns.size() < names.size()) {
      int count = names.size() - columns.size();
      notes.add("columns without a name, which are left out: " + count);
    }
    for (String column : List.copyOf(columns)) {
      if (isCount(column, rows)) {
        columns.remove(column);
        rows.forEach(row -> row.cells.remove(column));
        notes.add("the column '%s' numbers the rows and is left out".formatted(column));
      }
    }
    return new LabelTable(columns, rows, notes);
  }

  /** Returns whether a column counts the rows, from 0 or 1. */
  private static boolean isCount(String column, List<Row> rows) {
    return NUMBERS.contains(column.toLowerCase(Locale.ROOT))
        && IntStream.rangeClosed(0, 1)
            .anyMatch(
                first ->
                    IntStream.range(0, rows.size())
                        .allMatch(
                            i ->
                                String.valueOf(i + first).equals(rows.get(i).cells().get(column))));
  }
}
