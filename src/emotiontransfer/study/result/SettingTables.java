package emotiontransfer.study.result;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.evaluation.MeanStd;
import emotiontransfer.evaluation.PairedComparison;
import emotiontransfer.study.plan.PaperFigures;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.run.SettingResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** The tables and curves of a setting, each computed once. */
public final class SettingTables {

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
    subjects("WAR", ConfusionMatrix::war);
    subjects("UAR", ConfusionMatrix::uar);
    seeds();
    segments();
  }

  /** Returns the figures of each system, in the order of the tables. */
  public Map<StudySystem, SystemScores> scores() {
    return scores;
  }

  /** Returns the tables that have rows, by their names, in the order of the report. */
  public Map<String, ResultTable> byName() {
    return tables;
  }

  private void add(String name, String title, List<String> columns, List<List<?>> rows) {
    if (!rows.isEmpty()) {
      String id = result.corpora().setting().fileName() + "-" + name;
      tables.put(name, new ResultTable(id, title, columns, rows));
    }
  }

  @SafeVarargs
  private static <T> List<T> row(T first, Collection<? extends T> middle, T... last) {
    List<T> row = new ArrayList<>(List.of(first));
    row.addAll(middle);
    for (T cell : last) {
      row.add(cell);
    }
    return row;
  }

  /** Returns what the paper prints by emotion. */
  private List<Double> printed(Map<Emotion, Double> figures) {
    return result.corpora().destination().emotions().stream()
        .map(emotion -> figures.getOrDefault(emotion, Double.NaN))
        .toList();
  }

  /** Recall by emotion, pooled, in the layout of Table 3. */
  private void recalls() {
    List<List<?>> rows = new ArrayList<>();
    scores.forEach(
        (system, score) ->
            rows.add(
                row(
                    system.title(),
                    IntStream.range(0, labels.size())
                        .mapToObj(i -> score.overSeeds(matrix -> matrix.recall(i)).mean())
                        .toList(),
                    score.overSeeds(ConfusionMatrix::war),
                    score.overSeeds(ConfusionMatrix::uar),
                    score.overSeeds(ConfusionMatrix::uap))));
    paper
        .filter(p -> !p.recalls().isEmpty())
        .ifPresent(
            p ->
                rows.add(
                    row(
                        "the paper's Table 3 (transfer)",
                        printed(p.recalls()),
                        new MeanStd(p.table3War(), Double.NaN),
                        MeanStd.NONE,
                        MeanStd.NONE)));
    add(
        "recalls",
        "Recall by emotion, pooled over all folds",
        row("Method", labels, "WAR", "UAR", "UAP"),
        rows);
  }

  /** WAR and UAR of the methods, in the layout of Tables 4 to 7. */
  private void methods() {
    List<String> columns =
        List.of("WAR, pooled", "UAR, pooled", "WAR, over subjects", "UAR, over subjects");
    List<List<?>> rows = new ArrayList<>();
    scores.forEach(
        (system, score) ->
            rows.add(
                row(
                    system.title(),
                    List.of(
                        score.overSeeds(ConfusionMatrix::war),
                        score.overSeeds(ConfusionMatrix::uar),
                        score.overSubjects(ConfusionMatrix::war),
                        score.overSubjects(ConfusionMatrix::uar)),
                    paper.stream().map(p -> p.war().getOrDefault(system, Double.NaN)).toArray())));
    paper.ifPresent(
        p ->
            p.war().keySet().stream()
                .filter(system -> !scores.containsKey(system))
                .sorted()
                .forEach(
                    system ->
                        rows.add(
                            row(
                                system.title() + " (not run)",
                                Collections.nCopies(columns.size(), MeanStd.NONE),
                                p.war().get(system)))));
    add(
        "methods",
        "Methods compared (pooled: ± over seeds; over subjects: ± over subjects)",
        row(
            "Method",
            columns,
            paper.stream()
                .map(p -> "WAR in the paper's Table " + p.table())
                .toArray(String[]::new)),
        rows);
  }

  /** Paired tests against training from scratch. */
  private void tests() {
    List<List<?>> rows = new ArrayList<>();
    if (scores.containsKey(StudySystem.SCRATCH)) {
      for (StudySystem system : scores.keySet()) {
        if (system != StudySystem.SCRATCH) {
          rows.add(test(system, "WAR", ConfusionMatrix::war));
          rows.add(test(system, "UAR", ConfusionMatrix::uar));
        }
      }
    }
    add(
        "tests",
        "Paired by subject against PathNet from scratch (means over seeds)",
        List.of(
            "Method", "Figure", "Subjects", "Difference", "p, corrected paired t", "p, Wilcoxon"),
        rows);
  }

  private List<?> test(StudySystem system, String name, ToDoubleFunction<ConfusionMatrix> figure) {
    SystemScores scratch = scores.get(StudySystem.SCRATCH);
    // Test clips for each training clip, all folds together, as Weka's tester has it.
    double ratio = 1.0 / (scratch.runs().get(0).folds().size() - 1);
    PairedComparison compared =
        PairedComparison.of(scores.get(system).bySubject(figure), scratch.bySubject(figure), ratio);
    return List.of(
        system.title(),
        name,
        compared.pairs(),
        compared.difference(),
        compared.correctedT(),
        compared.wilcoxon());
  }

  private void areas() {
    List<List<?>> rows = new ArrayList<>();
    scores.forEach(
        (system, score) ->
            rows.add(row(system.title(), score.rocs().stream().map(Roc::area).toList())));
    paper
        .filter(p -> !p.areas().isEmpty())
        .ifPresent(p -> rows.add(row("the paper's text (transfer)", printed(p.areas()))));
    add(
        "areas",
        "Area under the ROC curve, emotion against all others",
        row("Method", labels),
        rows);
  }

  private void subjects(String name, ToDoubleFunction<ConfusionMatrix> figure) {
    List<SortedMap<String, Double>> values =
        scores.values().stream().map(score -> score.bySubject(figure)).toList();
    TreeSet<String> subjects = new TreeSet<>();
    values.forEach(own -> subjects.addAll(own.keySet()));
    List<List<?>> rows = new ArrayList<>();
    for (String subject : subjects) {
      rows.add(
          row(subject, values.stream().map(own -> own.getOrDefault(subject, Double.NaN)).toList()));
    }
    add(
        "subjects-" + name,
        name + " of every subject, mean over seeds",
        row("Subject", scores.keySet().stream().map(StudySystem::keyword).toList()),
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
    add(
        "seeds",
        "Every seed, pooled over all folds",
        List.of("Method", "Seed", "WAR", "UAR", "UAP"),
        rows);
  }

  /** WAR of single segments, for the systems that decide for segments. */
  private void segments() {
    List<List<?>> rows = new ArrayList<>();
    scores.forEach(
        (system, score) -> {
          MeanStd segments = score.segmentWar();
          if (!Double.isNaN(segments.mean())) {
            rows.add(List.of(system.title(), segments, score.overSeeds(ConfusionMatrix::war)));
          }
        });
    add(
        "segments",
        "Segments decided one by one, and clips",
        List.of("Method", "WAR of segments", "WAR of clips"),
        rows);
  }
}
