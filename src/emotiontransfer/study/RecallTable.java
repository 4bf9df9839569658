package emotiontransfer.study;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.evaluation.MeanStd;
import emotiontransfer.evaluation.Predictions;
import emotiontransfer.file.Shown;
import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandLine;
import java.io.File;
import java.io.IOException;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
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
public final class RecallTable extends AbstractCommand {

  @Override
  protected void execute(CommandLine line) throws Exception {
    List<String> files = line.repeated("predictions");
    line.finish();
    System.out.print(table(files));
  }

  /** Returns the table as text, a column for each file of predictions. */
  static String table(List<String> files) throws IOException {
    Map<File, Predictions> columns = new LinkedHashMap<>();
    TreeSet<String> subjects = new TreeSet<>();
    for (String file : files) {
      Predictions predictions = Predictions.read(new File(file));
      columns.put(new File(file), predictions);
      subjects.addAll(predictions.subjects().keySet());
    }
    Map<String, Function<Predictions, String>> lines = new LinkedHashMap<>();
    lines.put("subject", p -> "  %5s %6s %6s ".formatted("clips", "WAR", "UAR"));
    subjects.forEach(subject -> lines.put(subject, p -> figures(p.of(subject))));
    lines.put("mean", p -> overSubjects(p, MeanStd::mean));
    lines.put("std. deviation", p -> overSubjects(p, MeanStd::deviation));
    lines.put("pooled", p -> figures(p.confusion()));
    int width =
        Math.max(
            15, subjects.stream().map(Shown::name).mapToInt(String::length).max().orElse(0) + 1);
    StringBuilder text = new StringBuilder(" ".repeat(width));
    columns
        .keySet()
        .forEach(file -> text.append("  %-20s".formatted(Shown.name(Predictions.name(file)))));
    lines.forEach(
        (heading, cells) -> {
          text.append('\n').append(Utils.padRight(Shown.name(heading), width));
          columns.values().forEach(predictions -> text.append(cells.apply(predictions)));
        });
    text.append('\n');
    columns.forEach(
        (file, predictions) -> {
          String note = predictions.confusion().undecidedNote();
          text.append(note.isEmpty() ? "" : Shown.name(file.getName()) + ": " + note + "\n");
        });
    return text.toString();
  }

  private static String figures(ConfusionMatrix confusion) {
    String clips = String.format(Locale.ROOT, "  %5.0f", confusion.total());
    return clips + number(confusion.war()) + number(confusion.uar()) + " ";
  }

  private static String number(double figure) {
    return Double.isNaN(figure) ? "      -" : String.format(Locale.ROOT, " %6.4f", figure);
  }

  private static String overSubjects(Predictions all, ToDoubleFunction<MeanStd> moment) {
    Collection<ConfusionMatrix> each = all.subjects().values();
    MeanStd war = MeanStd.of(each.stream().map(ConfusionMatrix::war).toList());
    MeanStd uar = MeanStd.of(each.stream().map(ConfusionMatrix::uar).toList());
    return "       " + number(moment.applyAsDouble(war)) + number(moment.applyAsDouble(uar)) + " ";
  }
}
