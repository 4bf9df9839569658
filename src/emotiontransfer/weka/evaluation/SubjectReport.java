package emotiontransfer.weka.evaluation;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.weka.table.ClipTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import weka.classifiers.Classifier;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.Utils;

/** Writes what a {@link SubjectWiseEvaluation} found, as text and as comma-separated files. */
public final class SubjectReport {

  private final SubjectWiseEvaluation evaluation;
  private final SubjectFolds folds;
  private final Instances table;
  private final Attribute classAttribute;

  /**
   * Prepares the report.
   *
   * @param evaluation finished
   */
  public SubjectReport(SubjectWiseEvaluation evaluation) {
    this.evaluation = evaluation;
    this.folds = evaluation.folds();
    this.table = folds.table();
    this.classAttribute = table.classAttribute();
  }

  /**
   * Returns what was evaluated and how.
   *
   * @param scheme as the user gave it
   * @return lines of text
   */
  public String header(Classifier scheme) {
    String options =
        scheme instanceof OptionHandler handler ? Utils.joinOptions(handler.getOptions()) : "";
    StringBuilder text = new StringBuilder("=== Run information ===\n\n");
    line(text, "Scheme", scheme.getClass().getName() + " " + options);
    line(text, "Relation", table.relationName());
    line(text, "Clips", clipCounts());
    line(text, "Subject", "attribute '" + table.attribute(folds.subjectIndex()).name() + "'");
    line(text, "Hidden", evaluation.hiddenAttributes());
    line(text, "Protocol", folds.protocol());
    return text.toString();
  }

  private String clipCounts() {
    int unlabelled = table.numInstances() - folds.numClips();
    return folds.numClips()
        + (unlabelled == 0 ? "" : " (and " + unlabelled + " without a class, left out)");
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(Utils.padRight(name + ":", 14)).append(value.strip()).append('\n');
  }

  /**
   * Returns Weka's usual output, pooled over all folds.
   *
   * @return summary, details by class, confusion matrix
   * @throws Exception if the evaluation cannot be written
   */
  public String pooled() throws Exception {
    String pooledOver = ", pooled over " + folds.folds().size() + " folds";
    return evaluation.pooled().toSummaryString("=== Summary" + pooledOver + " ===\n", false)
        + "\n"
        + evaluation.pooled().toClassDetailsString("=== Detailed accuracy by class ===\n")
        + "\n"
        + evaluation.pooled().toMatrixString("=== Confusion matrix" + pooledOver + " ===\n");
  }

  /**
   * Returns the table of subjects: clips, WAR and UAR of each, their mean and standard deviation (n
   * - 1), and the pooled figures. Scores of single segments stand beside those of clips where the
   * scheme has them.
   *
   * @return lines of text
   */
  public String subjects() {
    List<SubjectScores> subjects = evaluation.subjects();
    boolean segments = evaluation.isSegmentwise();
    int width = subjects.stream().mapToInt(s -> s.subject().length()).max().orElse(0);
    width = Math.max(width, "Std. dev.".length());
    StringBuilder text = new StringBuilder("=== Subjects ===\n\n");
    text.append(Utils.padRight("Subject", width));
    text.append("   Clips      WAR      UAR");
    text.append(segments ? "   Segments  seg. WAR  seg. UAR\n" : "\n");
    for (SubjectScores subject : subjects) {
      row(text, width, subject.subject(), subject, segments);
    }
    statistic(text, width, "Mean", segments, Utils::mean);
    statistic(text, width, "Std. dev.", segments, v -> Math.sqrt(Utils.variance(v)));
    SubjectScores all = subjects.stream().reduce(SubjectScores::plus).orElseThrow();
    row(text, width, "Pooled", all, segments);
    text.append('\n')
        .append(
            "Pooled: WAR %s, UAR %s, UAP %s.\n"
                .formatted(
                    score(all.confusion().war()),
                    score(all.confusion().uar()),
                    score(all.confusion().uap())));
    String undecided = all.confusion().undecidedNote();
    text.append(undecided.isEmpty() ? "" : undecided + "\n");
    text.append("Mean and std. dev. are over subjects, each with equal weight.\n");
    if (!segments && ClipTable.bagIndex(table) >= 0) {
      text.append("The scheme gives no decisions for single segments; all figures are per clip.\n");
    }
    return text.toString();
  }

