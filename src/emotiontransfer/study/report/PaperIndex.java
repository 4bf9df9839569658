package emotiontransfer.study.report;

import emotiontransfer.corpus.Corpus;
import emotiontransfer.study.plan.PaperFigures;
import emotiontransfer.study.plan.PaperFigures.Places;
import emotiontransfer.study.plan.Setting;
import emotiontransfer.study.report.StudyFacts.SettingFacts;
import emotiontransfer.study.result.ResultTable;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Where a reader of the paper finds its tables and figures in the report. */
final class PaperIndex {

  private final List<SettingFacts> settings;
  private final List<List<?>> rows = new ArrayList<>();

  PaperIndex(List<SettingFacts> settings) {
    this.settings = settings;
  }

  /** Returns where the paper has a setting's tables and figures. */
  static Places places(SettingFacts facts) {
    List<Corpus> corpora = facts.result().corpora().corpora();
    return Places.of(facts.setting().modality(), corpora.get(corpora.size() - 1).scheme());
  }

  /** Returns whether the paper compares methods in a setting, or it only has the layout. */
  static String likeMethods(Setting setting) {
    return words(PaperFigures.of(setting).isPresent());
  }

  /** Returns whether the paper shows a setting in detail, which it does for transfers alone. */
  static String like(Setting setting) {
    return words(PaperFigures.of(setting).isPresent() && !setting.sources().isEmpty());
  }

  private static String words(boolean own) {
    return own ? "the paper's " : "in the layout of the paper's ";
  }

  void write(Report report) {
    row("Tables 1, 2", "measures and notation: [How it was run](#how)");
    rowWhere("Table 3", facts -> true, "recalls", "recalls");
    for (int table = 4; table <= 7; table++) {
      placed("Table " + table, Places::table, "methods", "methods");
    }
    halves("Figure 14", Places::confusion, "confusions", "confusion");
    rowWhere("Figure 15", facts -> facts.pictures().containsKey("curves"), "curves", "curves");
    halves("Figure 16", Places::roc, "rocs", "ROC");
    halves("Figure 17", Places::roc, "rocs", "ROC");
    halves("Figure 18", Places::confusion, "confusions", "confusion");
    rowWhere(
        "Figures 19 to 23",
        facts -> facts.pictures().containsKey("pathways"),
        "pathways",
        "pathways");
    report.heading(2, "Where the paper's tables and figures are", "paper");
    report.table(
        new ResultTable(
            "index", "The paper's tables and figures", List.of("In the paper", "Here"), rows),
        "Settings that are not the paper's stand where their modality and destination put them; of"
            + " settings from scratch the paper prints WAR alone.");
  }

  private void halves(String figure, Function<Places, String> place, String part, String words) {
    placed(figure + " (a)", place, part, words);
    placed(figure + " (b)", place, part, words);
  }

  private void row(String paper, String here) {
    rows.add(List.of(paper, here));
  }

  /** Adds a row with links to the settings that have this place in the paper. */
  private void placed(String paper, Function<Places, String> place, String part, String words) {
    rowWhere(paper, facts -> place.apply(places(facts)).equals(paper), part, words);
  }

  private void rowWhere(String paper, Predicate<SettingFacts> has, String part, String words) {
    String links =
        settings.stream()
            .filter(has)
            .map(SettingFacts::setting)
            .map(s -> "[%s, %s](#%s-%s)".formatted(s.title(), words, s.fileName(), part))
            .collect(Collectors.joining("; "));
    row(paper, links.isEmpty() ? "no such setting was run" : links);
  }
}
