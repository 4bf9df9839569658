package emotiontransfer.corpus;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file with the columns file, subject and emotion, and any others.
 *
 * <p>UTF-8, first row the column names (in any case), cells separated by commas, semicolons or tabs
 * and quoted as RFC 4180 says.
 *
 * @param path of the CSV file
 * @param extraColumns the other columns, in the file's order
 * @param rows in the file's order
 */
record LabelTable(Path path, List<String> extraColumns, List<Row> rows) {

  /**
   * A row; all cells are without the blanks around them.
   *
   * @param line where the row ends in the file, counted from 1
   * @param extras value by column, without the empty ones
   */
  record Row(long line, String file, String subject, String emotion, Map<String, String> extras) {}

  private static final String FILE = "file";
  private static final String SUBJECT = "subject";
  private static final String EMOTION = "emotion";
  private static final List<String> REQUIRED = List.of(FILE, SUBJECT, EMOTION);

  /** The name that the feature filters give to the column of the segments. */
  private static final String RESERVED = "bag";

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  /**
   * Returns whether a file is such a table, judged by its first row.
   *
   * @throws IOException if it cannot be read
   */
  static boolean isLabelTable(Path path) throws IOException {
    try {
      return delimiter(path).isPresent();
    } catch (CharacterCodingException e) {
      return false;
    }
  }

  /**
   * Reads a table.
   *
   * @throws IOException if it cannot be read or is no such table; the message says what is wrong
   */
  static LabelTable read(Path path) throws IOException {
    try {
      return parse(
          path,
          delimiter(path)
              .orElseThrow(
                  () ->
                      problem(
                          path,
                          "must have the columns file, subject and emotion in its first row, with"
                              + " commas, semicolons or tabs between the cells.")));
    } catch (CharacterCodingException e) {
      throw new IOException(notUtf8(path), e);
    } catch (UncheckedIOException e) {
      throw e.getCause() instanceof CharacterCodingException
          ? new IOException(notUtf8(path), e)
          : malformed(path, e.getCause());
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw malformed(path, e);
    }
  }

  private static LabelTable parse(Path path, char delimiter) throws IOException {
    CSVFormat format = format(delimiter).builder().setHeader().setSkipHeaderRecord(true).build();
    try (BufferedReader reader = open(path);
        CSVParser parser = format.parse(reader)) {
      Map<String, String> columns = columns(path, parser.getHeaderNames());
      List<Row> rows = new ArrayList<>();
      for (CSVRecord record : parser) {
        rows.add(row(path, record, parser.getCurrentLineNumber(), columns));
      }
      List<String> extras = new ArrayList<>(columns.keySet());
      extras.removeAll(REQUIRED);
      return new LabelTable(path, List.copyOf(extras), List.copyOf(rows));
    }
  }

  /** Maps our names of the columns to those of the file; the others keep their names. */
  private static Map<String, String> columns(Path path, List<String> header) throws IOException {
    Map<String, String> columns = new LinkedHashMap<>();
    for (String name : header) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.equals(RESERVED)) {
        throw problem(path, "has a column '" + name + "', which the filters need; rename it.");
      }
      String ours = REQUIRED.contains(lower) ? lower : name;
      if (columns.put(ours, name) != null) {
        throw problem(path, "has the column '" + ours + "' twice; rename or remove one.");
      }
    }
    return columns;
  }

  private static Row row(Path path, CSVRecord record, long line, Map<String, String> columns)
      throws IOException {
    if (!record.isConsistent()) {
      throw problem(
          path,
          "has %s cells instead of %s in line %s; put texts with separators in double quotes."
              .formatted(record.size(), columns.size(), line));
    }
    Map<String, String> cells = new LinkedHashMap<>();
    columns.forEach((ours, theirs) -> cells.put(ours, record.get(theirs)));
    String file = cells.remove(FILE);
    String subject = cells.remove(SUBJECT);
    String emotion = cells.remove(EMOTION);
    cells.values().removeIf(String::isEmpty);
    return new Row(line, file, subject, emotion, cells);
  }

  /** Finds the separator with which the first row has the columns that we need. */
  private static Optional<Character> delimiter(Path path) throws IOException {
    try (BufferedReader reader = open(path)) {
      String header = reader.readLine();
      return Stream.of(',', ';', '\t')
          .filter(delimiter -> header != null && names(header, delimiter).containsAll(REQUIRED))
          .findFirst();
    }
  }

  private static List<String> names(String header, char delimiter) {
    List<String> names = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(header, format(delimiter))) {
      parser.forEach(row -> row.forEach(name -> names.add(name.toLowerCase(Locale.ROOT))));
      return names;
    } catch (IOException | UncheckedIOException | IllegalStateException e) {
      // A quote that does not belong to this separator: it is not the one.
      return List.of();
    }
  }

  private static CSVFormat format(char delimiter) {
    return CSVFormat.RFC4180
        .builder()
        .setDelimiter(delimiter)
        .setIgnoreSurroundingSpaces(true)
        .setIgnoreEmptyLines(true)
        .setTrim(true)
        .build();
  }

  /** Opens the file behind the mark that Windows programs put at its start. */
  private static BufferedReader open(Path path) throws IOException {
    BufferedReader reader = Files.newBufferedReader(path);
    try {
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      return reader;
    } catch (IOException e) {
      reader.close();
      throw e;
    }
  }

  private static IOException problem(Path path, String what) {
    return new IOException("CSV file '" + path + "' " + what);
  }

  private static String notUtf8(Path path) {
    return "CSV file '" + path + "' is not in UTF-8; save it in that encoding.";
  }

  private static IOException malformed(Path path, Exception cause) {
    return new IOException("CSV file '" + path + "' is malformed: " + cause.getMessage(), cause);
  }
}
