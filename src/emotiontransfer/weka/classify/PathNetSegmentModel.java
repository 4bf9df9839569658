package emotiontransfer.weka.classify;

import emotiontransfer.data.Provenance;
import emotiontransfer.data.SourceInfo;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.Pooling;
import emotiontransfer.pathnet.evolution.GenerationRecord;
import emotiontransfer.pathnet.model.ModelFormat;
import emotiontransfer.pathnet.network.ModuleGrid;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.pathnet.network.Pathway;
import emotiontransfer.weka.classify.SegmentClassifier.BagDecision;
import emotiontransfer.weka.options.MetaTransferPaper;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import weka.core.TechnicalInformation;
import weka.core.TechnicalInformation.Field;
import weka.core.TechnicalInformation.Type;

/** An evolved PathNet as Weka's schemes use it. */
public final class PathNetSegmentModel implements SegmentModel {

  public static final Kind<PathNetSegmentModel> KIND =
      new Kind<>(
          PathNetSegmentModel.class,
          "Emotion recognition with PathNet transfer learning: a population of pathways through a"
              + " grid of small neural modules competes on the training data, two by two, while the"
              + " modules learn by gradient descent. The best pathway of a model that was evolved"
              + " on a source corpus can be frozen (option source) and takes part in the evolution"
              + " on a new, small corpus. Learns from bags of segments (one relational attribute,"
              + " as made by MelDeltaSpectrogram) with one decision per bag, or from the numeric"
              + " attributes of an ordinary table; nominal and string attributes are ignored.",
          PathNetSegmentModel::papers,
          new String[] {"G", "source", "source-use", "module"},
          PathNetSegmentModel::measures,
          PathNetSegmentModel::read);

  private final PathNetModel model;
  private PathNetModel.Predictor predictor;

  public PathNetSegmentModel(PathNetModel model) {
    this.model = model;
  }

  public PathNetModel model() {
    return model;
  }

  private static TechnicalInformation papers() {
    TechnicalInformation paper = MetaTransferPaper.reference();
    MetaTransferPaper.cite(
        paper.add(Type.ARTICLE),
        "Chrisantha Fernando and Dylan Banarse and Charles Blundell and Yori Zwols and David Ha and"
            + " Andrei A. Rusu and Alexander Pritzel and Daan Wierstra",
        "PathNet: Evolution Channels Gradient Descent in Super Neural Networks",
        2017,
        Field.JOURNAL,
        "CoRR",
        Field.VOLUME,
        "abs/1701.08734");
    return paper;
  }

  private static Map<String, ToDoubleFunction<PathNetSegmentModel>> measures() {
    Map<String, ToDoubleFunction<PathNetSegmentModel>> measures = new LinkedHashMap<>();
    measures.put("measureGenerations", it -> it.model.trace().history().size());
    measures.put("measureFitness", it -> it.model.trace().bestFitness());
    measures.put("measureActiveModules", it -> it.model.activePathway().size());
    measures.put("measureFrozenModules", it -> it.model.frozenPathway().size());
    measures.put("measureReusedModules", it -> it.model.reusedPathway().size());
    measures.put("measurePathwayParameters", it -> it.model.pathwayParameters());
    measures.put("measureTrainingSeconds", it -> it.model.trace().seconds());
    return measures;
  }

  private static PathNetSegmentModel read(ObjectInputStream in)
      throws IOException, ClassNotFoundException {
    byte[] bytes = (byte[]) in.readObject();
    return bytes == null ? null : new PathNetSegmentModel(ModelFormat.fromBytes(bytes));
  }

  @Override
  public void write(ObjectOutputStream out) throws IOException {
    out.writeObject(ModelFormat.toBytes(model));
  }

  @Override
  public Provenance provenance() {
    return model.provenance();
  }

  @Override
  public BagDecision decide(float[][] segments, Pooling pooling, int threads) {
    double[][] probabilities = predictor().probabilities(segments);
    return new BagDecision(pooling.pool(probabilities), probabilities);
  }

  /** Makes the network for the first prediction. */
  private synchronized PathNetModel.Predictor predictor() {
    if (predictor == null) {
      predictor = model.predictor();
    }
    return predictor;
  }

  @Override
  public SegmentModel finished() {
    return new PathNetSegmentModel(model.finished());
  }

  @Override
  public String report() {
    Report report = new Report("PathNetClassifier", provenance());
    PathNetShape grid = model.shape();
    String kind = model.kind().keyword();
    String sizes = "%s layers x %s modules x %s neurons (%s), at most %s active per layer";
    report.line(
        "Grid", sizes, grid.layers(), grid.modules(), grid.neurons(), kind, grid.maxActive());
    sources(report);
    report.text(pathway());
    List<GenerationRecord> history = model.trace().history();
    report.line("Generations", history.size());
    report.course(
        "Fitness",
        String.format(
            Locale.ROOT, "best %.4f; winners by generation ", model.trace().bestFitness()),
        history.size(),
        i -> String.format(Locale.ROOT, "%.3f", history.get(i).winnerFitness()));
    report.line(
        "Parameters",
        "%,d in the pathway, %,d in the head, %,d in the grid",
        model.pathwayParameters(),
        model.head().parameters(),
        ModuleGrid.parameters(grid, model.kind()));
    return report.end(model.trace().seconds(), ModelFormat.fingerprint(model));
  }

  private void sources(Report report) {
    if (provenance().sources().isEmpty()) {
      report.line("Source", "none (from scratch)");
      return;
    }
    for (SourceInfo source : provenance().sources()) {
      int subjects = source.subjects().size();
      String hash = source.sha256().substring(0, 12);
      String format = "%s: %s, %s subjects, %s";
      report.line("Source", format, source.name(), source.corpus(), subjects, hash);
    }
    report.line("Source use", model.sourceUse().keyword() + ", modules " + model.sourcePathway());
  }

  private String pathway() {
    String legend =
        "\nBest pathway (* frozen, + from a source and trained on, ! reused by the genotype)\n";
    StringBuilder text = new StringBuilder(legend);
    for (int layer = 0; layer < model.shape().layers(); layer++) {
      text.append(String.format(Locale.ROOT, "  layer %s:", layer + 1));
      for (int module : model.activePathway().modules(layer)) {
        text.append(' ').append(module).append(marks(layer, module));
      }
      text.append(System.lineSeparator());
    }
    model
        .classPathways()
        .forEach(
            (label, own) -> text.append(String.format(Locale.ROOT, "  of %s: %s%n", label, own)));
    return text.append(System.lineSeparator()).toString();
  }

  private String marks(int layer, int module) {
    Pathway source = model.sourcePathway();
    if (!source.contains(layer, module)) {
      return "";
    }
    String kept = model.frozenPathway().contains(layer, module) ? "*" : "+";
    return model.trace().best().contains(layer, module) ? kept + "!" : kept;
  }
}
