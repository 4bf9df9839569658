package emotiontransfer.study;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.evaluation.MeanStd;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import weka.core.CommandlineRunnable;
import weka.core.Utils;

/**
 * Prints WAR and UAR of several evaluations side by side: pooled, per subject, and mean and
 * standard deviation over the subjects.
 *
 * <pre>
 * weka.Run emotiontransfer.study.RecallTable -predictions A.csv -predictions B.csv
 * </pre>
 *
 * <p>Pooled figures are those of one confusion matrix over all clips. UAR is the mean recall of the
 * classes that a subject has clips of. A clip without a decision counts as wrong.
 */
public final class RecallTable implements CommandlineRunnable {

  private static final String USAGE =
      """
      Options of emotiontransfer.study.RecallTable:
      -predictions FILE.csv  written by LeaveOneSubjectOutEvaluation -predictions; may be given
                             several times, for a column each
      """;

  /** Makes a table command. */
  public RecallTable() {}

  @Override
  public void preExecution() {}

  @Override
  public void postExecution() {}

  /**
   * Prints the table.
   *
   * @param toRun not used
   * @param options see the class
   * @throws Exception if an option is wrong or a file cannot be read
   */
  @Override
  public void run(Object toRun, String[] options) throws Exception {
    if (Utils.getFlag("h", options) || Utils.getFlag("help", options)) {
      System.out.print(USAGE);
      return;
    }
    List<String> files = CommandOptions.repeated("predictions", options, USAGE);
    CommandOptions.finish(options, USAGE);
    System.out.print(table(files));
  }

  /**
   * Returns the table as text.
   *
   * @param files predictions, one column each
   * @return lines
   * @throws IOException if a file cannot be read
   */
  static String table(List<String> files) throws IOException {
    Map<String, Predictions> columns = new LinkedHashMap<>();
    for (String file : files) {
      columns.put(file, Predictions.read(new File(file)));
    }
    TreeSet<String> subjects = new TreeSet<>();
    columns.values().forEach(p -> p.rows().forEach(row -> subjects.add(row.subject())));
    int width = Math.max(15, subjects.stream().mapToInt(String::length).max().orElse(0) + 1);
    StringBuilder text = new StringBuilder();
    heading(text, new ArrayList<>(columns.keySet()), width);
    for (String subject : subjects) {
      text.append(pad(subject, width));
      columns.values().forEach(p -> figures(text, p.of(subject).confusion()));
      text.append('\n');
    }
    text.append(pad("mean", width));
    columns.values().forEach(p -> moments(text, p, MeanStd::mean));
    text.append('\n').append(pad("std. deviation", width));
    columns.values().forEach(p -> moments(text, p, MeanStd::deviation));
    text.append('\n').append(pad("pooled", width));
    columns.values().forEach(p -> figures(text, p.confusion()));
    text.append('\n');
    columns.forEach(
        (file, predictions) -> {
          String note = predictions.confusion().undecidedNote();
          text.append(note.isEmpty() ? "" : new File(file).getName() + ": " + note + "\n");
        });
    return text.toString();
  }

  private static void heading(StringBuilder text, List<String> files, int width) {
    text.append(pad("", width));
    for (String file : files) {
      String name = new File(file).getName().replaceFirst("\\.csv$", "");
      text.append(String.format("  %-20s", name));
    }
    text.append('\n').append(pad("subject", width));
    for (int i = 0; i < files.size(); i++) {
      text.append(String.format("  %5s %6s %6s ", "clips", "WAR", "UAR"));
    }
    text.append('\n');
  }

  private static String pad(String text, int width) {
    return String.format("%-" + width + "s", text);
  }

  private static void figures(StringBuilder text, ConfusionMatrix confusion) {
    text.append(String.format(Locale.ROOT, "  %5.0f", confusion.total()));
    number(text, confusion.war());
    number(text, confusion.uar());
    text.append(' ');
  }

  private static void number(StringBuilder text, double figure) {
    text.append(Double.isNaN(figure) ? "      -" : String.format(Locale.ROOT, " %6.4f", figure));
  }

  private interface Moment {
    double of(MeanStd summary);
  }

  private static void moments(StringBuilder text, Predictions predictions, Moment moment) {
    List<ConfusionMatrix> bySubject =
        predictions.rows().stream()
            .map(Predictions.Row::subject)
            .distinct()
            .map(subject -> predictions.of(subject).confusion())
            .filter(confusion -> confusion.total() > 0)
            .toList();
    text.append("       ");
    number(text, moment.of(MeanStd.of(bySubject.stream().map(ConfusionMatrix::war).toList())));
    number(text, moment.of(MeanStd.of(bySubject.stream().map(ConfusionMatrix::uar).toList())));
    text.append(' ');
  }
}
