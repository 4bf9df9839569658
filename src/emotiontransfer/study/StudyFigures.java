package emotiontransfer.study;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.evaluation.MeanStd;
import emotiontransfer.figure.ChartFigure;
import emotiontransfer.figure.ConfusionDrawing;
import emotiontransfer.figure.Figure;
import emotiontransfer.figure.FigureFile;
import emotiontransfer.figure.LineChart;
import emotiontransfer.figure.PathwayDrawing;
import emotiontransfer.figure.PathwayView;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.report.Block;
import emotiontransfer.study.report.StudyFacts;
import emotiontransfer.study.result.LearningCurve;
import emotiontransfer.study.result.Roc;
import emotiontransfer.study.result.SettingTables;
import emotiontransfer.study.run.SettingResult;
import emotiontransfer.study.run.SettingResult.SystemRun;
import emotiontransfer.weka.classify.ModelFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Draws the figures of a setting: PNG and SVG, with their numbers as CSV. */
final class StudyFigures {

  private static final int CHART_WIDTH = 420;
  private static final int CURVE_HEIGHT = 300;
  private static final int ROC_HEIGHT = 400;

  private static final LineChart.Line CHANCE =
      new LineChart.Line(
          "chance", List.of(0.0, 1.0), List.of(0.0, 1.0), List.of(Double.NaN, Double.NaN));

  private final Path folder;
  private final SettingResult result;
  private final SettingTables tables;
  private final String id;
  private final List<String> labels;
  private final int seeds;

  /**
   * Prepares the figures of a setting.
   *
   * @param folder where they go
   * @param result what the setting gave
   */
  StudyFigures(Path folder, SettingResult result) {
    this.folder = folder;
    this.result = result;
    this.tables = new SettingTables(result);
    this.id = result.corpora().setting().fileName();
    this.labels = result.labels();
    this.seeds = result.of(result.systems().get(0)).size();
  }

  /** Draws them all; files of an earlier start are overwritten. */
  StudyFacts.SettingPictures draw() throws IOException {
    List<Block.Picture> confusions = new ArrayList<>();
    List<Block.Picture> rocs = new ArrayList<>();
    for (StudySystem system : result.systems()) {
      confusions.add(confusion(system));
      rocs.add(roc(system));
    }
    return new StudyFacts.SettingPictures(confusions, curves(), rocs, pathways());
  }

  private String seedWords() {
    return seeds == 1 ? "1 seed" : seeds + " seeds together";
  }

  private Block.Picture picture(String kind, Figure figure, List<String> csv, String caption)
      throws IOException {
    String name = id + "-" + kind;
    FigureFile.write(figure, folder.resolve(name + ".svg").toFile(), FigureFile.DEFAULT_DPI);
    FigureFile.write(figure, folder.resolve(name + ".png").toFile(), FigureFile.DEFAULT_DPI);
    Files.write(folder.resolve(name + ".csv"), csv);
    return new Block.Picture(name, caption);
  }

  private Block.Picture confusion(StudySystem system) throws IOException {
    ConfusionMatrix confusion = tables.scores(system).allSeeds();
    String subtitle =
        String.format(
            Locale.ROOT,
            "WAR %.1f %%, UAR %.1f %%, %s",
            100 * confusion.war(),
            100 * confusion.uar(),
            seedWords());
    Figure figure = new ConfusionDrawing(labels, confusion, system.title(), subtitle);
    List<String> csv =
        new ArrayList<>(List.of("actual," + String.join(",", confusion.columns(labels))));
    for (int row = 0; row < confusion.classes(); row++) {
      csv.add(
          labels.get(row)
              + ","
              + Arrays.stream(confusion.rows()[row])
                  .mapToObj(count -> String.valueOf((long) count))
                  .collect(Collectors.joining(",")));
    }
    return picture(
        "confusion-" + system.keyword(),
        figure,
        csv,
        "Confusion of "
            + system.title()
            + ": per cent of the true emotion's clips, and clips."
            + note(confusion));
  }

  private static String note(ConfusionMatrix confusion) {
    String note = confusion.undecidedNote();
    return note.isEmpty() ? "" : " " + note;
  }

