package emotiontransfer.study.report;

import static emotiontransfer.figure.PathwayView.Moment.BEST;
import static emotiontransfer.figure.PathwayView.Moment.FINAL;
import static emotiontransfer.figure.PathwayView.Moment.INITIAL;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.evaluation.MeanStd;
import emotiontransfer.figure.ConfusionDrawing;
import emotiontransfer.figure.Figure;
import emotiontransfer.figure.FigureFile;
import emotiontransfer.figure.LineChart;
import emotiontransfer.figure.PathwayDrawing;
import emotiontransfer.figure.PathwayView;
import emotiontransfer.figure.PathwayView.Moment;
import emotiontransfer.file.WholeFile;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.study.plan.StudySystem;
import emotiontransfer.study.report.Report.Picture;
import emotiontransfer.study.result.SettingTables;
import emotiontransfer.study.result.SystemScores;
import emotiontransfer.study.result.SystemScores.Roc;
import emotiontransfer.study.run.SettingResult;
import emotiontransfer.study.run.SettingResult.SystemRun;
import emotiontransfer.weka.classify.ModelFile;
import emotiontransfer.weka.evaluation.CsvFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import weka.core.WekaException;

/**
 * Draws the figures of a setting: PNG and SVG, with their numbers as CSV.
 *
 * @param pictures that were drawn, by the part of the report in which they stand
 */