  private static void row(
      StringBuilder text, int width, String name, SubjectScores scores, boolean segments) {
    text.append(Utils.padRight(name, width));
    text.append(
        "%8d %8s %8s"
            .formatted(
                scores.clips(), score(scores.confusion().war()), score(scores.confusion().uar())));
    if (segments) {
      text.append(
          "   %8d  %8s  %8s"
              .formatted(
                  scores.segments(),
                  score(scores.segmentConfusion().war()),
                  score(scores.segmentConfusion().uar())));
    }
    text.append('\n');
  }

  private void statistic(
      StringBuilder text,
      int width,
      String name,
      boolean segments,
      ToDoubleFunction<double[]> statistic) {
    text.append(Utils.padRight(name, width)).append(" ".repeat(8));
    text.append(" %8s".formatted(score(over(statistic, s -> s.confusion().war()))));
    text.append(" %8s".formatted(score(over(statistic, s -> s.confusion().uar()))));
    if (segments) {
      text.append(" ".repeat(11));
      text.append("  %8s".formatted(score(over(statistic, s -> s.segmentConfusion().war()))));
      text.append("  %8s".formatted(score(over(statistic, s -> s.segmentConfusion().uar()))));
    }
    text.append('\n');
  }

  private double over(ToDoubleFunction<double[]> statistic, ToDoubleFunction<SubjectScores> score) {
    return statistic.applyAsDouble(
        evaluation.subjects().stream()
            .mapToDouble(score)
            .filter(value -> !Double.isNaN(value))
            .toArray());
  }

  private static String score(double value) {
    return Double.isNaN(value) ? "?" : String.format(Locale.ROOT, "%.4f", value);
  }

  /**
   * Writes the decision for each clip: file, subject, fold, actual and predicted class, and the
   * probability of each class.
   *
   * @param file comma-separated, in UTF-8; clips in the order of the table
   * @throws IOException if it cannot be written
   */
  public void writePredictions(Path file) throws IOException {
    List<Object> header =
        new ArrayList<>(List.of("file", "subject", "fold", "actual", "predicted"));
    labels().forEach(label -> header.add("prob_" + label));
    List<String> lines = new ArrayList<>(List.of(CsvFile.row(header)));
    for (ClipDecision decision : evaluation.decisions()) {
      List<Object> row = new ArrayList<>();
      row.add(fileOf(decision.row()));
      row.add(decision.subject());
      row.add(decision.fold());
      row.add(classAttribute.value(decision.actual()));
      row.add(
          decision.predicted() == ClipDecision.UNDECIDED
              ? "?"
              : classAttribute.value(decision.predicted()));
      Arrays.stream(decision.distribution()).forEach(row::add);
      lines.add(CsvFile.row(row));
    }
    Files.write(file, lines);
  }

  /** A table without files still needs something that tells the clips apart. */
  private String fileOf(int row) {
    int file = ClipTable.fileIndex(table);
    return file < 0 || table.get(row).isMissing(file)
        ? "row " + (row + 1)
        : table.get(row).stringValue(file);
  }

  /**
   * Writes the pooled confusion matrix: a line for each actual class, a column for each predicted
   * one, and a last column {@code ?} where clips were left undecided.
   *
   * @param file comma-separated, in UTF-8
   * @throws IOException if it cannot be written
   */
  public void writeConfusion(Path file) throws IOException {
    ConfusionMatrix confusion =
        evaluation.subjects().stream()
            .map(SubjectScores::confusion)
            .reduce(ConfusionMatrix::plus)
            .orElseThrow();
    List<Object> header = new ArrayList<>(List.of("actual"));
    header.addAll(confusion.columns(labels()));
    List<String> lines = new ArrayList<>(List.of(CsvFile.row(header)));
    for (int label = 0; label < confusion.classes(); label++) {
      List<Object> row = new ArrayList<>(List.of(classAttribute.value(label)));
      Arrays.stream(confusion.rows()[label]).forEach(row::add);
      lines.add(CsvFile.row(row));
    }
    Files.write(file, lines);
  }

  private List<String> labels() {
    List<String> labels = new ArrayList<>();
    for (int label = 0; label < classAttribute.numValues(); label++) {
      labels.add(classAttribute.value(label));
    }
    return labels;
  }
}
