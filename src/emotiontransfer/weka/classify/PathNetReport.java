package emotiontransfer.weka.classify;

import emotiontransfer.data.Provenance;
import emotiontransfer.data.SourceInfo;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.model.ModelFormat;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.Pathway;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;

/** The words and numbers that describe a model. */
public final class PathNetReport {

  /** The additional measures, by name. */
  public static final Map<String, ToDoubleFunction<PathNetModel>> MEASURES = measures();

  private PathNetReport() {}

  private static Map<String, ToDoubleFunction<PathNetModel>> measures() {
    Map<String, ToDoubleFunction<PathNetModel>> measures = new LinkedHashMap<>();
    measures.put("measureGenerations", model -> model.history().size());
    measures.put("measureFitness", model -> model.trace().bestFitness());
    measures.put("measureActiveModules", model -> model.activePathway().size());
    measures.put("measureFrozenModules", model -> model.frozenPathway().size());
    measures.put("measureReusedModules", model -> model.reusedPathway().size());
    measures.put("measurePathwayParameters", PathNetModel::pathwayParameters);
    measures.put("measureTrainingSeconds", model -> model.trace().seconds());
    return measures;
  }

  public static double measure(PathNetModel model, String name) {
    ToDoubleFunction<PathNetModel> measure = MEASURES.get(name);
    if (measure == null) {
      throw new IllegalArgumentException(
          "PathNetClassifier has no measure '"
              + name
              + "'; it has "
              + String.join(", ", MEASURES.keySet())
              + ".");
    }
    return measure.applyAsDouble(model);
  }

  static String version() {
    String version = PathNetReport.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  public static String describe(PathNetModel model) {
    StringBuilder text = new StringBuilder("PathNetClassifier\n=================\n\n");
    Provenance provenance = model.provenance();
    line(text, "Options", provenance.options());
    line(text, "Trained on", trainedOn(provenance));
    line(text, "Features", provenance.features().toString());
    line(text, "Grid", grid(model));
    describeSources(text, model);
    describePathway(text, model);
    describeHistory(text, model);
    line(text, "Parameters", parameters(model));
    line(text, "Time", time(model.trace().seconds()));
    line(text, "Fingerprint", ModelFormat.fingerprint(model));
    line(text, "Version", "emotionTransfer " + provenance.version());
    return text.toString();
  }

  private static String time(double seconds) {
    return Double.isNaN(seconds)
        ? "not kept in files, so that equal runs give equal files"
        : String.format(Locale.ROOT, "%.1f s for scaling and evolution", seconds);
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format("%-14s %s%n", name + ":", value));
  }

  private static String trainedOn(Provenance provenance) {
    int subjects = provenance.subjects().size();
    return provenance.corpus()
        + (subjects == 0 ? "" : ", " + subjects + " subjects")
        + ", classes "
        + String.join(", ", provenance.classLabels());
  }

  private static String grid(PathNetModel model) {
    return String.format(
        Locale.ROOT,
        "%d layers x %d modules x %d neurons (%s), at most %d active per layer",
        model.shape().layers(),
        model.shape().modules(),
        model.shape().neurons(),
        model.kind().keyword(),
        model.shape().maxActive());
  }

  private static void describeSources(StringBuilder text, PathNetModel model) {
    List<SourceInfo> sources = model.provenance().sources();
    if (sources.isEmpty()) {
      line(text, "Source", "none (from scratch)");
      return;
    }
    for (SourceInfo source : sources) {
      line(
          text,
          "Source",
          String.format(
              "%s: %s, %d subjects, %s",
              source.name(),
              source.corpus(),
              source.subjects().size(),
              source.sha256().substring(0, 12)));
    }
    line(text, "Source use", model.sourceUse() + ", modules " + model.sourcePathway());
  }

  private static void describePathway(StringBuilder text, PathNetModel model) {
    text.append(
        "\nBest pathway (* frozen, + from a source and trained on, ! reused by the"
            + " genotype)\n");
    for (int layer = 0; layer < model.shape().layers(); layer++) {
      text.append(String.format("  layer %d:", layer + 1));
      for (int module : new TreeSet<>(model.activePathway().modules(layer))) {
        text.append(' ').append(module).append(marks(model, layer, module));
      }
      text.append(System.lineSeparator());
    }
    text.append(System.lineSeparator());
  }

  private static String marks(PathNetModel model, int layer, int module) {
    Pathway source = model.sourcePathway();
    if (!source.contains(layer, module)) {
      return "";
    }
    String kept = model.frozenPathway().contains(layer, module) ? "*" : "+";
    return model.bestPathway().contains(layer, module) ? kept + "!" : kept;
  }

  private static void describeHistory(StringBuilder text, PathNetModel model) {
    List<GenerationRecord> history = model.history();
    StringBuilder brief = new StringBuilder();
    for (int tenth = 1; tenth <= 10; tenth++) {
      int index = (int) Math.ceil(history.size() * tenth / 10.0) - 1;
      int before = (int) Math.ceil(history.size() * (tenth - 1) / 10.0) - 1;
      if (index > before) {
        brief.append(brief.isEmpty() ? "" : ", ");
        brief.append(
            String.format(Locale.ROOT, "%d: %.3f", index + 1, history.get(index).winnerFitness()));
      }
    }
    line(text, "Generations", String.valueOf(history.size()));
    line(
        text,
        "Fitness",
        String.format(Locale.ROOT, "best %.4f; winners by generation ", model.trace().bestFitness())
            + brief);
  }

  private static String parameters(PathNetModel model) {
    return String.format(
        Locale.ROOT,
        "%,d in the pathway, %,d in the head, %,d in the grid",
        model.pathwayParameters(),
        model.head().parameters(),
        ModuleGrid.parameters(model.shape(), model.kind()));
  }
}
