package emotiontransfer.study.result;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.evaluation.MeanStd;
import emotiontransfer.study.plan.StudySystem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** Compares every system with PathNet from scratch, subject by subject. */
final class ScratchTests {

  /** Headings of the table. */
  static final List<String> COLUMNS =
      List.of("Method", "Figure", "Subjects", "Difference", "p, corrected paired t", "p, Wilcoxon");

  private final Map<StudySystem, SystemScores> scores;
  private final SystemScores scratch;

  /**
   * Prepares the comparison.
   *
   * @param scores of all systems, scratch among them
   */
  ScratchTests(Map<StudySystem, SystemScores> scores) {
    this.scores = scores;
    this.scratch = scores.get(StudySystem.SCRATCH);
  }

  /** Returns two rows for each system but scratch. */
  List<List<Cell>> rows() {
    List<List<Cell>> rows = new ArrayList<>();
    scores.forEach(
        (system, own) -> {
          if (system != StudySystem.SCRATCH) {
            rows.add(row(system, "WAR", own, ConfusionMatrix::war));
            rows.add(row(system, "UAR", own, ConfusionMatrix::uar));
          }
        });
    return rows;
  }

  private List<Cell> row(
      StudySystem system, String name, SystemScores own, ToDoubleFunction<ConfusionMatrix> figure) {
    PairedComparison compared =
        PairedComparison.of(own.bySubject(figure), scratch.bySubject(figure), testTrainRatio());
    return List.of(
        Cell.of(system.title()),
        Cell.of(name),
        Cell.of(String.valueOf(compared.pairs())),
        Cell.of(new MeanStd(compared.difference(), compared.deviation())),
        Cell.of(compared.correctedT()),
        Cell.of(compared.wilcoxon()));
  }

  /** Returns test clips for each training clip, all folds together, as Weka's tester has it. */
  private double testTrainRatio() {
    return 1.0 / (scratch.runs().get(0).folds().size() - 1);
  }
}
