package emotiontransfer.study.report;

import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.report.StudyFacts.SettingFacts;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Puts a report together. */
public final class StudyReport {

  private static final List<String> FILES =
      List.of(
          "experiment.arff: the results of Weka's Experiment, for the Analyse tab of the"
              + " Experimenter",
          "figures: every figure as PNG (300 dpi) and SVG, and its numbers as CSV",
          "folds, sources: finished folds and source models, from which a study that was stopped"
              + " goes on",
          "results.csv: one row for every setting, system, seed, fold and clip: truth, decision,"
              + " probabilities",
          "tables: every table of results as CSV, with all digits");

  private StudyReport() {}

  /**
   * Writes a whole report.
   *
   * @throws IOException if a picture cannot be read
   */
  public static void write(StudyFacts facts, Report report) throws IOException {
    report.heading(1, Report.TITLE, "top");
    report.paragraph(protocol(facts));
    if (!facts.skipped().isEmpty()) {
      report.heading(2, "Settings that were not run", "skipped");
      report.items(
          facts.skipped().entrySet().stream()
              .map(entry -> entry.getKey().title() + ": " + entry.getValue())
              .toList());
    }
    new PaperIndex(facts.settings()).write(report);
    for (SettingFacts setting : facts.settings()) {
      new SettingSection(facts.request(), setting, report).write();
    }
    new RunSection(facts).write(report);
    report.heading(2, "Files", "files");
    report.items(FILES);
  }

  private static String protocol(StudyFacts facts) {
    StudyRequest request = facts.request();
    String settings =
        facts.settings().stream()
            .map(setting -> setting.setting().title())
            .collect(Collectors.joining(", "));
    String systems =
        facts.settings().stream()
            .flatMap(setting -> setting.result().systems().stream())
            .distinct()
            .sorted()
            .map(StudySystem::title)
            .collect(Collectors.joining("; "));
    return """
    This report was made by the study command of emotionTransfer, after Nguyen et al., “Meta \
    Transfer Learning for Emotion Recognition”. Settings: %s. Protocol: %s%s%s; a seed \
    stands for the source's evolution, the order of training clips and every random \
    choice of a method. A clip has one decision and counts once.%s \
    Scaling, evolution and training see the training folds alone; no setting of any method \
    was chosen by a test fold. Methods: %s.%s\
    """
        .formatted(
            settings,
            request.protocol(),
            request.seeds().size() == 1 ? ", once, with seed " : ", repeated with seeds ",
            request.seedList(),
            request.protocol().isSubjectIndependent()
                ? " No speaker is on both sides of a split, and no source shares a speaker with a"
                    + " destination."
                : "",
            systems,
            request.clipsPerCell() == 0
                ? ""
                : (" For a quick look at most %d clips of each subject and emotion took part:"
                        + " these figures are no results.")
                    .formatted(request.clipsPerCell()));
  }
}
