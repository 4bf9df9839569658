package emotiontransfer.study.result;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.evaluation.MeanStd;
import emotiontransfer.evaluation.PairedComparison;
import emotiontransfer.study.plan.PaperFigures;
import emotiontransfer.study.plan.StudySystem;
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
import java.util.stream.Stream;

/**
 * The tables and curves of a setting, each computed once.
 *
 * @param recalls recall by emotion, WAR, UAR and UAP, pooled, in the layout of Table 3
 * @param methods WAR and UAR of the methods, in the layout of Tables 4 to 7
 * @param tests paired tests against training from scratch; empty without scratch or other systems
 * @param areas under the ROC curves
 * @param subjectWar WAR of every subject
 * @param subjectUar UAR of every subject
 * @param seeds pooled figures of each seed
 * @param segments WAR of single segments; empty where no system decides for segments
 * @param scores figures of each system, in the order of the tables
 * @param rocs ROC curves of each system, one for each emotion, all seeds together
 * @param curves learning curves of the PathNets for which they were measured
 */
public record SettingTables(
    ResultTable recalls,
    ResultTable methods,
    Optional<ResultTable> tests,
    ResultTable areas,
    ResultTable subjectWar,
    ResultTable subjectUar,
    ResultTable seeds,
    Optional<ResultTable> segments,
    Map<StudySystem, SystemScores> scores,
    Map<StudySystem, List<Roc>> rocs,
    Map<StudySystem, SortedMap<Integer, MeanStd>> curves) {

  /** Computes all tables of a setting. */
  public static SettingTables of(SettingResult result) {
    return new Computation(result).tables();
  }

  /** Returns the tables that go into files, in the order of the report. */
  public List<ResultTable> all() {
    return Stream.of(
            Stream.of(recalls, methods),
            tests.stream(),
            Stream.of(areas, subjectWar, subjectUar, seeds),
            segments.stream())
        .flatMap(tables -> tables)
        .toList();
  }

  /** What the tables of one setting are computed from. */
  private static final class Computation {

    private final SettingResult result;
    private final List<String> labels;
    private final List<Emotion> emotions;
    private final Optional<PaperFigures> paper;
    private final Map<StudySystem, SystemScores> scores = new EnumMap<>(StudySystem.class);
    private final Map<StudySystem, List<Roc>> rocs = new EnumMap<>(StudySystem.class);
    private final Map<StudySystem, SortedMap<Integer, MeanStd>> curves =
        new EnumMap<>(StudySystem.class);

    Computation(SettingResult result) {
      this.result = result;
      this.labels = result.labels();
      this.emotions = result.corpora().destination().emotions();
      this.paper = PaperFigures.of(result.corpora().setting());
      for (StudySystem system : result.systems()) {
        SystemScores own = new SystemScores(result.of(system), labels.size());
        scores.put(system, own);
        rocs.put(
            system,
            IntStream.range(0, labels.size())
                .mapToObj(i -> Roc.of(own.clips(), i, labels.get(i)))
                .toList());
        if (!own.curve().isEmpty()) {
          curves.put(system, own.curve());
        }
      }
    }

    SettingTables tables() {
      return new SettingTables(
          recalls(),
          methods(),
          tests(),
          areas(),
          subjects("WAR", ConfusionMatrix::war),
          subjects("UAR", ConfusionMatrix::uar),
          seeds(),
          segments(),
          scores,
          rocs,
          curves);
    }

    private ResultTable table(
        String name, String title, List<String> columns, List<List<Cell>> rows) {
      return new ResultTable(
          result.corpora().setting().fileName() + "-" + name, title, columns, rows);
    }

    private List<String> columns(String... behindTheEmotions) {
      return Stream.of(Stream.of("Method"), labels.stream(), Stream.of(behindTheEmotions))
          .flatMap(names -> names)
          .toList();
    }

    private static List<Cell> row(String method, Stream<Cell> cells) {
      return Stream.concat(Stream.of(Cell.of(method)), cells).toList();
    }

    /** Returns what the paper prints by emotion. */
    private Stream<Cell> printed(Map<Emotion, Double> figures) {
      return emotions.stream().map(e -> Cell.of(figures.getOrDefault(e, Double.NaN)));
    }

    private ResultTable recalls() {
      List<List<Cell>> rows = new ArrayList<>();
      scores.forEach(
          (system, score) -> {
            Stream<Cell> recalls =
                IntStream.range(0, labels.size())
                    .mapToObj(i -> Cell.of(score.overSeeds(matrix -> matrix.recall(i)).mean()));
            Stream<Cell> figures =
                Stream.of(
                    Cell.of(score.overSeeds(ConfusionMatrix::war)),
                    Cell.of(score.overSeeds(ConfusionMatrix::uar)),
                    Cell.of(score.overSeeds(ConfusionMatrix::uap)));
            rows.add(row(system.title(), Stream.concat(recalls, figures)));
          });
      paper
          .filter(p -> !p.recalls().isEmpty())
          .ifPresent(
              p -> {
                Cell war = Cell.of(new MeanStd(p.table3War(), Double.NaN));
                Stream<Cell> figures = Stream.of(war, Cell.of(MeanStd.NONE), Cell.of(MeanStd.NONE));
                rows.add(
                    row(
                        "the paper's Table 3 (transfer)",
                        Stream.concat(printed(p.recalls()), figures)));
              });
      return table(
          "recalls",
          "Recall by emotion, pooled over all folds",
          columns("WAR", "UAR", "UAP"),
          rows);
    }

    private ResultTable methods() {
      List<String> columns = new ArrayList<>(List.of("Method"));
      columns.addAll(
          List.of("WAR, pooled", "UAR, pooled", "WAR, over subjects", "UAR, over subjects"));
      List<List<Cell>> rows = new ArrayList<>();
      scores.forEach(
          (system, score) -> {
            Stream<Cell> figures =
                Stream.of(
                    Cell.of(score.overSeeds(ConfusionMatrix::war)),
                    Cell.of(score.overSeeds(ConfusionMatrix::uar)),
                    Cell.of(score.overSubjects(ConfusionMatrix::war)),
                    Cell.of(score.overSubjects(ConfusionMatrix::uar)));
            Stream<Cell> printed =
                paper.stream().map(p -> Cell.of(p.war().getOrDefault(system, Double.NaN)));
            rows.add(row(system.title(), Stream.concat(figures, printed)));
          });
      paper.ifPresent(
          p -> {
            columns.add("WAR in the paper's Table " + p.table());
            Cell unknown = Cell.of(MeanStd.NONE);
            p.war().keySet().stream()
                .filter(system -> !scores.containsKey(system))
                .sorted()
                .forEach(
                    system ->
                        rows.add(
                            row(
                                system.title() + " (not run)",
                                Stream.of(
                                    unknown,
                                    unknown,
                                    unknown,
                                    unknown,
                                    Cell.of(p.war().get(system))))));
          });
      return table(
          "methods",
          "Methods compared (pooled: ± over seeds; over subjects: ± over subjects)",
          columns,
          rows);
    }

    private Optional<ResultTable> tests() {
      if (!scores.containsKey(StudySystem.SCRATCH) || scores.size() < 2) {
        return Optional.empty();
      }
      // Test clips for each training clip, all folds together, as Weka's tester has it.
      double ratio = 1.0 / (result.of(StudySystem.SCRATCH).get(0).folds().size() - 1);
      List<List<Cell>> rows = new ArrayList<>();
      scores.forEach(
          (system, score) -> {
            if (system != StudySystem.SCRATCH) {
              rows.add(test(system, "WAR", ConfusionMatrix::war, ratio));
              rows.add(test(system, "UAR", ConfusionMatrix::uar, ratio));
            }
          });
      return Optional.of(
          table(
              "tests",
              "Paired by subject against PathNet from scratch (means over seeds)",
              List.of(
                  "Method",
                  "Figure",
                  "Subjects",
                  "Difference",
                  "p, corrected paired t",
                  "p, Wilcoxon"),
              rows));
    }

    private List<Cell> test(
        StudySystem system, String name, ToDoubleFunction<ConfusionMatrix> figure, double ratio) {
      PairedComparison compared =
          PairedComparison.of(
              scores.get(system).bySubject(figure),
              scores.get(StudySystem.SCRATCH).bySubject(figure),
              ratio);
      return row(
          system.title(),
          Stream.of(
              Cell.of(name),
              Cell.of(String.valueOf(compared.pairs())),
              Cell.of(compared.difference()),
              Cell.of(compared.correctedT()),
              Cell.of(compared.wilcoxon())));
    }

    private ResultTable areas() {
      List<List<Cell>> rows = new ArrayList<>();
      rocs.forEach(
          (system, own) ->
              rows.add(row(system.title(), own.stream().map(roc -> Cell.of(roc.area())))));
      paper
          .filter(p -> !p.areas().isEmpty())
          .ifPresent(p -> rows.add(row("the paper's text (transfer)", printed(p.areas()))));
      return table(
          "areas", "Area under the ROC curve, emotion against all others", columns(), rows);
    }

    private ResultTable subjects(String name, ToDoubleFunction<ConfusionMatrix> figure) {
      List<String> columns = new ArrayList<>(List.of("Subject"));
      scores.keySet().forEach(system -> columns.add(system.keyword()));
      List<SortedMap<String, Double>> values =
          scores.values().stream().map(score -> score.bySubject(figure)).toList();
      TreeSet<String> subjects = new TreeSet<>();
      values.forEach(own -> subjects.addAll(own.keySet()));
      List<List<Cell>> rows =
          subjects.stream()
              .map(
                  subject ->
                      row(
                          subject,
                          values.stream()
                              .map(own -> Cell.of(own.getOrDefault(subject, Double.NaN)))))
              .toList();
      return table("subjects-" + name, name + " of every subject, mean over seeds", columns, rows);
    }

    private ResultTable seeds() {
      List<List<Cell>> rows = new ArrayList<>();
      scores.forEach(
          (system, score) -> {
            List<SystemRun> runs = result.of(system);
            for (int i = 0; i < runs.size(); i++) {
              ConfusionMatrix pooled = score.pooled().get(i);
              rows.add(
                  row(
                      system.title(),
                      Stream.of(
                          Cell.of(String.valueOf(runs.get(i).seed())),
                          Cell.of(pooled.war()),
                          Cell.of(pooled.uar()),
                          Cell.of(pooled.uap()))));
            }
          });
      return table(
          "seeds",
          "Every seed, pooled over all folds",
          List.of("Method", "Seed", "WAR", "UAR", "UAP"),
          rows);
    }

    private Optional<ResultTable> segments() {
      List<List<Cell>> rows = new ArrayList<>();
      scores.forEach(
          (system, score) -> {
            MeanStd segments = score.segmentWar();
            if (!Double.isNaN(segments.mean())) {
              Cell clips = Cell.of(score.overSeeds(ConfusionMatrix::war));
              rows.add(row(system.title(), Stream.of(Cell.of(segments), clips)));
            }
          });
      return rows.isEmpty()
          ? Optional.empty()
          : Optional.of(
              table(
                  "segments",
                  "Segments decided one by one, and clips",
                  List.of("Method", "WAR of segments", "WAR of clips"),
                  rows));
    }
  }
}