  private Block.Picture roc(StudySystem system) throws IOException {
    List<Roc> rocs = tables.rocs(system);
    List<LineChart.Line> lines = new ArrayList<>();
    List<String> csv = new ArrayList<>(List.of("emotion,false_positive_rate,true_positive_rate"));
    for (Roc roc : rocs) {
      String name = String.format(Locale.ROOT, "%s (AUC %.3f)", roc.emotion(), roc.area());
      List<Double> none = Collections.nCopies(roc.falsePositives().size(), Double.NaN);
      lines.add(new LineChart.Line(name, roc.falsePositives(), roc.truePositives(), none));
      IntStream.range(0, roc.falsePositives().size())
          .forEach(
              i ->
                  csv.add(
                      roc.emotion()
                          + ","
                          + roc.falsePositives().get(i)
                          + ","
                          + roc.truePositives().get(i)));
    }
    lines.add(CHANCE);
    LineChart chart =
        new LineChart(
            system.title(),
            "An emotion against all others, " + seedWords(),
            lines,
            new LineChart.Axis("false positive rate (share of other clips)", 0, 1, false),
            new LineChart.Axis("true positive rate (share of the emotion's clips)", 0, 1, false));
    return picture(
        "roc-" + system.keyword(),
        new ChartFigure(chart, CHART_WIDTH, ROC_HEIGHT),
        csv,
        "Receiver operating characteristic of " + system.title() + ".");
  }

  private List<Block.Picture> curves() throws IOException {
    List<LearningCurve> curves = tables.curves();
    if (curves.isEmpty()) {
      return List.of();
    }
    List<LineChart.Line> lines = new ArrayList<>();
    List<String> csv = new ArrayList<>(List.of("system,generation,war,std_dev_over_seeds"));
    for (LearningCurve curve : curves) {
      lines.add(
          new LineChart.Line(
              curve.name(),
              curve.generations().stream().map(Integer::doubleValue).toList(),
              curve.war().stream().map(MeanStd::mean).toList(),
              curve.war().stream().map(MeanStd::deviation).toList()));
      for (int i = 0; i < curve.generations().size(); i++) {
        MeanStd war = curve.war().get(i);
        csv.add(
            "\"%s\",%d,%s,%s"
                .formatted(curve.name(), curve.generations().get(i), war.mean(), war.deviation()));
      }
    }
    LineChart chart =
        new LineChart(
            "Test accuracy during the evolution",
            seeds == 1
                ? "1 seed"
                : "Mean of " + seeds + " seeds; bands: standard deviation over seeds",
            lines,
            new LineChart.Axis("generation", Double.NaN, Double.NaN, true),
            new LineChart.Axis(
                "WAR of the test clips, pooled over folds", Double.NaN, Double.NaN, false));
    return List.of(
        picture(
            "curves",
            new ChartFigure(chart, CHART_WIDTH, CURVE_HEIGHT),
            csv,
            "Test learning curves with and without transfer."));
  }

  private List<Block.Picture> pathways() throws IOException {
    Optional<SystemRun> drawn =
        Stream.of(StudySystem.TRANSFER, StudySystem.SCRATCH)
            .flatMap(system -> result.of(system).stream())
            .filter(run -> Files.isRegularFile(run.model()))
            .findFirst();
    if (drawn.isEmpty()) {
      return List.of();
    }
    PathNetModel model = ModelFile.pathNet(drawn.get().model().toFile());
    Optional<Path> sourceFile = drawn.get().source();
    if (sourceFile.isEmpty()) {
      return List.of(
          pathway(model, "initial", "start", "As in Figure 19: population at the start."),
          pathway(model, "best", "optimum", "As in Figure 20: the best pathway."));
    }
    PathNetModel source = ModelFile.pathNet(sourceFile.get().toFile());
    return List.of(
        pathway(
            source,
            "initial",
            "source-start",
            "As in Figure 19: population at the start of the source's evolution."),
        pathway(
            source,
            "best",
            "source-optimum",
            "As in Figure 20: the source's best pathway, which is frozen."),
        pathway(
            model,
            "initial",
            "destination-start",
            "As in Figure 21: new population on the destination; the frozen pathway in orange."),
        pathway(
            model,
            "final",
            "destination-end",
            "As in Figure 22: population at the end; the frozen pathway was active all the time."),
        pathway(
            model,
            "best",
            "destination-optimum",
            "As in Figure 23: the destination's best pathway beside the frozen one."));
  }

  private Block.Picture pathway(PathNetModel model, String show, String kind, String caption)
      throws IOException {
    PathwayView view = PathwayFigure.view(model, show, "", false);
    List<String> csv = new ArrayList<>(List.of("pathway,layer,module"));
    for (int i = 0; i < view.pathways().size(); i++) {
      addModules(csv, String.valueOf(i + 1), view.pathways().get(i));
    }
    addModules(csv, "source", view.source());
    return picture("pathway-" + kind, new PathwayDrawing(view), csv, caption);
  }

  private static void addModules(
      List<String> csv, String name, emotiontransfer.pathnet.network.Pathway pathway) {
    for (int layer = 0; layer < pathway.layers().size(); layer++) {
      for (int module : pathway.modules(layer)) {
        csv.add(name + "," + (layer + 1) + "," + module);
      }
    }
  }
}
