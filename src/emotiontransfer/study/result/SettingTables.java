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
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * The tables and curves of a setting, each computed once.
 *
 * @param scores of each system, in the order of the tables
 * @param byName the tables that have rows, in the order of the report
 */
public record SettingTables(
    SettingResult result,
    Optional<PaperFigures> paper,
    Map<StudySystem, SystemScores> scores,
    Map<String, ResultTable> byName) {

  /** A figure of a confusion matrix that is compared. */
  private record Figure(String name, ToDoubleFunction<ConfusionMatrix> of) {}

  private static final List<Figure> FIGURES =
      List.of(new Figure("WAR", ConfusionMatrix::war), new Figure("UAR", ConfusionMatrix::uar));

  public static SettingTables of(SettingResult result) {
    Map<StudySystem, SystemScores> scores = new EnumMap<>(StudySystem.class);
    for (StudySystem system : result.systems()) {
      scores.put(system, SystemScores.of(result.of(system), labels(result)));
    }
    Optional<PaperFigures> paper = PaperFigures.of(result.corpora().setting());
    SettingTables tables = new SettingTables(result, paper, scores, new LinkedHashMap<>());
    tables.recalls();
    tables.methods();
    tables.tests();
    tables.areas();
    FIGURES.forEach(tables::subjects);
    tables.seeds();
    tables.segments();
    return tables;
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

  /** Paired tests against training from scratch. */
  private void tests() {
    List<List<?>> rows = new ArrayList<>();
    SystemScores scratch = scores.get(StudySystem.SCRATCH);
    for (StudySystem system : scratch == null ? List.<StudySystem>of() : scores.keySet()) {
      for (Figure figure : system == StudySystem.SCRATCH ? List.<Figure>of() : FIGURES) {
        // Test clips for each training clip, all folds together, as Weka's tester has it.
        double ratio = 1.0 / (scratch.runs().get(0).folds().size() - 1);
        PairedComparison compared =
            PairedComparison.of(
                scores.get(system).bySubject(figure.of), scratch.bySubject(figure.of), ratio);
        rows.add(
            List.of(
                system.title(),
                figure.name,
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
