package emotiontransfer.study.result;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.evaluation.MeanStd;
import emotiontransfer.study.plan.PaperFigures;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.run.FoldRecord.ClipResult;
import emotiontransfer.study.run.SettingResult;
import emotiontransfer.study.run.SettingResult.SystemRun;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The tables of a setting. */
public final class SettingTables {

  private static final String METHOD = "Method";

  private final SettingResult result;
  private final String id;
  private final List<String> labels;
  private final Map<StudySystem, SystemScores> scores = new EnumMap<>(StudySystem.class);
  private final Optional<PaperFigures> paper;

  /**
   * Looks at a setting.
   *
   * @param result what it gave
   */
  public SettingTables(SettingResult result) {
    this.result = result;
    this.id = result.corpora().setting().fileName();
    this.labels = result.labels();
    this.paper = PaperFigures.of(result.corpora().setting());
    for (StudySystem system : result.systems()) {
      scores.put(system, new SystemScores(result.of(system), labels.size()));
    }
  }

  /**
   * Returns the figures of a system.
   *
   * @param system that was run
   */
  public SystemScores scores(StudySystem system) {
    return scores.get(system);
  }

  private ResultTable table(
      String name, String title, List<String> columns, List<List<Cell>> rows) {
    return new ResultTable(id + "-" + name, title, columns, rows);
  }

  /**
   * Returns recall by emotion, WAR, UAR and UAP, pooled, as means over seeds in the layout of Table
   * 3.
   */
  public ResultTable recalls() {
    List<String> columns = new ArrayList<>(List.of(METHOD));
    columns.addAll(labels);
    columns.addAll(List.of("WAR", "UAR", "UAP"));
    List<List<Cell>> rows = new ArrayList<>();
    scores.forEach(
        (system, score) -> {
          List<Cell> row = new ArrayList<>(List.of(Cell.of(system.title())));
          for (int label = 0; label < labels.size(); label++) {
            int emotion = label;
            row.add(Cell.of(score.overSeeds(confusion -> confusion.recall(emotion)).mean()));
          }
          row.add(Cell.of(score.overSeeds(ConfusionMatrix::war)));
          row.add(Cell.of(score.overSeeds(ConfusionMatrix::uar)));
          row.add(Cell.of(score.overSeeds(ConfusionMatrix::uap)));
          rows.add(row);
        });
    paper.filter(printed -> !printed.recalls().isEmpty()).ifPresent(p -> rows.add(printed(p)));
    return table("recalls", "Recall by emotion, pooled over all folds", columns, rows);
  }

  private List<Cell> printed(PaperFigures figures) {
    List<Cell> row = new ArrayList<>(List.of(Cell.of("the paper's Table 3 (transfer)")));
    for (Emotion emotion : result.corpora().destination().emotions()) {
      row.add(Cell.of(figures.recalls().getOrDefault(emotion, Double.NaN)));
    }
    row.add(Cell.of(new MeanStd(figures.table3War(), Double.NaN)));
    row.add(Cell.of(new MeanStd(Double.NaN, Double.NaN)));
    row.add(Cell.of(new MeanStd(Double.NaN, Double.NaN)));
    return row;
  }

  /**
   * Returns WAR and UAR of the methods: the layout of Tables 4 to 7, with the paper's WAR beside:
   * pooled with the deviation over seeds, and over subjects.
   */
  public ResultTable methods() {
    List<String> columns =
        new ArrayList<>(
            List.of(
                METHOD, "WAR, pooled", "UAR, pooled", "WAR, over subjects", "UAR, over subjects"));
    paper.ifPresent(p -> columns.add("WAR in the paper's Table " + p.table()));
    List<List<Cell>> rows = new ArrayList<>();
    scores.forEach(
        (system, score) -> {
          List<Cell> row = new ArrayList<>(List.of(Cell.of(system.title())));
          row.add(Cell.of(score.overSeeds(ConfusionMatrix::war)));
          row.add(Cell.of(score.overSeeds(ConfusionMatrix::uar)));
          row.add(Cell.of(score.overSubjects(ConfusionMatrix::war)));
          row.add(Cell.of(score.overSubjects(ConfusionMatrix::uar)));
          paper.ifPresent(p -> row.add(Cell.of(p.war().getOrDefault(system, Double.NaN))));
          rows.add(row);
        });
    paper.ifPresent(p -> rows.addAll(onlyInThePaper(p)));
    return table(
        "methods",
        "Methods compared (pooled: ± over seeds; over subjects: ± over subjects)",
        columns,
        rows);
  }

  private List<List<Cell>> onlyInThePaper(PaperFigures printed) {
    Cell unknown = Cell.of(new MeanStd(Double.NaN, Double.NaN));
    return printed.war().keySet().stream()
        .filter(system -> !scores.containsKey(system))
        .sorted()
        .map(
            system ->
                List.of(
                    Cell.of(system.title() + " (not run)"),
                    unknown,
                    unknown,
                    unknown,
                    unknown,
                    Cell.of(printed.war().get(system))))
        .toList();
  }

