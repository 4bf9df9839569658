package emotiontransfer.study.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** The text of a fold's file: lines of CSV, each beginning with what it tells. */
final class FoldFile {

  private static final CSVFormat FORMAT =
      CSVFormat.RFC4180.builder().setRecordSeparator('\n').build();

  private static final String FOLD = "fold";
  private static final String KEY = "key";
  private static final String RESULT = "result";
  private static final String CLIP = "clip";
  private static final String CURVE = "curve";
  private static final String END = "end";

  /** Columns of a clip's line before its probabilities. */
  private static final int CLIP_COLUMNS = 7;

  private FoldFile() {}

  /** Returns the text of a record. */
  static String text(FoldRecord record) {
    List<String> lines = new ArrayList<>();
    lines.add(line(FOLD, record.fold(), record.seconds()));
    lines.add(line(KEY, record.key().toArray()));
    lines.add(line(RESULT, record.result().toArray()));
    for (CurvePoint point : record.curve()) {
      lines.add(
          line(
              CURVE,
              Stream.concat(Stream.of(point.generation()), point.hits().stream()).toArray()));
    }
    for (ClipResult clip : record.clips()) {
      Stream<Object> head =
          Stream.of(
              clip.file(),
              clip.subject(),
              clip.actual(),
              clip.predicted(),
              clip.segments(),
              clip.segmentHits());
      lines.add(line(CLIP, Stream.concat(head, clip.probabilities().stream()).toArray()));
    }
    lines.add(line(END));
    return String.join("\n", lines) + "\n";
  }

  private static String line(String kind, Object... values) {
    return FORMAT.format(Stream.concat(Stream.of(kind), Stream.of(values)).toArray());
  }

  /**
   * Reads a record.
   *
   * @throws IOException if the file is not whole or not such a file
   */
  static FoldRecord read(Path file) throws IOException {
    List<CSVRecord> lines;
    try (CSVParser parser = CSVParser.parse(file, StandardCharsets.UTF_8, FORMAT)) {
      lines = parser.getRecords();
    }
    boolean whole = !lines.isEmpty() && lines.get(lines.size() - 1).get(0).equals(END);
    if (!whole || !lines.get(0).get(0).equals(FOLD)) {
      throw new IOException("'" + file + "' is not a whole fold of a study; delete it.");
    }
    try {
      return record(lines);
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new IOException("'" + file + "' is not a fold of a study; delete it.", e);
    }
  }

  private static FoldRecord record(List<CSVRecord> lines) {
    List<ClipResult> clips = new ArrayList<>();
    List<CurvePoint> curve = new ArrayList<>();
    List<String> key = List.of();
    List<String> result = List.of();
    for (CSVRecord line : lines) {
      List<String> values = line.toList();
      List<String> rest = values.subList(1, values.size());
      switch (values.get(0)) {
        case KEY -> key = rest;
        case RESULT -> result = rest;
        case CURVE -> curve.add(point(rest));
        case CLIP -> clips.add(clip(values));
        default -> {
          // The first line and the last.
        }
      }
    }
    CSVRecord first = lines.get(0);
    return new FoldRecord(
        first.get(1), clips, curve, key, result, Double.parseDouble(first.get(2)));
  }

  private static CurvePoint point(List<String> values) {
    List<Integer> numbers = values.stream().map(Integer::valueOf).toList();
    return new CurvePoint(numbers.get(0), numbers.subList(1, numbers.size()));
  }

  private static ClipResult clip(List<String> values) {
    return new ClipResult(
        values.get(1),
        values.get(2),
        Integer.parseInt(values.get(3)),
        Integer.parseInt(values.get(4)),
        Integer.parseInt(values.get(5)),
        Integer.parseInt(values.get(6)),
        values.subList(CLIP_COLUMNS, values.size()).stream().map(Double::valueOf).toList());
  }
}
