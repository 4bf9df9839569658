package emotiontransfer.study;

import emotiontransfer.figure.FigureFile;
import emotiontransfer.figure.PathwayDrawing;
import emotiontransfer.figure.PathwayView;
import emotiontransfer.figure.PathwayView.Moment;
import emotiontransfer.weka.classify.ModelFile;
import emotiontransfer.weka.command.AbstractCommand;
import emotiontransfer.weka.command.CommandFiles;
import emotiontransfer.weka.command.CommandLine;
import java.io.File;
import java.util.List;
import java.util.Optional;

/**
 * Draws the pathways of a model, as the paper's Figures 19 to 23.
 *
 * <pre>
 * weka.Run emotiontransfer.study.PathwayFigure -model FILE.model -out FILE.png
 * </pre>
 *
 * <p>{@code -show best} draws the best pathway and, where there is one, the source's (Figures 20
 * and 23), with the fitness over the generations below; {@code initial} and {@code final} draw the
 * population before and after the evolution (Figures 19, 21 and 22).
 */
public final class PathwayFigure extends AbstractCommand {

  @Override
  protected void execute(CommandLine line) throws Exception {
    CommandFiles files = new CommandFiles();
    File in = files.input("model", line.required("model")).toFile();
    List<String> out = line.repeated("out");
    for (String file : out) {
      files.made("out", file);
    }
    Moment moment = line.keyword("show", Moment.BEST);
    boolean curve = !line.flag("no-curve");
    Optional<String> title = line.option("title");
    int dpi = line.number("dpi", FigureFile.DEFAULT_DPI, 1);
    line.finish();
    PathwayView view = PathwayView.of(ModelFile.pathNet(in), moment, title, curve);
    FigureFile.write(PathwayDrawing.of(view), out, dpi);
  }
}
