package emotiontransfer.study;

import emotiontransfer.figure.Figure;
import emotiontransfer.figure.FigureFile;
import emotiontransfer.figure.PathwayDrawing;
import emotiontransfer.figure.PathwayTimeline;
import emotiontransfer.figure.PathwayView;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.weka.classify.ModelFile;
import java.io.File;
import java.util.List;
import weka.core.CommandlineRunnable;
import weka.core.Utils;

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
public final class PathwayFigure implements CommandlineRunnable {

  private static final String USAGE =
      """
      Options of emotiontransfer.study.PathwayFigure:
      -model FILE            saved by PathNetClassifier -d or by the Explorer
      -out FILE.png|.svg     the picture; may be given twice, for both kinds
      -show best|initial|final
                             best pathway, or population before or after the evolution
                             (default: best)
      -no-curve              leaves out the fitness curve below the best pathway
      -title TEXT            first line of the picture (default: says what is shown)
      -dpi N                 dots per inch of a PNG (default: 300)
      """;

  /** Makes a figure command. */
  public PathwayFigure() {}

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
    File in = new File(CommandOptions.required("model", options, USAGE));
    List<String> out = CommandOptions.repeated("out", options, USAGE);
    String show = Utils.getOption("show", options);
    boolean curve = !Utils.getFlag("no-curve", options);
    String title = Utils.getOption("title", options);
    int dpi = CommandOptions.dpi(options);
    CommandOptions.finish(options, USAGE);
    PathNetModel model = ModelFile.pathNet(in);
    PathwayView view = view(model, show.isEmpty() ? "best" : show, title, curve);
    Figure figure = new PathwayDrawing(view);
    for (String file : out) {
      FigureFile.write(figure, new File(file), dpi);
    }
  }

  /**
   * Returns what a picture shows.
   *
   * @param model whose pathways
   * @param show {@code best}, {@code initial} or {@code final}
   * @param title first line, or empty for one that says what is shown
   * @param curve whether the fitness curve stands below a best pathway
   * @throws IllegalArgumentException if {@code show} is none of the three
   */
  public static PathwayView view(PathNetModel model, String show, String title, boolean curve) {
    List<Pathway> pathways =
        switch (show) {
          case "best" -> List.of(model.bestPathway());
          case "initial" -> model.initialPopulation();
          case "final" -> model.finalPopulation();
          default ->
              throw new IllegalArgumentException(
                  "-show must be best, initial or final, but is '" + show + "'.");
        };
    boolean best = show.equals("best");
    List<GenerationRecord> history = best && curve ? model.history() : List.of();
    return new PathwayView(
        title.isEmpty() ? title(model, show) : title,
        model.shape(),
        pathways,
        model.sourcePathway(),
        model.sourceUse(),
        model.classLabels(),
        history);
  }

  private static String title(PathNetModel model, String show) {
    int generations = model.history().size();
    String what =
        switch (show) {
          case "initial" ->
              "Initial population of " + model.initialPopulation().size() + " pathways";
          case "final" ->
              "Population of "
                  + model.finalPopulation().size()
                  + " pathways after "
                  + generations
                  + " generations";
          default -> "Best pathway of " + generations + " generations";
        };
    return what + PathwayTimeline.corpora(model);
  }
}
