package emotiontransfer.study;

import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.converters.CSVLoader;

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
  private static final int COLUMNS = 5;

  /**
   * The decision on one clip.
   *
   * @param subject speaker, empty if unknown
   * @param actual index of the true class
   * @param predicted index of the decision, -1 where the classifier made none
   */
  record Row(String subject, int actual, int predicted) {}

  Predictions {
    labels = List.copyOf(labels);
    rows = List.copyOf(rows);
  }

  /**
   * Reads a file.
   *
   * @param file CSV
   * @return its decisions
   * @throws IOException if the file cannot be read or is not such a table, saying what is amiss
   */
  static Predictions read(File file) throws IOException {
    if (!file.isFile()) {
      throw new IOException(
          "There is no predictions file '"
              + file
              + "'; LeaveOneSubjectOutEvaluation -predictions FILE writes one.");
    }
    CSVLoader loader = new CSVLoader();
    loader.setStringAttributes("1");
    loader.setNominalAttributes("2-5");
    loader.setSource(file);
    Instances table = loader.getDataSet();
    Attribute actual = column(table, "actual", file);
    Attribute predicted = column(table, "predicted", file);
    Attribute subject = column(table, "subject", file);
    List<String> labels = labels(table, actual, predicted);
    List<Row> rows = new ArrayList<>();
    for (Instance instance : table) {
      int truth = labels.indexOf(text(instance, actual));
      if (truth < 0) {
        throw new IOException("Row " + (rows.size() + 1) + " of '" + file + "' has no true label.");
      }
      int decision = labels.indexOf(text(instance, predicted));
      rows.add(new Row(text(instance, subject), truth, decision));
    }
    return new Predictions(labels, rows);
  }

  private static Attribute column(Instances table, String name, File file) throws IOException {
    Attribute attribute = table.attribute(name);
    if (attribute == null || table.numAttributes() < COLUMNS) {
      throw new IOException(
          "'"
              + file
              + "' is no predictions file: it has no column '"
              + name
              + "'; LeaveOneSubjectOutEvaluation -predictions FILE writes one.");
    }
    return attribute;
  }

  private static String text(Instance instance, Attribute attribute) {
    if (instance.isMissing(attribute)) {
      return "";
    }
    return attribute.isNumeric()
        ? weka.core.Utils.doubleToString(instance.value(attribute), 6)
        : instance.stringValue(attribute);
  }

  private static List<String> labels(Instances table, Attribute actual, Attribute predicted) {
    Set<String> labels = new LinkedHashSet<>();
    for (int i = 0; i < table.numAttributes(); i++) {
      String name = table.attribute(i).name();
      if (name.startsWith(PROBABILITY)) {
        labels.add(name.substring(PROBABILITY.length()));
      }
    }
    for (Instance instance : table) {
      labels.add(text(instance, actual));
      labels.add(text(instance, predicted));
    }
    labels.remove("");
    return List.copyOf(labels);
  }

  /** Returns the confusion matrix of the clips with a decision. */
  Confusion confusion() {
    int[][] counts = new int[labels.size()][labels.size()];
    for (Row row : rows) {
      if (row.predicted() >= 0) {
        counts[row.actual()][row.predicted()]++;
      }
    }
    return new Confusion(labels, counts);
  }

  /** Returns the decisions on the clips of one subject. */
  Predictions of(String subject) {
    return new Predictions(
        labels, rows.stream().filter(row -> row.subject().equals(subject)).toList());
  }

  /** Returns the number of clips without a decision. */
  int undecided() {
    return (int) rows.stream().filter(row -> row.predicted() < 0).count();
  }

  /** Returns the number of different subjects. */
  int subjects() {
    return (int) rows.stream().map(Row::subject).distinct().count();
  }
}
