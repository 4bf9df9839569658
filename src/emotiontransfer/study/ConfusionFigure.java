package emotiontransfer.study;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.figure.ConfusionDrawing;
import emotiontransfer.figure.Figure;
import emotiontransfer.figure.FigureFile;
import java.io.File;
import java.util.List;
import java.util.Locale;
import weka.core.CommandlineRunnable;
import weka.core.Utils;

/**
 * Draws the confusion matrix of an evaluation.
 *
 * <pre>
 * weka.Run emotiontransfer.study.ConfusionFigure -predictions FILE.csv -out FILE.png
 * </pre>
 *
 * <p>Rows are the true classes. A cell shows the share of the row's clips in per cent and the
 * number of clips; the title gives the pooled WAR and UAR.
 */
public final class ConfusionFigure implements CommandlineRunnable {

  private static final String USAGE =
      """
      Options of emotiontransfer.study.ConfusionFigure:
      -predictions FILE.csv  written by LeaveOneSubjectOutEvaluation -predictions
      -out FILE.png|.svg     the picture; may be given twice, for both kinds
      -title TEXT            first line of the picture (default: the name of the predictions file)
      -dpi N                 dots per inch of a PNG (default: 300)
      """;

  /** Makes a figure command. */
  public ConfusionFigure() {}

  @Override
  public void preExecution() {}

  @Override
  public void postExecution() {}

  /**
   * Draws one picture.
   *
   * @param toRun not used
   * @param options see the class
   * @throws Exception if an option is wrong or a file cannot be read or written
   */
  @Override
  public void run(Object toRun, String[] options) throws Exception {
    if (Utils.getFlag("h", options) || Utils.getFlag("help", options)) {
      System.out.print(USAGE);
      return;
    }
    File in = new File(CommandOptions.required("predictions", options, USAGE));
    List<String> out = CommandOptions.repeated("out", options, USAGE);
    String title = Utils.getOption("title", options);
    int dpi = CommandOptions.dpi(options);
    CommandOptions.finish(options, USAGE);
    Predictions predictions = Predictions.read(in);
    String name = in.getName().replaceFirst("\\.csv$", "");
    Figure figure = figure(predictions, title.isEmpty() ? name : title);
    for (String file : out) {
      FigureFile.write(figure, new File(file), dpi);
    }
  }

  /**
   * Returns the picture of an evaluation.
   *
   * @param predictions its decisions
   * @param title first line
   * @return the picture; its second line gives WAR, UAR and counts
   */
  static Figure figure(Predictions predictions, String title) {
    ConfusionMatrix confusion = predictions.confusion();
    String subtitle =
        String.format(
            Locale.ROOT,
            "WAR %.1f %%, UAR %.1f %% (%d clips, %d subjects)",
            100 * confusion.war(),
            100 * confusion.uar(),
            (long) confusion.total(),
            predictions.subjects());
    String undecided = confusion.undecidedNote();
    return new ConfusionDrawing(
        predictions.labels(),
        confusion,
        title,
        undecided.isEmpty() ? subtitle : subtitle + ". " + undecided);
  }
}
