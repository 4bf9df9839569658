package emotiontransfer.study;

import emotiontransfer.evaluation.ConfusionMatrix;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.apache.commons.lang3.StringUtils;

/**
 * The decisions of an evaluation, as {@code LeaveOneSubjectOutEvaluation -predictions} writes them:
 * a CSV file with the columns file, subject, fold, actual, predicted and one {@code prob_LABEL} per
 * class.
 *
 * @param labels class labels in the order of the classifier
 * @param rows one per clip
 */
record Predictions(List<String> labels, List<Row> rows) {

  private static final String PROBABILITY = "prob_";
  private static final String SUBJECT = "subject";
  private static final String ACTUAL = "actual";
  private static final String PREDICTED = "predicted";

  private static final String REMEDY =
      "; LeaveOneSubjectOutEvaluation -predictions FILE writes one.";

  /** What stands where there is no label. */
  private static final Set<String> UNKNOWN = Set.of("", "?");

  /**
   * The decision on one clip.
   *
   * @param subject empty if unknown
   * @param actual index of the true class
   * @param predicted index of the decision, -1 where the classifier made none
   */
  record Row(String subject, int actual, int predicted) {}

  /** Returns the name of an evaluation: that of its file without the extension. */
  static String name(File file) {
    return StringUtils.removeEnd(file.getName(), ".csv");
  }

  /**
   * Reads a CSV file.
   *
   * @throws IOException if the file cannot be read or is not such a table, with the reason
   */
  static Predictions read(File file) throws IOException {
    if (!file.isFile()) {
      throw new IOException("There is no predictions file '" + file + "'" + REMEDY);
    }
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    try (CSVParser parser = CSVParser.parse(file.toPath(), StandardCharsets.UTF_8, format)) {
      return read(parser.getHeaderNames(), parser.getRecords());
    } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
      throw new IOException("'" + file + "' is no predictions file: " + e.getMessage() + REMEDY, e);
    }
  }

  private static Predictions read(List<String> header, List<CSVRecord> records) throws IOException {
    for (String column : List.of(SUBJECT, ACTUAL, PREDICTED)) {
      if (!header.contains(column)) {
        throw new IOException("it has no column '" + column + "'");
      }
    }
    Set<String> labels = new LinkedHashSet<>();
    header.stream()
        .filter(column -> column.startsWith(PROBABILITY))
        .forEach(column -> labels.add(column.substring(PROBABILITY.length())));
    for (CSVRecord record : records) {
      if (!record.isConsistent()) {
        throw new IOException("line " + (record.getRecordNumber() + 1) + " is incomplete");
      }
      labels.addAll(List.of(record.get(ACTUAL), record.get(PREDICTED)));
    }
    labels.removeAll(UNKNOWN);
    List<String> order = List.copyOf(labels);
    List<Row> rows = new ArrayList<>();
    for (CSVRecord record : records) {
      int truth = order.indexOf(record.get(ACTUAL));
      if (truth < 0) {
        throw new IOException("line " + (record.getRecordNumber() + 1) + " has no true label");
      }
      rows.add(new Row(record.get(SUBJECT), truth, order.indexOf(record.get(PREDICTED))));
    }
    return new Predictions(order, rows);
  }

  /** Returns the confusion matrix, by the order of the labels. */
  ConfusionMatrix confusion() {
    ConfusionMatrix.Counter counter = new ConfusionMatrix.Counter(labels.size());
    rows.forEach(row -> counter.add(row.actual(), row.predicted(), 1));
    return counter.matrix();
  }

  /** Returns the decisions on the clips of one subject. */
  Predictions of(String subject) {
    return new Predictions(
        labels, rows.stream().filter(row -> row.subject().equals(subject)).toList());
  }

  /** Returns the different subjects. */
  List<String> subjects() {
    return rows.stream().map(Row::subject).distinct().toList();
  }
}
