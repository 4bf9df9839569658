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
   * @param file path of the clip
   * @param subject who is heard or seen
   * @param emotion label
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
  private static final char[] DELIMITERS = {',', ';', '\t'};

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
      Optional<Character> delimiter = delimiter(path);
      if (delimiter.isEmpty()) {
        throw new IOException(
            "CSV file '"
                + path
                + "' must have the columns file, subject and emotion in its first row, with commas,"
                + " semicolons or tabs between the cells.");
      }
      return parse(path, delimiter.get());
    } catch (CharacterCodingException e) {
      throw notUtf8(path, e);
    } catch (UncheckedIOException e) {
      if (e.getCause() instanceof CharacterCodingException) {
        throw notUtf8(path, e);
      }
      throw malformed(path, e.getCause());
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
        throw new IOException(
            "CSV file '"
                + path
                + "' has a column '"
                + name
                + "', which the filters need; rename it.");
      }
      String ours = REQUIRED.contains(lower) ? lower : name;
      if (columns.put(ours, name) != null) {
        throw new IOException(
            "CSV file '" + path + "' has the column '" + ours + "' twice; rename or remove one.");
      }
    }
    return columns;
  }

  private static Row row(Path path, CSVRecord record, long line, Map<String, String> columns)
      throws IOException {
    if (!record.isConsistent()) {
      throw new IOException(
          "CSV file '"
              + path
              + "' has "
              + record.size()
              + " cells instead of "
              + columns.size()
              + " in line "
              + line
              + "; put texts with separators in double quotes.");
    }
    Map<String, String> extras = new LinkedHashMap<>();
    for (Map.Entry<String, String> column : columns.entrySet()) {
      String cell = record.get(column.getValue());
      if (!REQUIRED.contains(column.getKey()) && !cell.isEmpty()) {
        extras.put(column.getKey(), cell);
      }
    }
    return new Row(
        line,
        record.get(columns.get(FILE)),
        record.get(columns.get(SUBJECT)),
        record.get(columns.get(EMOTION)),
        extras);
  }

  /** Finds the separator with which the first row has the columns that we need. */
  private static Optional<Character> delimiter(Path path) throws IOException {
    String header;
    try (BufferedReader reader = open(path)) {
      header = reader.readLine();
    }
    for (char delimiter : DELIMITERS) {
      if (header != null && names(header, delimiter).containsAll(REQUIRED)) {
        return Optional.of(delimiter);
      }
    }
    return Optional.empty();
  }

  private static List<String> names(String header, char delimiter) throws IOException {
    List<String> names = new ArrayList<>();
    try (CSVParser parser = CSVParser.parse(header, format(delimiter))) {
      for (CSVRecord record : parser) {
        record.forEach(name -> names.add(name.toLowerCase(Locale.ROOT)));
      }
    } catch (UncheckedIOException | IllegalStateException e) {
      // A quote that does not belong to this separator: it is not the one.
      return List.of();
    }
    return names;
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
    boolean opened = false;
    try {
      reader.mark(1);
      if (reader.read() != BYTE_ORDER_MARK) {
        reader.reset();
      }
      opened = true;
      return reader;
    } finally {
      if (!opened) {
        reader.close();
      }
    }
  }

  private static IOException notUtf8(Path path, Exception cause) {
    return new IOException(
        "CSV file '" + path + "' is not in UTF-8; save it in that encoding.", cause);
  }

  private static IOException malformed(Path path, Exception cause) {
    return new IOException("CSV file '" + path + "' is malformed: " + cause.getMessage(), cause);
  }
}