  /** Returns the pooled figures of each seed: a row for each system and seed. */
  public ResultTable seeds() {
    List<List<Cell>> rows = new ArrayList<>();
    for (SystemRun run : result.runs()) {
      ConfusionMatrix confusion = scores.get(run.system()).pooled(run);
      rows.add(
          List.of(
              Cell.of(run.system().title()),
              Cell.of(String.valueOf(run.seed())),
              Cell.of(confusion.war()),
              Cell.of(confusion.uar()),
              Cell.of(confusion.uap())));
    }
    return table(
        "seeds",
        "Every seed, pooled over all folds",
        List.of(METHOD, "Seed", "WAR", "UAR", "UAP"),
        rows);
  }

  /**
   * Returns a figure of every subject.
   *
   * @param name {@code WAR} or {@code UAR}
   * @param figure of a confusion matrix
   * @return a row for each subject, with means over seeds
   */
  public ResultTable subjects(String name, ToDoubleFunction<ConfusionMatrix> figure) {
    List<String> columns = new ArrayList<>(List.of("Subject"));
    List<SortedMap<String, Double>> values = new ArrayList<>();
    TreeSet<String> subjects = new TreeSet<>();
    scores.forEach(
        (system, score) -> {
          columns.add(system.keyword());
          values.add(score.bySubject(figure));
          subjects.addAll(score.bySubject(figure).keySet());
        });
    List<List<Cell>> rows = new ArrayList<>();
    for (String subject : subjects) {
      List<Cell> row = new ArrayList<>(List.of(Cell.of(subject)));
      values.forEach(map -> row.add(Cell.of(map.getOrDefault(subject, Double.NaN))));
      rows.add(row);
    }
    return table("subjects-" + name, name + " of every subject, mean over seeds", columns, rows);
  }

  /**
   * Returns the paired tests against training from scratch, without rows where scratch was not run.
   */
  public ResultTable tests() {
    List<List<Cell>> rows =
        result.systems().contains(StudySystem.SCRATCH)
            ? new ScratchTests(scores).rows()
            : List.of();
    return table(
        "tests",
        "Paired by subject against PathNet from scratch (means over seeds)",
        ScratchTests.COLUMNS,
        rows);
  }

  /** Returns the areas under the ROC curves, all seeds together: a row for each system. */
  public ResultTable areas() {
    List<String> columns = new ArrayList<>(List.of(METHOD));
    columns.addAll(labels);
    List<List<Cell>> rows = new ArrayList<>();
    for (StudySystem system : scores.keySet()) {
      List<Cell> row = new ArrayList<>(List.of(Cell.of(system.title())));
      rocs(system).forEach(roc -> row.add(Cell.of(roc.area())));
      rows.add(row);
    }
    paper
        .filter(printed -> !printed.areas().isEmpty())
        .ifPresent(
            printed -> {
              List<Cell> row = new ArrayList<>(List.of(Cell.of("the paper's text (transfer)")));
              result
                  .corpora()
                  .destination()
                  .emotions()
                  .forEach(e -> row.add(Cell.of(printed.areas().getOrDefault(e, Double.NaN))));
              rows.add(row);
            });
    return table("areas", "Area under the ROC curve, emotion against all others", columns, rows);
  }

  /**
   * Returns the ROC curves of a system, all seeds together.
   *
   * @param system that was run
   * @return one for each emotion
   */
  public List<Roc> rocs(StudySystem system) {
    List<ClipResult> clips = scores.get(system).clips();
    return IntStream.range(0, labels.size()).mapToObj(i -> Roc.of(clips, i, labels)).toList();
  }

  /**
   * Returns the WAR of single segments beside that of clips: a row for each system that decides for
   * segments.
   */
  public ResultTable segments() {
    List<List<Cell>> rows = new ArrayList<>();
    scores.forEach(
        (system, score) -> {
          MeanStd segments = score.segmentWar();
          if (!Double.isNaN(segments.mean())) {
            rows.add(
                List.of(
                    Cell.of(system.title()),
                    Cell.of(segments),
                    Cell.of(score.overSeeds(ConfusionMatrix::war))));
          }
        });
    return table(
        "segments",
        "Segments decided one by one, and clips",
        List.of(METHOD, "WAR of segments", "WAR of clips"),
        rows);
  }

  /** Returns the learning curves of the PathNets: those that were measured. */
  public List<LearningCurve> curves() {
    return scores.keySet().stream()
        .filter(system -> system.kind() == StudySystem.Kind.PATHNET)
        .map(system -> LearningCurve.of(system.title(), result.of(system)))
        .filter(curve -> !curve.generations().isEmpty())
        .toList();
  }

  /** Returns all tables that go into files, in the order of the report. */
  public List<ResultTable> all() {
    List<ResultTable> tables = new ArrayList<>();
    tables.add(recalls());
    tables.add(methods());
    if (scores.containsKey(StudySystem.SCRATCH) && scores.size() > 1) {
      tables.add(tests());
    }
    tables.add(areas());
    tables.add(subjects("WAR", ConfusionMatrix::war));
    tables.add(subjects("UAR", ConfusionMatrix::uar));
    tables.add(seeds());
    ResultTable segments = segments();
    if (!segments.rows().isEmpty()) {
      tables.add(segments);
    }
    return tables;
  }
}
