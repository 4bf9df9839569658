package emotiontransfer.weka.evaluation;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.file.Shown;
import emotiontransfer.weka.filter.SubjectStandardizer;
import emotiontransfer.weka.filter.TransductiveFilter;
import emotiontransfer.weka.table.ClipTable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.Evaluation;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.Utils;

/** Writes what a {@link SubjectWiseEvaluation} found, as text and as comma-separated files. */
public record SubjectReport(SubjectWiseEvaluation evaluation) {

  /** Returns what was evaluated and how, in lines of text. */
  public String header(Classifier scheme) {
    String options =
        scheme instanceof OptionHandler handler ? Utils.joinOptions(handler.getOptions()) : "";
    SubjectFolds folds = evaluation.folds();
    int unlabelled = table().numInstances() - folds.numClips();
    String leftOut = unlabelled == 0 ? "" : " (and " + unlabelled + " without a class, left out)";
    StringBuilder text = new StringBuilder("=== Run information ===\n\n");
    line(text, "Scheme", scheme.getClass().getName() + " " + options);
    line(text, "Relation", table().relationName());
    line(text, "Clips", folds.numClips() + leftOut);
    line(text, "Subject", "attribute '" + table().attribute(folds.subjectIndex()).name() + "'");
    line(text, "Hidden", evaluation.hiddenAttributes());
    line(text, "Protocol", folds.protocol());
    if (TestedScheme.isTransductive(scheme)
        || SubjectStandardizer.hasMade(table().relationName())) {
      line(text, "Figures", TransductiveFilter.NOTE);
    }
    Map<String, String> trainedOn = trainedOn();
    text.append(trainedOn.isEmpty() ? "" : "\n=== Training subjects of each fold ===\n\n");
    trainedOn.forEach((fold, names) -> text.append(fold + ": " + names + "\n"));
    return text.toString();
  }

  /** Returns the names of each fold's training subjects; empty where all others train. */
  private Map<String, String> trainedOn() {
    Map<String, String> names = new LinkedHashMap<>();
    if (evaluation.folds().fewTrainingSubjects().isPresent()) {
      for (SubjectFolds.Fold fold : evaluation.folds().folds()) {
        names.put(fold.name(), String.join(", ", fold.training()));
      }
    }
    return names;
  }

  private Instances table() {
    return evaluation.folds().table();
  }

  private List<String> labels() {
    return ClipTable.labels(table().classAttribute());
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(Utils.padRight(name + ":", 14)).append(value.strip()).append('\n');
  }

  /** Returns Weka's summary, details by class and confusion matrix, pooled over all folds. */
  public String pooled() throws Exception {
    Evaluation pooled = evaluation.pooled();
    String few = evaluation.folds().fewTrainingSubjects().map(" of "::concat).orElse("");
    String over = ", pooled over " + evaluation.folds().folds().size() + " folds" + few + " ===\n";
    return String.join(
        "\n",
        pooled.toSummaryString("=== Summary" + over, false),
        pooled.toClassDetailsString("=== Detailed accuracy by class ===\n"),
        pooled.toMatrixString("=== Confusion matrix" + over));
  }

  /**
   * Returns the table of subjects: clips, WAR and UAR of each, their mean and standard deviation (n
   * - 1), and the pooled figures. Scores of single segments stand beside those of clips where the
   * scheme has them.
   */
  public String subjects() {
    List<SubjectScores> subjects = evaluation.subjects();
    boolean segments = evaluation.isSegmentwise();
    StringBuilder text = new StringBuilder("=== Subjects ===\n\n");
    text.append(pad("Subject") + "   Clips      WAR      UAR");
    text.append(segments ? "   Segments  seg. WAR  seg. UAR\n" : "\n");
    subjects.forEach(subject -> text.append(row(Shown.name(subject.subject()), subject)));
    text.append(statistic("Mean", Utils::mean));
    text.append(statistic("Std. dev.", values -> Math.sqrt(Utils.variance(values))));
    text.append(row("Pooled", all()));
    ConfusionMatrix pooled = all().confusion();
    text.append("\nPooled: " + pooled.figures() + ".\n");
    String undecided = pooled.undecidedNote();
    text.append(undecided.isEmpty() ? "" : undecided + "\n");
    if (evaluation.withoutBag() > 0) {
      String sentence = "%s of %s clips have no bag: nothing was decided about them.%n";
      text.append(sentence.formatted(evaluation.withoutBag(), all().clips()));
    }
    text.append("Mean and std. dev. are over subjects, each with equal weight.\n");
    evaluation
        .folds()
        .fewTrainingSubjects()
        .ifPresent(few -> text.append("All figures are of " + few + " in each fold.\n"));
    if (!segments && ClipTable.bagIndex(table()) >= 0) {
      text.append("The scheme gives no decisions for single segments; all figures are per clip.\n");
    }
    return text.toString();
  }

