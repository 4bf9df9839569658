package emotiontransfer.study;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.evaluation.Predictions;
import emotiontransfer.figure.ConfusionDrawing;
import emotiontransfer.figure.Figure;
import emotiontransfer.figure.FigureFile;
import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandFiles;
import emotiontransfer.weka.command.CommandLine;
import java.io.File;
import java.util.List;

/**
 * Draws the confusion matrix of an evaluation.
 *
 * <pre>
 * weka.Run emotiontransfer.study.ConfusionFigure -predictions FILE.csv -out FILE.png
 * </pre>
 *
 * <p>Rows are the true classes. A cell shows the fraction of the row's clips in per cent and the
 * number of clips; the second line gives the pooled WAR and UAR.
 */
public final class ConfusionFigure extends AbstractCommand {

  @Override
  protected void execute(CommandLine line) throws Exception {
    CommandFiles files = new CommandFiles();
    File in = files.input("predictions", line.required("predictions")).toFile();
    List<String> out = line.repeated("out");
    for (String file : out) {
      files.made("out", file);
    }
    String title = line.option("title").orElse(Predictions.name(in));
    int dpi = line.number("dpi", FigureFile.DEFAULT_DPI, 1);
    line.finish();
    FigureFile.write(figure(Predictions.read(in), title), out, dpi);
  }

  static Figure figure(Predictions predictions, String title) {
    ConfusionMatrix confusion = predictions.confusion();
    String counts =
        " (%s clips, %s subjects)"
            .formatted((long) confusion.total(), predictions.subjects().size());
    String undecided = confusion.undecidedNote();
    String suffix = undecided.isEmpty() ? counts : counts + ". " + undecided;
    return ConfusionDrawing.of(predictions.labels(), confusion, title, suffix);
  }
}
