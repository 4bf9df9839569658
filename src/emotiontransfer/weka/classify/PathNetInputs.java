package emotiontransfer.weka.classify;

import emotiontransfer.data.FeatureInfo;
import emotiontransfer.data.Provenance;
import emotiontransfer.data.SegmentRows;
import emotiontransfer.data.SourceInfo;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.model.ModelFormat;
import emotiontransfer.pathnet.network.PathNetShape;
import emotiontransfer.weka.table.ClipTable;
import emotiontransfer.weka.table.FeatureSignature;
import emotiontransfer.weka.table.SegmentReader;
import emotiontransfer.weka.table.SegmentValues;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/** Turns Weka's tables into what the engine learns from, and checks that they fit its models. */
final class PathNetInputs {

  private PathNetInputs() {}

  static FeatureInfo features(Instances header, SegmentReader reader) {
    return new FeatureInfo(
        FeatureSignature.of(header.relationName()), reader.namesHash(), reader.inputs());
  }

  static void checkFeatures(FeatureInfo trained, FeatureInfo given) throws WekaException {
    if (!trained.fits(given)) {
      throw new WekaException(
          "The model was trained on "
              + trained
              + ", but the data have "
              + given
              + "; make them with the same filter and settings.");
    }
  }

  static void checkSources(
      List<File> files, List<PathNetModel> sources, PathNetShape shape, FeatureInfo features)
      throws WekaException {
    for (int i = 0; i < files.size(); i++) {
      PathNetShape sourceShape = sources.get(i).shape().withClasses(shape.classes());
      if (!sourceShape.equals(shape)) {
        throw new WekaException(
            "Source model "
                + files.get(i)
                + " has "
                + grid(sourceShape)
                + ", but the options ask for "
                + grid(shape)
                + "; use the same -L, -M, -H and -N, and features of the same size.");
      }
      FeatureInfo sourceFeatures = sources.get(i).provenance().features();
      if (!sourceFeatures.fits(features)) {
        throw new WekaException(
            "Source model "
                + files.get(i)
                + " was evolved on "
                + sourceFeatures
                + ", but the training data have "
                + features
                + "; make both with the same filter and settings.");
      }
    }
  }

  private static String grid(PathNetShape shape) {
    return String.format(
        "%d layers x %d modules x %d neurons, at most %d active, on %d inputs",
        shape.layers(), shape.modules(), shape.neurons(), shape.maxActive(), shape.inputs());
  }

  /** Lists the segments of all rows. */
  static TrainingSet trainingSet(Instances data, SegmentReader reader) throws WekaException {
    List<SegmentValues> segments = new ArrayList<>();
    List<Instance> owners = new ArrayList<>();
    try {
      for (Instance row : data) {
        List<SegmentValues> values = reader.values(row);
        segments.addAll(values);
        owners.addAll(Collections.nCopies(values.size(), row));
      }
    } catch (OutOfMemoryError e) {
      throw new WekaException(
          String.format(
              "No memory for the segments of '%s' after %d of %d values each; raise -Xmx, or use"
                  + " fewer segments.",
              data.relationName(), segments.size(), reader.inputs()),
          e);
    }
    if (segments.isEmpty()) {
      throw new WekaException(
          "Table '"
              + data.relationName()
              + "' has no segment to train on: "
              + (data.isEmpty() ? "no row has a class." : "every bag is missing or empty."));
    }
    int[] labels = new int[owners.size()];
    float[] weights = new float[owners.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = (int) owners.get(i).classValue();
      weights[i] = (float) owners.get(i).weight();
    }
    SegmentRows rows = new PathNetSegments(segments.toArray(SegmentValues[]::new), reader.inputs());
    return new TrainingSet(rows, labels, normalized(weights));
  }

  private static float[] normalized(float[] weights) throws WekaException {
    double sum = 0;
    boolean equal = true;
    for (float weight : weights) {
      sum += weight;
      equal &= weight == weights[0];
    }
    if (!(sum > 0)) {
      throw new WekaException("All instances have weight zero; there is nothing to train on.");
    }
    for (int i = 0; i < weights.length; i++) {
      // Equal weights are exactly 1, whatever their sum is rounded to.
      weights[i] = equal ? 1f : weights[i] * (float) (weights.length / sum);
    }
    return weights;
  }

  static Provenance provenance(
      Instances data,
      FeatureInfo features,
      String options,
      List<File> files,
      List<PathNetModel> sources) {
    Set<SourceInfo> lineage = new LinkedHashSet<>();
    for (int i = 0; i < files.size(); i++) {
      PathNetModel source = sources.get(i);
      lineage.addAll(source.provenance().sources());
      lineage.add(
          new SourceInfo(
              files.get(i).getName(),
              source.provenance().corpus(),
              source.provenance().subjects(),
              ModelFormat.fingerprint(source)));
    }
    return new Provenance(
        PathNetReport.version(),
        options,
        FeatureSignature.corpusOf(data.relationName()),
        subjects(data),
        labels(data),
        priors(data),
        features,
        List.copyOf(lineage));
  }

  private static List<String> subjects(Instances data) {
    int index = ClipTable.subjectIndex(data);
    Set<String> names = new TreeSet<>();
    for (Instance row : data) {
      if (index >= 0 && !row.isMissing(index)) {
        names.add(row.stringValue(index));
      }
    }
    return List.copyOf(names);
  }

  private static List<String> labels(Instances data) {
    List<String> labels = new ArrayList<>();
    for (Object label : Collections.list(data.classAttribute().enumerateValues())) {
      labels.add(label.toString());
    }
    return labels;
  }

  private static List<Double> priors(Instances data) {
    double[] weights = new double[data.numClasses()];
    for (Instance row : data) {
      weights[(int) row.classValue()] += row.weight();
    }
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).boxed().toList();
  }

  static void checkSubject(Instance row, Set<String> sourceSubjects) throws WekaException {
    int index = sourceSubjects.isEmpty() ? -1 : ClipTable.subjectIndex(row.dataset());
    if (index >= 0 && !row.isMissing(index) && sourceSubjects.contains(row.stringValue(index))) {
      throw new WekaException(
          "Subject "
              + row.stringValue(index)
              + " was in the training data of the source model, so that a test on it would not be"
              + " subject-independent; use another source, or -allow-subject-overlap.");
    }
  }
}