  private String pad(String name) {
    int longest =
        evaluation.subjects().stream()
            .mapToInt(s -> Shown.name(s.subject()).length())
            .max()
            .orElse(0);
    return Utils.padRight(name, Math.max(longest, "Std. dev.".length()));
  }

  private String row(String name, SubjectScores scores) {
    return row(name, scores.clips(), scores.segments(), scores.figures());
  }

  /** Returns a statistic over the subjects, without those that have no such score. */
  private String statistic(String name, ToDoubleFunction<double[]> statistic) {
    return row(
        name,
        "",
        "",
        IntStream.range(0, SubjectScores.FIGURES)
            .mapToObj(i -> evaluation.subjects().stream().mapToDouble(s -> s.figures()[i]))
            .map(values -> values.filter(value -> !Double.isNaN(value)).toArray())
            .mapToDouble(statistic)
            .toArray());
  }

  private String row(String name, Object clips, Object segments, double[] figures) {
    Object[] scores = Arrays.stream(figures).mapToObj(SubjectReport::score).toArray();
    String text = pad(name) + "%8s %8s %8s".formatted(clips, scores[0], scores[1]);
    return evaluation.isSegmentwise()
        ? text + "   %8s  %8s  %8s\n".formatted(segments, scores[2], scores[3])
        : text + "\n";
  }

  private static String score(double value) {
    return Double.isNaN(value) ? "?" : String.format(Locale.ROOT, "%.4f", value);
  }

  /**
   * Writes the decision for each clip: file, subject, fold, actual and predicted class, and the
   * probability of each class; clips in the order of the table. Where few subjects train, the last
   * column names those of the fold.
   */
  public void writePredictions(Path file) throws IOException {
    List<Object> header =
        new ArrayList<>(List.of("file", "subject", "fold", "actual", "predicted"));
    List<String> labels = labels();
    labels.forEach(label -> header.add("prob_" + label));
    Map<String, String> trainedOn = trainedOn();
    header.addAll(trainedOn.isEmpty() ? List.of() : List.of("trained_on"));
    List<List<?>> lines = new ArrayList<>(List.of(header));
    for (ClipDecision clip : evaluation.decisions()) {
      boolean decided = clip.predicted() != ClipDecision.UNDECIDED;
      List<Object> row = new ArrayList<>();
      row.addAll(List.of(fileOf(clip.row()), clip.subject(), clip.fold()));
      row.add(labels.get(clip.actual()));
      row.add(decided ? labels.get(clip.predicted()) : "?");
      Arrays.stream(clip.prediction().distribution()).forEach(row::add);
      Optional.ofNullable(trainedOn.get(clip.fold())).ifPresent(row::add);
      lines.add(row);
    }
    CsvFile.write(file, true, lines);
  }

  /** A table without files still needs something that distinguishes the clips. */
  private String fileOf(int row) {
    Instance clip = table().get(row);
    int file = ClipTable.fileIndex(table());
    return file < 0 || clip.isMissing(file) ? "row " + (row + 1) : clip.stringValue(file);
  }

  /**
   * Writes the pooled confusion matrix: a line for each actual class, a column for each predicted
   * one, a column {@code ?} where clips were left undecided, and a last one with the number of
   * training subjects where few train.
   */
  public void writeConfusion(Path file) throws IOException {
    List<List<Object>> lines = all().confusion().table(labels());
    SubjectFolds folds = evaluation.folds();
    if (folds.fewTrainingSubjects().isPresent()) {
      lines.forEach(line -> line.add(folds.folds().get(0).training().size()));
      lines.get(0).set(lines.get(0).size() - 1, "training_subjects");
    }
    CsvFile.write(file, true, lines);
  }

  private SubjectScores all() {
    return evaluation.subjects().stream().reduce(SubjectScores::plus).orElseThrow();
  }
}
