package emotiontransfer.study.report;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.evaluation.MeanStd;
import emotiontransfer.figure.ConfusionDrawing;
import emotiontransfer.figure.Figure;
import emotiontransfer.figure.FigureFile;
import emotiontransfer.figure.LineChart;
import emotiontransfer.figure.PathwayDrawing;
import emotiontransfer.figure.PathwayView;
import emotiontransfer.figure.PathwayView.Moment;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.report.Block.Picture;
import emotiontransfer.study.report.StudyFacts.SettingPictures;
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
import java.util.stream.Stream;

/** Draws the figures of a setting: PNG and SVG, with their numbers as CSV. */
public final class SettingFigures {

  private static final int CHART_WIDTH = 420;
  private static final int CURVE_HEIGHT = 300;
  private static final int ROC_HEIGHT = 400;

  private static final LineChart.Line CHANCE =
      new LineChart.Line(
          "chance", List.of(0.0, 1.0), List.of(0.0, 1.0), List.of(Double.NaN, Double.NaN));

  private final Path folder;
  private final SettingResult result;
  private final SettingTables tables;
  private final List<String> labels;
  private final int seeds;

  private SettingFigures(Path folder, SettingResult result, SettingTables tables) {
    this.folder = folder;
    this.result = result;
    this.tables = tables;
    this.labels = result.labels();
    this.seeds = result.of(result.systems().get(0)).size();
  }

  /** Draws all figures of a setting into a folder; those of an earlier start are overwritten. */
  public static SettingPictures draw(Path folder, SettingResult result, SettingTables tables)
      throws IOException {
    SettingFigures figures = new SettingFigures(folder, result, tables);
    List<Picture> confusions = new ArrayList<>();
    List<Picture> rocs = new ArrayList<>();
    for (StudySystem system : result.systems()) {
      confusions.add(figures.confusion(system));
      rocs.add(figures.roc(system));
    }
    return new SettingPictures(confusions, figures.curves(), rocs, figures.pathways());
  }

  private String seedWords() {
    return seeds == 1 ? "1 seed" : seeds + " seeds together";
  }

  private Picture picture(String kind, Figure figure, List<String> csv, String caption)
      throws IOException {
    String name = result.corpora().setting().fileName() + "-" + kind;
    for (String extension : List.of(".svg", ".png")) {
      FigureFile.write(figure, folder.resolve(name + extension).toFile(), FigureFile.DEFAULT_DPI);
    }
    Files.write(folder.resolve(name + ".csv"), csv);
    return new Picture(name, caption);
  }

  private Picture confusion(StudySystem system) throws IOException {
    ConfusionMatrix confusion = tables.scores().get(system).allSeeds();
    String subtitle =
        String.format(
            Locale.ROOT,
            "WAR %.1f %%, UAR %.1f %%, %s",
            100 * confusion.war(),
            100 * confusion.uar(),
            seedWords());
    List<String> csv = new ArrayList<>();
    csv.add("actual," + String.join(",", confusion.columns(labels)));
    for (int row = 0; row < confusion.classes(); row++) {
      csv.add(
          Arrays.stream(confusion.rows()[row])
              .mapToObj(count -> String.valueOf((long) count))
              .collect(Collectors.joining(",", labels.get(row) + ",", "")));
    }
    String caption =
        "Confusion of %s: per cent of the true emotion's clips, and clips. %s"
            .formatted(system.title(), confusion.undecidedNote());
    return picture(
        "confusion-" + system,
        new ConfusionDrawing(labels, confusion, system.title(), subtitle),
        csv,
        caption.strip());
  }