public record SettingFigures(
    Path folder, SettingResult result, Map<String, List<Picture>> pictures) {

  private static final LineChart.Line CHANCE =
      new LineChart.Line("chance", List.of(0.0, 1.0), List.of(0.0, 1.0), List.of());

  /**
   * Draws all figures of a setting into a folder; those of an earlier start are overwritten.
   *
   * @return by the part of the report in which they stand; {@code curves} and {@code few} only
   *     where they were measured, {@code pathways} where there are PathNets
   */
  public static Map<String, List<Picture>> draw(Path folder, SettingTables tables)
      throws IOException, WekaException {
    SettingFigures figures = new SettingFigures(folder, tables.result(), new HashMap<>());
    for (Map.Entry<StudySystem, SystemScores> entry : tables.scores().entrySet()) {
      figures.confusion(entry.getKey(), entry.getValue().allSeeds());
      figures.rocs(entry.getKey(), entry.getValue().rocs());
    }
    figures.curves(tables.scores());
    figures.fewSubjects(tables.few());
    figures.pathways();
    return figures.pictures;
  }

  private int seeds() {
    return result.of(result.systems().get(0)).size();
  }

  private String seedWords() {
    int seeds = seeds();
    return seeds == 1 ? "1 seed" : seeds + " seeds together";
  }

  private void add(String part, String kind, Figure figure, List<String> csv, String caption)
      throws IOException {
    String name = result.corpora().setting().fileName() + "-" + kind;
    for (String extension : List.of(".svg", ".png")) {
      FigureFile.write(figure, folder.resolve(name + extension).toFile(), FigureFile.DEFAULT_DPI);
    }
    WholeFile.write(
        folder.resolve(name + ".csv"),
        csv.stream().map(line -> line + System.lineSeparator()).collect(Collectors.joining()));
    pictures.computeIfAbsent(part, none -> new ArrayList<>()).add(new Picture(name, caption));
  }

  private void confusion(StudySystem system, ConfusionMatrix confusion) throws IOException {
    List<String> labels = result.corpora().destination().labels();
    List<String> csv = confusion.table(labels).stream().map(CsvFile::row).toList();
    String caption =
        "Confusion of %s: per cent of the true emotion's clips, and clips. %s"
            .formatted(system.title(), confusion.undecidedNote());
    Figure drawing = ConfusionDrawing.of(labels, confusion, system.title(), ", " + seedWords());
    add("confusions", "confusion-" + system, drawing, csv, caption.strip());
  }

  private void rocs(StudySystem system, List<Roc> rocs) throws IOException {
    List<LineChart.Line> lines = new ArrayList<>();
    List<String> csv = new ArrayList<>(List.of("emotion,false_positive_rate,true_positive_rate"));
    for (Roc roc : rocs) {
      String name = String.format(Locale.ROOT, "%s (AUC %.3f)", roc.emotion(), roc.area());
      List<Double> x = roc.falsePositives();
      List<Double> y = roc.truePositives();
      lines.add(new LineChart.Line(name, x, y, List.of()));
      for (int i = 0; i < x.size(); i++) {
        csv.add(roc.emotion() + "," + x.get(i) + "," + y.get(i));
      }
    }
    lines.add(CHANCE);
    Figure chart =
        LineChart.of(
            system.title(),
            "An emotion against all others, " + seedWords(),
            lines,
            "false positive rate (fraction of other clips)",
            "true positive rate (fraction of the emotion's clips)",
            true);
    String caption = "Receiver operating characteristic of " + system.title() + ".";
    add("rocs", "roc-" + system, chart, csv, caption);
  }

  private void curves(Map<StudySystem, SystemScores> scores) throws IOException {
    Map<StudySystem, SortedMap<Integer, MeanStd>> curves = new EnumMap<>(StudySystem.class);
    scores.forEach((system, own) -> curves.put(system, own.curve()));
    String title = "Test accuracy during the evolution";
    String caption = "Test learning curves with and without transfer.";
    add(new Curves("curves", title, "generation", "WAR of the test clips", caption), curves);
  }

  private void fewSubjects(SortedMap<Integer, Map<StudySystem, SystemScores>> few)
      throws IOException {
    Map<StudySystem, SortedMap<Integer, MeanStd>> curves = new EnumMap<>(StudySystem.class);
    few.forEach(
        (number, scores) ->
            scores.forEach(
                (system, own) ->
                    curves
                        .computeIfAbsent(system, none -> new TreeMap<>())
                        .put(number, own.war())));
    String caption = "WAR over the number of training subjects; the last point is all others.";
    add(new Curves("few", "Few training subjects", "training_subjects", "WAR", caption), curves);
  }

  /**
   * WAR over something.
   *
   * @param part of the report, also the name of the file
   * @param x what it is over: a column's name
   */
  private record Curves(String part, String title, String x, String y, String caption) {}

  /** Adds a line for each system that has a curve, with a band of the deviation over seeds. */
  private void add(Curves what, Map<StudySystem, SortedMap<Integer, MeanStd>> curves)
      throws IOException {
    List<LineChart.Line> lines = new ArrayList<>();
    List<String> csv = new ArrayList<>(List.of("system," + what.x + ",war,std_dev_over_seeds"));
    curves.forEach(
        (system, curve) -> {
          if (!curve.isEmpty()) {
            List<Double> x = curve.keySet().stream().map(Integer::doubleValue).toList();
            List<Double> wars = curve.values().stream().map(MeanStd::mean).toList();
            List<Double> bands = curve.values().stream().map(MeanStd::deviation).toList();
            lines.add(new LineChart.Line(system.title(), x, wars, bands));
          }
          String row = "\"" + system.title() + "\",%s,%s,%s";
          curve.forEach((at, war) -> csv.add(row.formatted(at, war.mean(), war.deviation())));
        });
    if (lines.isEmpty()) {
      return;
    }
    String mean = "Mean of " + seeds() + " seeds; bands: standard deviation over seeds";
    String subtitle = seeds() == 1 ? "1 seed" : mean;
    String x = what.x.replace('_', ' ');
    Figure chart =
        LineChart.of(what.title, subtitle, lines, x, what.y + ", pooled over folds", false);
    add(what.part, what.part, chart, csv, what.caption);
  }

  private void pathways() throws IOException, WekaException {
    Optional<SystemRun> drawn =
        Stream.of(StudySystem.TRANSFER, StudySystem.SCRATCH)
            .flatMap(system -> result.of(system).stream())
            .filter(run -> Files.isRegularFile(run.model()))
            .findFirst();
    if (drawn.isEmpty()) {
      return;
    }
    PathNetModel model = ModelFile.pathNet(drawn.get().model().toFile());
    Optional<Path> sourceFile = drawn.get().source();
    if (sourceFile.isEmpty()) {
      pathway(model, INITIAL, "start", "19: population at the start.");
      pathway(model, BEST, "optimum", "20: the best pathway.");
      return;
    }
    PathNetModel source = ModelFile.pathNet(sourceFile.get().toFile());
    pathway(
        source, INITIAL, "source-start", "19: population at the start of the source's evolution.");
    pathway(source, BEST, "source-optimum", "20: the source's best pathway, which is frozen.");
    String fresh = "21: new population on the destination; the frozen pathway in red.";
    pathway(model, INITIAL, "destination-start", fresh);
    String last = "22: population at the end; the frozen pathway was active all the time.";
    pathway(model, FINAL, "destination-end", last);
    String best = "23: the destination's best pathway beside the frozen one.";
    pathway(model, BEST, "destination-optimum", best);
  }

  private void pathway(PathNetModel model, Moment moment, String kind, String like)
      throws IOException {
    PathwayView view = PathwayView.of(model, moment, Optional.empty(), false);
    List<String> csv = new ArrayList<>(List.of("pathway,layer,module"));
    for (int i = 0; i < view.pathways().size(); i++) {
      addModules(csv, String.valueOf(i + 1), view.pathways().get(i));
    }
    addModules(csv, "source", model.sourcePathway());
    add("pathways", "pathway-" + kind, PathwayDrawing.of(view), csv, "As in Figure " + like);
  }

  private static void addModules(List<String> csv, String name, Pathway pathway) {
    for (int layer = 0; layer < pathway.layers().size(); layer++) {
      for (int module : pathway.modules(layer)) {
        csv.add(name + "," + (layer + 1) + "," + module);
      }
    }
  }
}
