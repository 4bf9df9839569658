package emotiontransfer.weka.evaluation;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weka.classifiers.evaluation.UnweightedAveragePrecision;
import weka.classifiers.evaluation.UnweightedAverageRecall;
import weka.classifiers.evaluation.WeightedAverageRecall;
import weka.core.Attribute;

/** The confusion matrix of a run, summed over its folds. */
public final class PooledConfusion {

  private static final List<String> COLUMNS =
      List.of("Folds_pooled", "Folds", "Actual", "Predicted", "Count");

  private final Attribute classAttribute;
  private final double[][] counts;
  private int folds;

  /**
   * Starts with an empty matrix.
   *
   * @param classAttribute names the classes
   */
  public PooledConfusion(Attribute classAttribute) {
    this.classAttribute = classAttribute;
    this.counts = new double[classAttribute.numValues()][classAttribute.numValues()];
  }

  /**
   * Adds a fold.
   *
   * @param fold weights of its test clips, {@code [actual][predicted]}
   */
  public void add(double[][] fold) {
    for (int actual = 0; actual < fold.length; actual++) {
      for (int predicted = 0; predicted < fold.length; predicted++) {
        counts[actual][predicted] += fold[actual][predicted];
      }
    }
    folds++;
  }

  /** Returns the number of folds that were added: 0 or more. */
  public int folds() {
    return folds;
  }

  /**
   * Names the three metrics and their values.
   *
   * @return for example {@code WAR 0.7104, UAR 0.6950, UAP 0.7021}
   */
  public String metrics() {
    return "WAR %.4f, UAR %.4f, UAP %.4f"
        .formatted(
            WeightedAverageRecall.of(counts),
            UnweightedAverageRecall.of(counts),
            UnweightedAveragePrecision.of(counts));
  }

  /**
   * Appends this matrix to a file, one line for each pair of an actual and a predicted class.
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
    for (int actual = 0; actual < counts.length; actual++) {
      for (int predicted = 0; predicted < counts.length; predicted++) {
        List<Object> row = new ArrayList<>(key);
        row.addAll(List.of(folds, allFolds, classAttribute.value(actual)));
        row.addAll(List.of(classAttribute.value(predicted), counts[actual][predicted]));
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
    text.append("Columns: ").append(String.join(", ", labels())).append(System.lineSeparator());
    for (int actual = 0; actual < counts.length; actual++) {
      text.append(classAttribute.value(actual)).append(": ");
      text.append(CsvFile.row(Arrays.stream(counts[actual]).boxed().toList()));
      text.append(System.lineSeparator());
    }
    return text.toString();
  }

  private List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (int label = 0; label < counts.length; label++) {
      labels.add(classAttribute.value(label));
    }
    return labels;
  }
}
