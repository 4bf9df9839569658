package emotiontransfer.study.report;

import emotiontransfer.study.plan.PaperFigures;
import emotiontransfer.study.plan.PaperFigures.Places;
import emotiontransfer.study.plan.Setting;
import emotiontransfer.study.result.Cell;
import emotiontransfer.study.result.ResultTable;
import emotiontransfer.study.run.SettingResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells a reader of the paper where its tables and figures are in the report. */
final class PaperIndex {

  private final StudyFacts facts;

  PaperIndex(StudyFacts facts) {
    this.facts = facts;
  }

  /** Returns the numbers of a setting's tables and figures. */
  static Places numbers(SettingResult result) {
    return Places.of(
        result.corpora().setting().modality(),
        result.corpora().corpora().get(result.corpora().corpora().size() - 1).scheme());
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

  Block table() {
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("Tables 1, 2", "measures and notation: [How it was run](#how)"));
    rows.add(row("Table 3", each(result -> Optional.of(link(result, "recalls", "recalls")))));
    for (int table = 4; table <= 7; table++) {
      String number = "Table " + table;
      rows.add(
          row(number, each(r -> only(numbers(r).table(), number, link(r, "methods", "methods")))));
    }
    for (String figure : List.of("Figure 14 (a)", "Figure 14 (b)")) {
      rows.add(confusion(figure));
    }
    rows.add(row("Figure 15", each(r -> pictured(r, "curves", curves(r)))));
    for (String figure :
        List.of("Figure 16 (a)", "Figure 16 (b)", "Figure 17 (a)", "Figure 17 (b)")) {
      rows.add(row(figure, each(r -> only(numbers(r).roc(), figure, link(r, "rocs", "ROC")))));
    }
    for (String figure : List.of("Figure 18 (a)", "Figure 18 (b)")) {
      rows.add(confusion(figure));
    }
    rows.add(row("Figures 19 to 23", each(r -> pictured(r, "pathways", pathways(r)))));
    ResultTable table =
        new ResultTable(
            "index", "The paper's tables and figures", List.of("In the paper", "Here"), rows);
    return new Block.Table(
        table,
        "Settings that are not the paper's stand where their modality and destination put them; of"
            + " settings from scratch the paper prints WAR alone.");
  }

  private List<Cell> confusion(String figure) {
    return row(
        figure,
        each(r -> only(numbers(r).confusion(), figure, link(r, "confusions", "confusion"))));
  }

  private boolean curves(SettingResult result) {
    return !facts.pictures().get(result.corpora().setting()).curves().isEmpty();
  }

  private boolean pathways(SettingResult result) {
    return !facts.pictures().get(result.corpora().setting()).pathways().isEmpty();
  }

  private static Optional<String> pictured(SettingResult result, String part, boolean is) {
    return is ? Optional.of(link(result, part, part)) : Optional.empty();
  }

  private static Optional<String> only(String number, String wanted, String link) {
    return number.equals(wanted) ? Optional.of(link) : Optional.empty();
  }

  private static String link(SettingResult result, String part, String words) {
    Setting setting = result.corpora().setting();
    return "[%s, %s](#%s-%s)".formatted(setting.title(), words, setting.fileName(), part);
  }

  private String each(Function<SettingResult, Optional<String>> link) {
    String links =
        facts.results().stream()
            .flatMap(result -> link.apply(result).stream())
            .collect(Collectors.joining("; "));
    return links.isEmpty() ? "no such setting was run" : links;
  }

  private static List<Cell> row(String paper, String here) {
    return List.of(Cell.of(paper), Cell.of(here));
  }
}
