package emotiontransfer.corpus;

import emotiontransfer.corpus.FolderWalk.Found;
import emotiontransfer.corpus.scheme.ClipPath;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Reject;
import emotiontransfer.corpus.scheme.Scheme;
import emotiontransfer.data.Keyword;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.lang3.StringUtils;
import org.apache.commons.lang3.exception.ExceptionUtils;

/**
 * Takes the clips that a CSV file lists in columns file, subject and emotion, and any others.
 *
 * <p>UTF-8, first row the column names (in any case), cells separated by commas, semicolons or tabs
 * and quoted as RFC 4180 says. Relative paths start from the file's folder.
 */
final class TableScan {

  private static final List<String> REQUIRED = List.of("file", "subject", "emotion");

  /** The name that the feature filters give to the column of the segments. */
  private static final String RESERVED = "bag";

  private static final Pattern FRAME_NUMBER = Pattern.compile("%0?[0-9]*d|[*?]");

  private final Path table;
  private final CorpusSettings settings;
  private final Map<Path, Long> lineByFile = new HashMap<>();

  TableScan(Path table, CorpusSettings settings) {
    this.table = table;
    this.settings = settings;
  }

  /** Returns whether a file in the corpus folder itself is a table, judged by its first row. */
  static boolean isLabelTable(Found found) {
    if (!found.path().folders().isEmpty() || !found.path().extension().equals("csv")) {
      return false;
    }
    try (BufferedReader reader = Files.newBufferedReader(found.file())) {
      return Optional.ofNullable(reader.readLine()).flatMap(TableScan::delimiter).isPresent();
    } catch (IOException e) {
      return false;
    }
  }

  /** Reads the table; {@code around} are the files of its folder, listed in it or not. */
  ScanResult read(String reason, List<Found> around) throws IOException {
    try {
      String text = StringUtils.removeStart(Files.readString(table), "\uFEFF");
      Optional<Character> delimiter = text.lines().findFirst().flatMap(TableScan::delimiter);
      if (delimiter.isEmpty()) {
        throw new IOException(
            named(
                "must have the columns file, subject and emotion in its first row, with commas,"
                    + " semicolons or tabs between the cells."));
      }
      CSVFormat format =
          CSVFormat.DEFAULT
              .builder()
              .setDelimiter(delimiter.get())
              .setIgnoreSurroundingSpaces(true)
              .setTrim(true)
              .setHeader()
              .setSkipHeaderRecord(true)
              .build();
      CSVParser parser = CSVParser.parse(text, format);
      List<String> columns = columns(parser.getHeaderNames());
      List<String> extras = new ArrayList<>(columns);
      extras.removeAll(REQUIRED);
      ScanResult result = new ScanResult(new SchemeChoice(Scheme.CSV, reason), extras);
      for (CSVRecord record : parser) {
        long line = parser.getCurrentLineNumber();
        if (!record.isConsistent()) {
          String rule =
              "has %s cells instead of %s in line %s; put texts with separators in double quotes.";
          throw new IOException(named(rule.formatted(record.size(), columns.size(), line)));
        }
        Map<String, String> cells = new HashMap<>();
        for (int i = 0; i < columns.size(); i++) {
          cells.put(columns.get(i), record.get(i));
        }
        take(cells, line, result);
      }
      for (Found found : around) {
        if (found.path().modality().isPresent() && !lineByFile.containsKey(found.file())) {
          result.passOver("not listed in " + table.getFileName(), found.relative());
        }
      }
      return result;
    } catch (CharacterCodingException e) {
      throw new IOException(named("is not in UTF-8; save it in that encoding."), e);
    } catch (UncheckedIOException | IllegalArgumentException | IllegalStateException e) {
      throw new IOException(
          named("is malformed: " + ExceptionUtils.getRootCause(e).getMessage()), e);
    }
  }

