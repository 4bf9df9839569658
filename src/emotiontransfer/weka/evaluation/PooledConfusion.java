package emotiontransfer.weka.evaluation;

import emotiontransfer.evaluation.ConfusionMatrix;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * The confusion matrix of a run, summed over its folds.
 *
 * @param folds number of folds that were done
 */
record PooledConfusion(ConfusionMatrix confusion, List<String> labels, int folds) {

  private static final List<String> COLUMNS =
      List.of("Folds_pooled", "Folds", "Actual", "Predicted", "Count");

  /** Returns the metrics, and a sentence on undecided clips. */
  String metrics() {
    String undecided = confusion.undecidedNote();
    return confusion.figures() + (undecided.isEmpty() ? "" : ". " + undecided);
  }

  /**
   * Appends this matrix to a comma-separated file, one line for each pair of an actual and a
   * predicted class, {@code ?} for undecided clips where there are some.
   *
   * @param begin whether the file begins anew, with a header
   * @param key what identifies the run
   * @param allFolds number of folds that the run has
   */
  void append(File file, boolean begin, List<String> keyNames, List<Object> key, int allFolds)
      throws IOException {
    List<List<?>> lines = new ArrayList<>();
    if (begin) {
      lines.add(Stream.concat(keyNames.stream(), COLUMNS.stream()).toList());
    }
    List<List<Object>> table = confusion.table(labels);
    for (List<Object> row : table.subList(1, table.size())) {
      for (int column = 1; column < row.size(); column++) {
        List<Object> line = new ArrayList<>(key);
        line.addAll(List.of(folds, allFolds, row.get(0)));
        line.addAll(List.of(table.get(0).get(column), row.get(column)));
        lines.add(line);
      }
    }
    CsvFile.write(file.toPath(), begin, lines);
  }

  /** Returns the metrics and the matrix as text, a line for each actual class. */
  @Override
  public String toString() {
    List<List<Object>> table = confusion.table(labels);
    StringBuilder text =
        new StringBuilder("Pooled over %s folds: %s%n".formatted(folds, metrics()));
    List<Object> header = table.remove(0);
    text.append(
        "Columns: %s%n".formatted(StringUtils.join(header.subList(1, header.size()), ", ")));
    for (List<Object> row : table) {
      String counts = CsvFile.row(row.subList(1, row.size()));
      text.append("%s: %s%n".formatted(row.get(0), counts));
    }
    return text.toString();
  }
}
