package emotiontransfer.study.result;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.evaluation.MeanStd;
import emotiontransfer.evaluation.PairedComparison;
import emotiontransfer.study.plan.PaperFigures;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.run.SettingResult;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The tables and curves of a setting, each computed once. */
public final class SettingTables {

  /** A figure of a confusion matrix. */
  private enum Figure {
    WAR(ConfusionMatrix::war),
    UAR(ConfusionMatrix::uar),
    UAP(ConfusionMatrix::uap);

    private static final List<Figure> TESTED = List.of(WAR, UAR);

    private final ToDoubleFunction<ConfusionMatrix> of;

    Figure(ToDoubleFunction<ConfusionMatrix> of) {
      this.of = of;
    }
  }

  private final SettingResult result;
  private final List<String> labels;
  private final Optional<PaperFigures> paper;
  private final Map<StudySystem, SystemScores> scores = new EnumMap<>(StudySystem.class);
  private final Map<String, ResultTable> tables = new LinkedHashMap<>();

  public SettingTables(SettingResult result) {
    this.result = result;
    this.labels = result.labels();
    this.paper = PaperFigures.of(result.corpora().setting());
    for (StudySystem system : result.systems()) {
      scores.put(system, SystemScores.of(result.of(system), labels));
    }
    recalls();
    methods();
    tests();
    areas();
    Figure.TESTED.forEach(this::subjects);
    seeds();
    segments();
  }

  public SettingResult result() {
    return result;
  }

  /** Returns the figures of each system, in the order of the tables. */
  public Map<StudySystem, SystemScores> scores() {
    return scores;
  }

  /** Returns the tables that have rows, by their names, in the order of the report. */
  public Map<String, ResultTable> byName() {
    return tables;
  }

  /** Adds a table, where it has rows; between the names of its columns stand bars. */
  private void add(String name, String title, String columns, List<List<?>> rows) {
    if (!rows.isEmpty()) {
      String id = result.corpora().setting().fileName() + "-" + name;
      tables.put(name, new ResultTable(id, title, List.of(columns.split("\\|")), rows));
    }
  }

  private static List<?> row(String first, Stream<?> cells) {
    return Stream.concat(Stream.of(first), cells).toList();
  }

  /** Returns a row for each system, with its title before the cells. */
  private List<List<?>> rows(Function<SystemScores, Stream<?>> cells) {
    List<List<?>> rows = new ArrayList<>();
    scores.forEach((system, score) -> rows.add(row(system.title(), cells.apply(score))));
    return rows;
  }

  private Stream<Double> printed(Map<Emotion, Double> figures) {
    return result.corpora().destination().emotions().stream()
        .map(emotion -> figures.getOrDefault(emotion, Double.NaN));
  }

  private String byEmotion() {
    return "Method|" + String.join("|", labels);
  }

  /** Recall by emotion, pooled, in the layout of Table 3. */
  private void recalls() {
    List<List<?>> rows =
        rows(
            score ->
                Stream.concat(
                    IntStream.range(0, labels.size())
                        .mapToObj(i -> score.overSeeds(matrix -> matrix.recall(i)).mean()),
                    Stream.of(Figure.values()).map(figure -> score.overSeeds(figure.of))));
    paper
        .filter(p -> !p.recalls().isEmpty())
        .ifPresent(
            p -> {
              Stream<?> figures =
                  Stream.of(new MeanStd(p.table3War(), Double.NaN), MeanStd.NONE, MeanStd.NONE);
              rows.add(
                  row(
                      "the paper's Table 3 (transfer)",
                      Stream.concat(printed(p.recalls()), figures)));
            });
    add("recalls", "Recall by emotion, pooled over all folds", byEmotion() + "|WAR|UAR|UAP", rows);
  }