  /** Returns the names of the columns, those that we need in lower case. */
  private List<String> columns(List<String> header) throws IOException {
    List<String> columns = new ArrayList<>();
    for (String name : header) {
      String lower = name.toLowerCase(Locale.ROOT);
      if (lower.equals(RESERVED)) {
        throw new IOException(
            named("has a column '" + name + "', which the filters need; rename it."));
      }
      String column = REQUIRED.contains(lower) ? lower : name;
      if (columns.contains(column)) {
        throw new IOException(
            named("has the column '" + column + "' twice; rename or remove one."));
      }
      columns.add(column);
    }
    return columns;
  }

  private void take(Map<String, String> cells, long line, ScanResult result) {
    String name = cells.remove("file");
    String subject = cells.remove("subject");
    String label = cells.remove("emotion");
    cells.values().removeIf(String::isEmpty);
    Optional<Path> file = resolve(name);
    Long earlier = file.map(path -> lineByFile.putIfAbsent(path, line)).orElse(null);
    Optional<Modality> modality = file.flatMap(TableScan::modality);
    Optional<Emotion> emotion = Emotion.ofLabel(label);
    String path = StringUtils.defaultIfEmpty(name, "(empty cell)");
    BiConsumer<Reject.Kind, String> reject =
        (kind, detail) -> result.reject(path, kind, "line " + line + ": " + detail);
    if (file.isEmpty()) {
      reject.accept(Reject.Kind.MISSING, "there is no such file");
    } else if (earlier != null) {
      reject.accept(Reject.Kind.COPY, "line " + earlier + " lists the same file");
    } else if (modality.isEmpty()) {
      reject.accept(Reject.Kind.NO_MEDIA, "its extension is that of no media format");
    } else if (!settings.modality().kinds().contains(modality.get())) {
      result.passOver("of another modality: " + modality.get().keyword(), name);
    } else if (Files.exists(file.get()) && !Files.isReadable(file.get())) {
      reject.accept(Reject.Kind.UNREADABLE, Reject.LOCKED);
    } else if (subject.isEmpty()) {
      reject.accept(Reject.Kind.SUBJECT, "the cell is empty");
    } else if (emotion.isEmpty()) {
      String labels = Keyword.keywords(Emotion.class);
      reject.accept(Reject.Kind.EMOTION, "'" + label + "' is none of " + labels);
    } else {
      String prefixed = settings.prefix(Scheme.CSV) + subject;
      result.clips.add(new Clip(file.get(), name, modality.get(), prefixed, emotion.get(), cells));
    }
  }

  /** Finds a file also where the table was written on Windows and is read elsewhere. */
  private Optional<Path> resolve(String cell) {
    for (String spelling : List.of(cell, cell.replace('\\', '/'))) {
      try {
        Path file = table.toAbsolutePath().resolveSibling(spelling).normalize();
        if (!spelling.isEmpty() && (Files.isRegularFile(file) || isRowOfFrames(file))) {
          return Optional.of(file);
        }
      } catch (InvalidPathException e) {
        // A text that cannot be a path on this system names no file.
        continue;
      }
    }
    return Optional.empty();
  }

  /** A folder, or a pattern such as {@code f%04d.png}, stands for the frames of a clip. */
  private static boolean isRowOfFrames(Path file) {
    return Files.isDirectory(file)
        || FRAME_NUMBER.matcher(String.valueOf(file.getFileName())).find()
            && Files.isDirectory(file.toAbsolutePath().getParent());
  }

  private static Optional<Modality> modality(Path file) {
    return Files.isRegularFile(file)
        ? ClipPath.of(file.getFileName()).modality()
        : Optional.of(Modality.VIDEO);
  }

  /** Finds the separator with which the first row has the columns that we need. */
  private static Optional<Character> delimiter(String header) {
    String names = header.replaceAll("[\uFEFF\"]", "").strip().toLowerCase(Locale.ROOT);
    return Stream.of(',', ';', '\t')
        .filter(one -> List.of(names.split(" *" + one + " *")).containsAll(REQUIRED))
        .findFirst();
  }

  private String named(String what) {
    return "CSV file '" + table + "' " + what;
  }
}
