package emotiontransfer.study.report;

import static java.util.stream.Collectors.joining;

import emotiontransfer.study.plan.PaperFigures.Places;
import emotiontransfer.study.plan.Setting;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.result.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.lang3.StringUtils;

/**
 * Puts a report together.
 *
 * @param settings that were run, in order
 * @param skipped why each other setting was not run
 */
public record StudyReport(
    StudyRequest request,
    List<SettingSection> settings,
    Map<Setting, String> skipped,
    RunSection how) {

  private static final List<String> FILES =
      List.of(
          "experiment.arff: results as Weka's Experiment writes them, for the Analyse tab of the"
              + " Experimenter",
          "figures: every figure as PNG (300 dpi) and SVG, and its numbers as CSV",
          "folds, sources: finished folds and source models, from which a study that was stopped"
              + " goes on",
          "results.csv: one row for every setting, system, seed, fold and clip: truth, decision,"
              + " probabilities",
          "tables: every table of results as CSV, with all digits");

  public void write(Report report) throws Exception {
    report.heading(1, Report.TITLE, "top");
    report.paragraph(protocol());
    contents(report);
    for (SettingSection setting : settings) {
      setting.write();
    }
    how.write(report);
    if (how.isPaper()) {
      paper(report);
    }
    report.heading(2, "Files", "files");
    List<String> files = new ArrayList<>(FILES);
    if (!request.fewSubjects().isEmpty()) {
      files.add("few-subjects.csv: results.csv of the runs with few training subjects, with these");
    }
    report.items(files);
  }

  private void contents(Report report) {
    List<String> lines = new ArrayList<>(settings.stream().map(SettingSection::contents).toList());
    lines.add("[Corpora](#corpora), [how it was run](#how), [files](#files)");
    if (how.isPaper()) {
      lines.add("[Where the paper's tables and figures are](#paper)");
    }
    if (!skipped.isEmpty()) {
      lines.add("[Settings that were not run](#skipped): " + titles(skipped.keySet().stream()));
    }
    report.items(lines);
  }

  /** Leads from the paper's numbers to this report, where at least one setting is the paper's. */
  private void paper(Report report) {
    report.heading(2, "Where the paper's tables and figures are", "paper");
    report.table(
        new ResultTable("index", "The paper's tables and figures", "In the paper|Here", index()),
        "Settings that are not the paper's stand where their modality and destination put them; of"
            + " settings from scratch the paper prints WAR alone.");
    if (!skipped.isEmpty()) {
      report.heading(2, "Settings that were not run", "skipped");
      List<String> reasons = new ArrayList<>();
      skipped.forEach((setting, why) -> reasons.add(setting.title() + ": " + why));
      report.items(reasons);
    }
  }

  private static String titles(Stream<Setting> some) {
    return some.map(Setting::title).collect(joining(", "));
  }

  private String protocol() {
    String names = titles(settings.stream().map(SettingSection::setting));
    List<StudySystem> all =
        settings.stream()
            .flatMap(setting -> setting.result().systems().stream())
            .distinct()
            .sorted()
            .toList();
    String systems = all.stream().map(StudySystem::title).collect(joining("; "));
    return """
    This report was made by the study command of emotionTransfer, after Nguyen et al., “Meta \
    Transfer Learning for Emotion Recognition”. Settings: %s. Protocol: %s%s%s; a seed \
    stands for the source's evolution, the order of training clips and every random \
    choice of a method. A clip has one decision and counts once.%s \
    Scaling, evolution and training see the training folds alone; no setting of any method \
    was chosen by a test fold.%s Methods: %s.%s\
    """
        .formatted(
            names,
            request.protocol(),
            request.seeds().size() == 1 ? ", once, with seed " : ", repeated with seeds ",
            StringUtils.join(request.seeds(), ", "),
            request.protocol().isSubjectIndependent()
                ? " No speaker is on both sides of a split, and no source shares a speaker with a"
                    + " destination."
                : "",
            request.schemes().transductiveNote(all),
            systems,
            request.clipsPerCell() == 0
                ? ""
                : (" For a quick look at most %s clips of each subject and emotion took part:"
                        + " these figures are no results.")
                    .formatted(request.clipsPerCell()));
  }

  private List<List<?>> index() {
    List<List<?>> rows = new ArrayList<>();
    rows.add(List.of("Tables 1, 2", "measures and notation: [How it was run](#how)"));
    links(rows, "Table 3", p -> "Table 3", "recalls", "recalls");
    links(rows, "Table 4|Table 5|Table 6|Table 7", Places::table, "methods", "methods");
    links(rows, "Figure 14 (a)|Figure 14 (b)", Places::confusion, "confusions", "confusion");
    links(rows, "Figure 15", p -> "Figure 15", "curves", "curves");
    links(rows, "Figure 16 (a)|Figure 16 (b)", Places::roc, "rocs", "ROC");
    links(rows, "Figure 17 (a)|Figure 17 (b)", Places::roc, "rocs", "ROC");
    links(rows, "Figure 18 (a)|Figure 18 (b)", Places::confusion, "confusions", "confusion");
    links(rows, "Figures 19 to 23", p -> "Figures 19 to 23", "pathways", "pathways");
    return rows;
  }

  /** Adds a row for each of some places in the paper: links to the settings that stand there. */
  private void links(
      List<List<?>> rows, String all, Function<Places, String> own, String part, String words) {
    for (String place : all.split("\\|")) {
      String links =
          settings.stream()
              .filter(setting -> setting.has(part) && own.apply(setting.places()).equals(place))
              .map(setting -> setting.link(words, part))
              .collect(joining("; "));
      rows.add(List.of(place, links.isEmpty() ? "no such setting was run" : links));
    }
  }
}
