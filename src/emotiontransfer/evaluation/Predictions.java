package emotiontransfer.evaluation;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.file.InputFile;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
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
 * @param subjects the decisions on the clips of each subject
 */
public record Predictions(List<String> labels, Map<String, ConfusionMatrix> subjects) {

  private static final String PROBABILITY = "prob_";
  private static final String SUBJECT = "subject";
  private static final String ACTUAL = "actual";
  private static final String PREDICTED = "predicted";
  private static final String REMEDY =
      "; LeaveOneSubjectOutEvaluation -predictions FILE writes one.";

  /** Returns the name of an evaluation: that of its file without the extension. */
  public static String name(File file) {
    return StringUtils.removeEnd(file.getName(), ".csv");
  }

  /** Reads a CSV file; the message of an exception is a sentence with the reason. */
  public static Predictions read(File file) throws IOException {
    InputFile.require(file.toPath(), "Predictions file");
    CSVFormat format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).build();
    try (CSVParser parser = CSVParser.parse(file.toPath(), StandardCharsets.UTF_8, format)) {
      return read(parser.getHeaderNames(), parser.getRecords());
    } catch (IOException | IllegalArgumentException | UncheckedIOException e) {
      throw new IOException("'" + file + "' is no predictions file: " + e.getMessage() + REMEDY, e);
    }
  }

  private static Predictions read(List<String> header, List<CSVRecord> records) {
    for (String column : List.of(SUBJECT, ACTUAL, PREDICTED)) {
      isTrue(header.contains(column), "it has no column '%s'", column);
    }
    Set<String> labels = new LinkedHashSet<>();
    header.stream()
        .filter(column -> column.startsWith(PROBABILITY))
        .forEach(column -> labels.add(column.substring(PROBABILITY.length())));
    for (CSVRecord record : records) {
      isTrue(record.isConsistent(), "line %s is incomplete", record.getRecordNumber() + 1);
      labels.addAll(List.of(record.get(ACTUAL), record.get(PREDICTED)));
    }
    // What stands where there is no label.
    labels.removeAll(Set.of("", "?"));
    List<String> order = List.copyOf(labels);
    ConfusionMatrix none = ConfusionMatrix.none(order.size());
    Map<String, ConfusionMatrix> subjects = new LinkedHashMap<>();
    for (CSVRecord record : records) {
      int truth = order.indexOf(record.get(ACTUAL));
      isTrue(truth >= 0, "line %s has no true label", record.getRecordNumber() + 1);
      int predicted = order.indexOf(record.get(PREDICTED));
      ConfusionMatrix before = subjects.getOrDefault(record.get(SUBJECT), none);
      subjects.put(record.get(SUBJECT), before.plus(truth, predicted, 1));
    }
    return new Predictions(order, subjects);
  }

  /** Returns the decisions on all clips. */
  public ConfusionMatrix confusion() {
    return subjects.values().stream().reduce(none(), ConfusionMatrix::plus);
  }

  /** Returns the decisions on the clips of a subject, who may have none. */
  public ConfusionMatrix of(String subject) {
    return subjects.getOrDefault(subject, none());
  }

  private ConfusionMatrix none() {
    return ConfusionMatrix.none(labels.size());
  }
}
