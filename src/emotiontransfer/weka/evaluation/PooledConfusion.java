package emotiontransfer.weka.evaluation;

import emotiontransfer.evaluation.ConfusionMatrix;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import weka.core.Attribute;

/** The confusion matrix of a run, summed over its folds. */
public final class PooledConfusion {

  private static final List<String> COLUMNS =
      List.of("Folds_pooled", "Folds", "Actual", "Predicted", "Count");

  private final Attribute classAttribute;
  private ConfusionMatrix confusion;
  private int folds;

  /**
   * Starts with an empty matrix.
   *
   * @param classAttribute names the classes
   */
  public PooledConfusion(Attribute classAttribute) {
    this.classAttribute = classAttribute;
    this.confusion = new ConfusionMatrix.Counter(classAttribute.numValues()).matrix();
  }

  /** Adds a fold's test clips. */
  public void add(ConfusionMatrix fold) {
    confusion = confusion.plus(fold);
    folds++;
  }

  /** Returns the number of folds that were added: 0 or more. */
  public int folds() {
    return folds;
  }

  /**
   * Names the three metrics and their values.
   *
   * @return for example {@code WAR 0.7104, UAR 0.6950, UAP 0.7021}, and a sentence on undecided
   *     clips
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
   * Appends this matrix to a file, one line for each pair of an actual and a predicted class,
   * {@code ?} for undecided clips where there are some.
   *
   * @param file comma-separated; begun anew with a header where {@code begin} is set
   * @param begin whether this is the first matrix in the file
   * @param keyNames names of what identifies the run
   * @param key what identifies the run
   * @param allFolds number of folds that the run has
   * @throws IOException if the file cannot be written
   */
  public void append(
      File file, boolean begin, List<String> keyNames, List<String> key, int allFolds)
      throws IOException {
    List<String> lines = new ArrayList<>();
    if (begin) {
      List<String> header = new ArrayList<>(keyNames);
      header.addAll(COLUMNS);
      lines.add(CsvFile.row(header));
    }
    double[][] counts = confusion.rows();
    List<String> columns = confusion.columns(labels());
    for (int actual = 0; actual < counts.length; actual++) {
      for (int predicted = 0; predicted < columns.size(); predicted++) {
        List<Object> row = new ArrayList<>(key);
        row.addAll(List.of(folds, allFolds, classAttribute.value(actual)));
        row.addAll(List.of(columns.get(predicted), counts[actual][predicted]));
        lines.add(CsvFile.row(row));
      }
    }
    OpenOption[] options =
        begin
            ? new OpenOption[] {
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE,
              StandardOpenOption.TRUNCATE_EXISTING
            }
            : new OpenOption[] {StandardOpenOption.APPEND};
    Files.write(file.toPath(), lines, options);
  }

  /** Returns the metrics and the matrix as text, a line for each actual class. */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder("Pooled over %d folds: %s%n".formatted(folds, metrics()));
    text.append("Columns: ")
        .append(String.join(", ", confusion.columns(labels())))
        .append(System.lineSeparator());
    for (int actual = 0; actual < confusion.classes(); actual++) {
      text.append(classAttribute.value(actual)).append(": ");
      text.append(CsvFile.row(Arrays.stream(confusion.rows()[actual]).boxed().toList()));
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  private List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (int label = 0; label < confusion.classes(); label++) {
      labels.add(classAttribute.value(label));
    }
    return labels;
  }
}
