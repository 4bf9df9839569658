package emotiontransfer.study.report;

import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.report.StudyFacts.SettingFacts;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Puts a report together. */
public final class StudyReport {

  /** What the page is called. */
  public static final String TITLE = "Emotion recognition with PathNet: a study";

  private final StudyFacts facts;

  public StudyReport(StudyFacts facts) {
    this.facts = facts;
  }

  /** Returns the parts of the report, in order. */
  public List<Block> blocks() {
    List<Block> blocks = new ArrayList<>();
    blocks.add(new Block.Heading(1, TITLE, "top"));
    blocks.add(new Block.Paragraph(protocol()));
    if (!facts.skipped().isEmpty()) {
      blocks.add(new Block.Heading(2, "Settings that were not run", "skipped"));
      blocks.add(
          new Block.Items(
              facts.skipped().entrySet().stream()
                  .map(entry -> entry.getKey().title() + ": " + entry.getValue())
                  .toList()));
    }
    blocks.add(new Block.Heading(2, "Where the paper's tables and figures are", "paper"));
    blocks.add(new PaperIndex(facts.settings()).table());
    for (SettingFacts setting : facts.settings()) {
      blocks.addAll(new SettingSection(facts.request(), setting).blocks());
    }
    blocks.addAll(new RunSection(facts).blocks());
    blocks.add(new Block.Heading(2, "Files", "files"));
    blocks.add(new Block.Items(files()));
    return blocks;
  }

  private String protocol() {
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
    String seeds = request.seeds().stream().map(String::valueOf).collect(Collectors.joining(", "));
    StringBuilder text = new StringBuilder();
    text.append(
        ("This report was made by the study command of emotionTransfer, after Nguyen et al., “Meta"
             + " Transfer Learning for Emotion Recognition”. Settings: %s. Protocol: %s%s%s; a seed"
             + " stands for the source's evolution, the order of training clips and every random"
             + " choice of a method. A clip has one decision and counts once.")
            .formatted(
                settings,
                request.protocol(),
                request.seeds().size() == 1 ? ", once, with seed " : ", repeated with seeds ",
                seeds));
    if (request.protocol().isSubjectIndependent()) {
      text.append(
          " No speaker is on both sides of a split, and no source shares a speaker with a"
              + " destination.");
    }
    text.append(
        " Scaling, evolution and training see the training folds alone; no setting of any method"
            + " was chosen by a test fold. Methods: ");
    text.append(systems).append('.');
    if (request.clipsPerCell() > 0) {
      text.append(
          " For a quick look at most %d clips of each subject and emotion took part: these figures are no results."
              .formatted(request.clipsPerCell()));
    }
    return text.toString();
  }

  private static List<String> files() {
    return List.of(
        "experiment.arff: the results of Weka's Experiment, for the Analyse tab of the"
            + " Experimenter",
        "figures: every figure as PNG (300 dpi) and SVG, and its numbers as CSV",
        "folds, sources: finished folds and source models, from which a study that was stopped goes"
            + " on",
        "results.csv: one row for every setting, system, seed, fold and clip: truth, decision,"
            + " probabilities",
        "tables: every table of results as CSV, with all digits");
  }
}