  /** WAR and UAR of the methods, in the layout of Tables 4 to 7. */
  private void methods() {
    List<List<?>> rows = new ArrayList<>();
    scores.forEach(
        (system, score) -> {
          List<Object> row = new ArrayList<>(List.of(system.title()));
          Figure.TESTED.forEach(figure -> row.add(score.overSeeds(figure.of)));
          Figure.TESTED.forEach(figure -> row.add(score.overSubjects(figure.of)));
          paper.ifPresent(p -> row.add(p.war().getOrDefault(system, Double.NaN)));
          rows.add(row);
        });
    for (StudySystem system : StudySystem.values()) {
      paper
          .map(p -> p.war().get(system))
          .filter(war -> !scores.containsKey(system))
          .ifPresent(
              war -> {
                List<Object> row = new ArrayList<>(Collections.nCopies(4, MeanStd.NONE));
                row.add(war);
                rows.add(row(system.title() + " (not run)", row.stream()));
              });
    }
    add(
        "methods",
        "Methods compared (pooled: ± over seeds; over subjects: ± over subjects)",
        "Method|WAR, pooled|UAR, pooled|WAR, over subjects|UAR, over subjects"
            + paper.map(p -> "|WAR in the paper's Table " + p.table()).orElse(""),
        rows);
  }

  /** Paired tests against training from scratch. */
  private void tests() {
    List<List<?>> rows = new ArrayList<>();
    SystemScores scratch = scores.get(StudySystem.SCRATCH);
    for (StudySystem system : scratch == null ? List.<StudySystem>of() : scores.keySet()) {
      for (Figure figure : system == StudySystem.SCRATCH ? List.<Figure>of() : Figure.TESTED) {
        // Test clips for each training clip, all folds together, as Weka's tester has it.
        double ratio = 1.0 / (scratch.runs().get(0).folds().size() - 1);
        PairedComparison compared =
            PairedComparison.of(
                scores.get(system).bySubject(figure.of), scratch.bySubject(figure.of), ratio);
        rows.add(
            List.of(
                system.title(),
                figure.name(),
                compared.pairs(),
                compared.difference(),
                compared.correctedT(),
                compared.wilcoxon()));
      }
    }
    add(
        "tests",
        "Paired by subject against PathNet from scratch (means over seeds)",
        "Method|Figure|Subjects|Difference|p, corrected paired t|p, Wilcoxon",
        rows);
  }

  private void areas() {
    List<List<?>> rows = rows(score -> score.rocs().stream().map(SystemScores.Roc::area));
    paper
        .filter(p -> !p.areas().isEmpty())
        .ifPresent(p -> rows.add(row("the paper's text (transfer)", printed(p.areas()))));
    add("areas", "Area under the ROC curve, emotion against all others", byEmotion(), rows);
  }

  private void subjects(Figure figure) {
    List<SortedMap<String, Double>> values =
        scores.values().stream().map(score -> score.bySubject(figure.of)).toList();
    List<List<?>> rows = new ArrayList<>();
    for (String subject : result.corpora().destination().subjects().stream().sorted().toList()) {
      rows.add(row(subject, values.stream().map(own -> own.getOrDefault(subject, Double.NaN))));
    }
    add(
        "subjects-" + figure,
        figure + " of every subject, mean over seeds",
        scores.keySet().stream()
            .map(StudySystem::keyword)
            .collect(Collectors.joining("|", "Subject|", "")),
        rows);
  }

  private void seeds() {
    List<List<?>> rows = new ArrayList<>();
    scores.forEach(
        (system, score) -> {
          for (int i = 0; i < score.runs().size(); i++) {
            ConfusionMatrix pooled = score.pooled().get(i);
            int seed = score.runs().get(i).seed();
            rows.add(List.of(system.title(), seed, pooled.war(), pooled.uar(), pooled.uap()));
          }
        });
    add("seeds", "Every seed, pooled over all folds", "Method|Seed|WAR|UAR|UAP", rows);
  }

  /** WAR of single segments, for the systems that decide for segments. */
  private void segments() {
    List<List<?>> rows =
        rows(score -> Stream.of(score.segmentWar(), score.overSeeds(Figure.WAR.of)));
    rows.removeIf(row -> Double.isNaN(((MeanStd) row.get(1)).mean()));
    add(
        "segments",
        "Segments decided one by one, and clips",
        "Method|WAR of segments|WAR of clips",
        rows);
  }
}
