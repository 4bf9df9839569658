package emotiontransfer.study.result;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.evaluation.MeanStd;
import emotiontransfer.evaluation.PairedComparison;
import emotiontransfer.study.plan.PaperFigures;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.run.SettingResult;
import emotiontransfer.study.run.SettingResult.SystemRun;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * The tables and curves of a setting, each computed once.
 *
 * @param scores of each system, in the order of the tables
 * @param few the same with few training subjects, by their number; the last is all others; empty
 *     unless that was measured
 * @param byName the tables that have rows, in the order of the report
 */
public record SettingTables(
    SettingResult result,
    Optional<PaperFigures> paper,
    Map<StudySystem, SystemScores> scores,
    SortedMap<Integer, Map<StudySystem, SystemScores>> few,
    Map<String, ResultTable> byName) {

  /** A figure of a confusion matrix that is compared. */
  private record Figure(String name, ToDoubleFunction<ConfusionMatrix> of) {}

  private static final List<Figure> FIGURES =
      List.of(new Figure("WAR", ConfusionMatrix::war), new Figure("UAR", ConfusionMatrix::uar));

  /** What other systems are compared with, where it is one of those that run. */
  private static final List<StudySystem> REFERENCES =
      List.of(StudySystem.SCRATCH, StudySystem.PRESET);

  public static SettingTables of(SettingResult result) {
    Map<StudySystem, SystemScores> scores = scores(result, result.runs());
    SortedMap<Integer, Map<StudySystem, SystemScores>> few = new TreeMap<>();
    result.few().forEach((number, runs) -> few.put(number, scores(result, runs)));
    if (!few.isEmpty()) {
      Map<StudySystem, SystemScores> all = new EnumMap<>(scores);
      all.keySet().retainAll(StudySystem.FEW_SUBJECTS);
      few.put(result.corpora().destination().subjects().size() - 1, all);
    }
    Optional<PaperFigures> paper = PaperFigures.of(result.corpora().setting());
    SettingTables tables = new SettingTables(result, paper, scores, few, new LinkedHashMap<>());
    tables.recalls();
    tables.methods();
    REFERENCES.forEach(tables::tests);
    FIGURES.forEach(tables::fewSubjects);
    REFERENCES.forEach(tables::fewSubjectsTests);
    tables.areas();
    FIGURES.forEach(tables::subjects);
    tables.seeds();
    tables.segments();
    return tables;
  }

  private static Map<StudySystem, SystemScores> scores(SettingResult result, List<SystemRun> runs) {
    Map<StudySystem, List<SystemRun>> bySystem =
        runs.stream()
            .collect(
                groupingBy(SystemRun::system, () -> new EnumMap<>(StudySystem.class), toList()));
    Map<StudySystem, SystemScores> scores = new EnumMap<>(StudySystem.class);
    bySystem.forEach((system, own) -> scores.put(system, SystemScores.of(own, labels(result))));
    return scores;
  }

  private static List<String> labels(SettingResult result) {
    return result.corpora().destination().labels();
  }

  /** Adds a table, where it has rows; between the names of its columns stand bars. */
  private void add(String name, String title, String columns, List<? extends List<?>> rows) {
    if (!rows.isEmpty()) {
      String id = result.corpora().setting().fileName() + "-" + name;
      byName.put(name, new ResultTable(id, title, columns, rows));
    }
  }

  private static List<Object> row(Object first, Stream<?>... cells) {
    return Stream.concat(Stream.of(first), Stream.of(cells).flatMap(some -> some)).toList();
  }

  /** Returns a row for each system, with its title before the cells. */
  private List<List<?>> rows(Function<SystemScores, Stream<?>> cells) {
    List<List<?>> rows = new ArrayList<>();
    scores.forEach((system, score) -> rows.add(row(system.title(), cells.apply(score))));
    return rows;
  }

  /** Adds figures by emotion that the paper prints, and what stands behind them in their row. */
  private void printed(List<List<?>> rows, String what, Map<Emotion, Double> all, Object... more) {
    if (!all.isEmpty()) {
      Stream<Double> figures =
          result.corpora().destination().emotions().stream()
              .map(emotion -> all.getOrDefault(emotion, Double.NaN));
      rows.add(row("the paper's " + what + " (transfer)", figures, Stream.of(more)));
    }
  }

  private String byEmotion() {
    return "Method|" + String.join("|", labels(result));
  }

  /** Recall by emotion, pooled, in the layout of Table 3. */
  private void recalls() {
    List<List<?>> rows =
        rows(
            score ->
                Stream.concat(
                    IntStream.range(0, labels(result).size())
                        .mapToObj(i -> score.overSeeds(matrix -> matrix.recall(i)).mean()),
                    Stream.<ToDoubleFunction<ConfusionMatrix>>of(
                            ConfusionMatrix::war, ConfusionMatrix::uar, ConfusionMatrix::uap)
                        .map(score::overSeeds)));
    paper.ifPresent(
        p -> {
          MeanStd war = new MeanStd(p.table3War(), Double.NaN);
          printed(rows, "Table 3", p.recalls(), war, MeanStd.NONE, MeanStd.NONE);
        });
    add("recalls", "Recall by emotion, pooled over all folds", byEmotion() + "|WAR|UAR|UAP", rows);
  }

  /** WAR and UAR of the methods, in the layout of Tables 4 to 7. */
  private void methods() {
    Map<StudySystem, Double> printed = paper.map(PaperFigures::war).orElse(Map.of());
    List<List<?>> rows = new ArrayList<>();
    scores.forEach(
        (system, score) ->
            rows.add(
                row(
                    system.title(),
                    FIGURES.stream().map(figure -> score.overSeeds(figure.of)),
                    FIGURES.stream().map(figure -> score.overSubjects(figure.of)),
                    paper.stream().map(p -> printed.getOrDefault(system, Double.NaN)))));
    printed.forEach(
        (system, war) -> {
          if (!scores.containsKey(system)) {
            Stream<?> none = Collections.nCopies(4, MeanStd.NONE).stream();
            rows.add(row(system.title() + " (not run)", none, Stream.of(war)));
          }
        });
    add(
        "methods",
        "Methods compared (pooled: ± over seeds; over subjects: ± over subjects)",
        "Method|WAR, pooled|UAR, pooled|WAR, over subjects|UAR, over subjects"
            + paper.map(p -> "|WAR in the paper's Table " + p.table()).orElse(""),
        rows);
  }

  /** Paired tests against a system. */
  private void tests(StudySystem reference) {
    // Test clips for each training clip, all folds together, as Weka's tester has it.
    double ratio = 1.0 / (result.runs().get(0).folds().size() - 1);
    add(
        testsName(reference),
        "Paired by subject against " + reference.title() + " (means over seeds)",
        "Method|Figure|Subjects|Difference|p, corrected paired t|p, Wilcoxon",
        against(
            reference,
            scores,
            (system, figure, own, other) -> {
              PairedComparison compared =
                  PairedComparison.of(own.bySubject(figure.of), other.bySubject(figure.of), ratio);
              return List.of(
                  system.title(),
                  figure.name,
                  compared.pairs(),
                  compared.difference(),
                  compared.correctedT(),
                  compared.wilcoxon());
            }));
  }

  private static String testsName(StudySystem reference) {
    return reference == StudySystem.SCRATCH ? "tests" : reference + "-tests";
  }

  /** Makes a row of a system and a figure, by comparison with another system. */
  private interface Comparison {
    List<?> row(StudySystem system, Figure figure, SystemScores own, SystemScores other);
  }

  private static List<List<?>> against(
      StudySystem reference, Map<StudySystem, SystemScores> scores, Comparison comparison) {
    List<List<?>> rows = new ArrayList<>();
    SystemScores other = scores.get(reference);
    scores.forEach(
        (system, own) -> {
          if (other != null && own != other) {
            FIGURES.forEach(figure -> rows.add(comparison.row(system, figure, own, other)));
          }
        });
    return rows;
  }

  /** A figure of each system over the number of training subjects. */
  private void fewSubjects(Figure figure) {
    add(
        "few-" + figure.name,
        figure.name + " over the number of training subjects, pooled over all folds",
        "Method|" + StringUtils.join(few.keySet(), "|"),
        few.values().stream()
            .flatMap(scores -> scores.keySet().stream())
            .distinct()
            .map(
                system ->
                    row(
                        system.title(),
                        few.values().stream()
                            .map(scores -> scores.get(system).overSeeds(figure.of))))
            .toList());
  }

  /** Paired tests against a system, for each number of training subjects. */
  private void fewSubjectsTests(StudySystem reference) {
    List<List<?>> rows = new ArrayList<>();
    few.forEach(
        (number, scores) ->
            rows.addAll(
                against(
                    reference,
                    scores,
                    (system, figure, own, other) -> {
                      double ratio = 1.0 / number;
                      PairedComparison subjects =
                          PairedComparison.of(
                              own.bySubject(figure.of), other.bySubject(figure.of), ratio);
                      PairedComparison draws =
                          PairedComparison.of(
                              own.bySubjectAndSeed(figure.of),
                              other.bySubjectAndSeed(figure.of),
                              ratio);
                      return List.of(
                          system.title(),
                          number,
                          figure.name,
                          subjects.difference(),
                          subjects.correctedT(),
                          subjects.wilcoxon(),
                          draws.pairs(),
                          draws.wilcoxon());
                    })));
    add(
        "few-" + testsName(reference),
        "Few training subjects, paired by subject against " + reference.title(),
        "Method|Training subjects|Figure|Difference|p, corrected paired t|p, Wilcoxon"
            + "|Subjects and seeds|p, Wilcoxon, subjects and seeds",
        rows);
  }

  private void areas() {
    List<List<?>> rows = rows(score -> score.rocs().stream().map(SystemScores.Roc::area));
    paper.ifPresent(p -> printed(rows, "text", p.areas()));
    add("areas", "Area under the ROC curve, emotion against all others", byEmotion(), rows);
  }

  private void subjects(Figure figure) {
    List<SortedMap<String, Double>> values =
        scores.values().stream().map(score -> score.bySubject(figure.of)).toList();
    add(
        "subjects-" + figure.name,
        figure.name + " of every subject, mean over seeds",
        "Subject|" + StringUtils.join(scores.keySet(), "|"),
        result.corpora().destination().subjects().stream()
            .sorted()
            .map(name -> row(name, values.stream().map(own -> own.getOrDefault(name, Double.NaN))))
            .toList());
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
        rows(score -> Stream.of(score.segmentWar(), score.overSeeds(ConfusionMatrix::war)));
    rows.removeIf(row -> Double.isNaN(((MeanStd) row.get(1)).mean()));
    String columns = "Method|WAR of segments|WAR of clips";
    add("segments", "Segments decided one by one, and clips", columns, rows);
  }
}
