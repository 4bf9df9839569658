package emotiontransfer.weka.classify;

import emotiontransfer.alexnet.AlexNetFormat;
import emotiontransfer.alexnet.AlexNetModel;
import emotiontransfer.alexnet.EpochRecord;
import emotiontransfer.alexnet.Lineage;
import emotiontransfer.alexnet.TrainedAlexNet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The words and numbers that describe a trained network. */
public final class AlexNetReport {

  /** The additional measures, by name. */
  public static final Map<String, ToDoubleFunction<AlexNetModel>> MEASURES = measures();

  private AlexNetReport() {}

  private static Map<String, ToDoubleFunction<AlexNetModel>> measures() {
    Map<String, ToDoubleFunction<AlexNetModel>> measures = new LinkedHashMap<>();
    measures.put("measureEpochs", model -> model.history().size());
    measures.put("measureTrainingLoss", model -> last(model).loss());
    measures.put("measureTrainingAccuracy", model -> last(model).accuracy());
    measures.put("measureParameters", model -> model.shape().parameters());
    measures.put("measureTrainingSeconds", AlexNetModel::seconds);
    return measures;
  }

  private static EpochRecord last(AlexNetModel model) {
    return model.history().get(model.history().size() - 1);
  }

  public static double measure(AlexNetModel model, String name) {
    ToDoubleFunction<AlexNetModel> measure = MEASURES.get(name);
    if (measure == null) {
      throw new IllegalArgumentException(
          "FineTunedAlexNet has no measure '"
              + name
              + "'; it has "
              + String.join(", ", MEASURES.keySet())
              + ".");
    }
    return measure.applyAsDouble(model);
  }

  public static String describe(TrainedAlexNet trained) {
    StringBuilder text = new StringBuilder("FineTunedAlexNet\n================\n\n");
    Lineage lineage = trained.lineage();
    AlexNetModel network = trained.network();
    line(text, "Options", lineage.options());
    line(
        text,
        "Trained on",
        lineage.corpus()
            + (lineage.subjects().isEmpty() ? "" : ", " + lineage.subjects().size() + " subjects")
            + ", classes "
            + String.join(", ", lineage.classLabels()));
    line(text, "Features", features(trained));
    line(text, "Weights", lineage.beginning());
    line(
        text,
        "Network",
        String.format(
            Locale.ROOT, "%s, %,d parameters", network.shape(), network.shape().parameters()));
    line(text, "Epochs", epochs(network.history()));
    line(text, "Decision", decision(trained));
    line(text, "Time", time(network.seconds()));
    line(text, "Fingerprint", AlexNetFormat.fingerprint(trained));
    line(text, "Version", "emotionTransfer " + lineage.version());
    return text.toString();
  }

  private static void line(StringBuilder text, String name, String value) {
    text.append(String.format("%-12s %s%n", name + ":", value));
  }

  private static String features(TrainedAlexNet trained) {
    String signature = trained.lineage().featureSignature();
    return (signature.isEmpty() ? "unnamed features" : signature)
        + " ("
        + trained.network().inputs()
        + " values)";
  }

  private static String epochs(List<EpochRecord> history) {
    StringBuilder brief = new StringBuilder();
    for (int tenth = 1; tenth <= 10; tenth++) {
      int index = (int) Math.ceil(history.size() * tenth / 10.0) - 1;
      int before = (int) Math.ceil(history.size() * (tenth - 1) / 10.0) - 1;
      if (index > before) {
        EpochRecord epoch = history.get(index);
        brief.append(brief.isEmpty() ? "loss (right) after " : ", ");
        brief.append(
            String.format(
                Locale.ROOT, "%d: %.3f (%.3f)", index + 1, epoch.loss(), epoch.accuracy()));
      }
    }
    return brief.toString();
  }

  private static String decision(TrainedAlexNet trained) {
    return trained.pyramid() == null
        ? "average of the segments"
        : "temporal pyramid with exponents "
            + trained.pyramid().exponents()
            + ", linear support vector machine";
  }

  private static String time(double seconds) {
    return Double.isNaN(seconds)
        ? "not kept in files, so that equal runs give equal files"
        : String.format(Locale.ROOT, "%.1f s", seconds);
  }
}
