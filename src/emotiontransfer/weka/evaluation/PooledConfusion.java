package emotiontransfer.weka.evaluation;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.weka.table.ClipTable;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import weka.core.Attribute;

/** The confusion matrix of a run, summed over its folds. */
public final class PooledConfusion {

  private static final List<String> COLUMNS =
      List.of("Folds_pooled", "Folds", "Actual", "Predicted", "Count");

  private final List<String> labels;
  private ConfusionMatrix confusion;
  private int folds;

  /** Starts with an empty matrix of a nominal class. */
  public PooledConfusion(Attribute classAttribute) {
    this.labels = ClipTable.labels(classAttribute);
    this.confusion = new ConfusionMatrix.Counter(labels.size()).matrix();
  }

  /** Adds a fold's test clips. */
  public void add(ConfusionMatrix fold) {
    confusion = confusion.plus(fold);
    folds++;
  }

  /** Returns the number of folds that were added. */
  public int folds() {
    return folds;
  }

  /**
   * Returns the metrics, for example {@code WAR 0.7104, UAR 0.6950, UAP 0.7021}, and a sentence on
   * undecided clips.
   */
  public String metrics() {
    String metrics =
        String.format(
            Locale.ROOT,
            "WAR %.4f, UAR %.4f, UAP %.4f",
            confusion.war(),
            confusion.uar(),
            confusion.uap());
    String undecided = confusion.undecidedNote();
    return undecided.isEmpty() ? metrics : metrics + ". " + undecided;
  }

  /**
   * Appends this matrix to a comma-separated file, one line for each pair of an actual and a
   * predicted class, {@code ?} for undecided clips where there are some.
   *
   * @param begin whether the file begins anew, with a header
   * @param key what identifies the run
   * @param allFolds number of folds that the run has
   */
  public void append(
      File file, boolean begin, List<String> keyNames, List<Object> key, int allFolds)
      throws IOException {
    List<List<?>> lines = new ArrayList<>();
    if (begin) {
      lines.add(Stream.concat(keyNames.stream(), COLUMNS.stream()).toList());
    }
    double[][] counts = confusion.rows();
    List<String> columns = confusion.columns(labels);
    for (int actual = 0; actual < counts.length; actual++) {
      for (int predicted = 0; predicted < columns.size(); predicted++) {
        List<Object> row = new ArrayList<>(key);
        row.addAll(List.of(folds, allFolds, labels.get(actual)));
        row.addAll(List.of(columns.get(predicted), counts[actual][predicted]));
        lines.add(row);
      }
    }
    CsvFile.write(file.toPath(), begin, lines);
  }

  /** Returns the metrics and the matrix as text, a line for each actual class. */
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    text.append("Pooled over %s folds: %s%n".formatted(folds, metrics()));
    text.append("Columns: %s%n".formatted(String.join(", ", confusion.columns(labels))));
    for (int actual = 0; actual < confusion.classes(); actual++) {
      List<Double> counts = Arrays.stream(confusion.rows()[actual]).boxed().toList();
      text.append("%s: %s%n".formatted(labels.get(actual), CsvFile.row(counts)));
    }
    return text.toString();
  }
}