  private Picture roc(StudySystem system) throws IOException {
    List<LineChart.Line> lines = new ArrayList<>();
    List<String> csv = new ArrayList<>(List.of("emotion,false_positive_rate,true_positive_rate"));
    for (Roc roc : tables.rocs().get(system)) {
      String name = String.format(Locale.ROOT, "%s (AUC %.3f)", roc.emotion(), roc.area());
      List<Double> x = roc.falsePositives();
      List<Double> y = roc.truePositives();
      lines.add(new LineChart.Line(name, x, y, Collections.nCopies(x.size(), Double.NaN)));
      for (int i = 0; i < x.size(); i++) {
        csv.add(roc.emotion() + "," + x.get(i) + "," + y.get(i));
      }
    }
    lines.add(CHANCE);
    LineChart chart =
        new LineChart(
            system.title(),
            "An emotion against all others, " + seedWords(),
            lines,
            new LineChart.Axis("false positive rate (share of other clips)", 0, 1, false),
            new LineChart.Axis("true positive rate (share of the emotion's clips)", 0, 1, false),
            CHART_WIDTH,
            ROC_HEIGHT);
    String caption = "Receiver operating characteristic of " + system.title() + ".";
    return picture("roc-" + system, chart, csv, caption);
  }

  private List<Picture> curves() throws IOException {
    if (tables.curves().isEmpty()) {
      return List.of();
    }
    List<LineChart.Line> lines = new ArrayList<>();
    List<String> csv = new ArrayList<>(List.of("system,generation,war,std_dev_over_seeds"));
    tables
        .curves()
        .forEach(
            (system, curve) -> {
              lines.add(
                  new LineChart.Line(
                      system.title(),
                      curve.keySet().stream().map(Integer::doubleValue).toList(),
                      curve.values().stream().map(MeanStd::mean).toList(),
                      curve.values().stream().map(MeanStd::deviation).toList()));
              curve.forEach(
                  (generation, war) ->
                      csv.add(
                          "\"%s\",%d,%s,%s"
                              .formatted(system.title(), generation, war.mean(), war.deviation())));
            });
    LineChart chart =
        new LineChart(
            "Test accuracy during the evolution",
            seeds == 1
                ? "1 seed"
                : "Mean of " + seeds + " seeds; bands: standard deviation over seeds",
            lines,
            LineChart.Axis.free("generation", true),
            LineChart.Axis.free("WAR of the test clips, pooled over folds", false),
            CHART_WIDTH,
            CURVE_HEIGHT);
    return List.of(
        picture("curves", chart, csv, "Test learning curves with and without transfer."));
  }

  private List<Picture> pathways() throws IOException {
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
          pathway(model, Moment.INITIAL, "start", "As in Figure 19: population at the start."),
          pathway(model, Moment.BEST, "optimum", "As in Figure 20: the best pathway."));
    }
    PathNetModel source = ModelFile.pathNet(sourceFile.get().toFile());
    return List.of(
        pathway(
            source,
            Moment.INITIAL,
            "source-start",
            "As in Figure 19: population at the start of the source's evolution."),
        pathway(
            source,
            Moment.BEST,
            "source-optimum",
            "As in Figure 20: the source's best pathway, which is frozen."),
        pathway(
            model,
            Moment.INITIAL,
            "destination-start",
            "As in Figure 21: new population on the destination; the frozen pathway in orange."),
        pathway(
            model,
            Moment.FINAL,
            "destination-end",
            "As in Figure 22: population at the end; the frozen pathway was active all the time."),
        pathway(
            model,
            Moment.BEST,
            "destination-optimum",
            "As in Figure 23: the destination's best pathway beside the frozen one."));
  }

  private Picture pathway(PathNetModel model, Moment moment, String kind, String caption)
      throws IOException {
    PathwayView view = PathwayView.of(model, moment, Optional.empty(), false);
    List<String> csv = new ArrayList<>(List.of("pathway,layer,module"));
    for (int i = 0; i < view.pathways().size(); i++) {
      addModules(csv, String.valueOf(i + 1), view.pathways().get(i));
    }
    addModules(csv, "source", view.source());
    return picture("pathway-" + kind, new PathwayDrawing(view), csv, caption);
  }

  private static void addModules(List<String> csv, String name, Pathway pathway) {
    for (int layer = 0; layer < pathway.layers().size(); layer++) {
      for (int module : pathway.modules(layer)) {
        csv.add(name + "," + (layer + 1) + "," + module);
      }
    }
  }
}
