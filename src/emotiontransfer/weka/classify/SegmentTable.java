package emotiontransfer.weka.classify;

import emotiontransfer.data.FeatureInfo;
import emotiontransfer.data.Provenance;
import emotiontransfer.data.SegmentRows;
import emotiontransfer.data.SourceInfo;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.weka.table.ClipTable;
import emotiontransfer.weka.table.FeatureSignature;
import emotiontransfer.weka.table.SegmentInstance;
import emotiontransfer.weka.table.SegmentReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/**
 * A training table as the networks see it: the segments of its labelled rows, each with the class
 * and the weight of its row, read where they are.
 */
final class SegmentTable implements SegmentRows {

  private final Instances data;
  private final SegmentReader reader;
  private final int[] row;
  private final int[] first;
  private final double meanWeight;

  /**
   * Finds the segments.
   *
   * @throws WekaException if there is none, or none that counts
   */
  SegmentTable(Instances table) throws WekaException {
    this.data = new Instances(table);
    data.deleteWithMissingClass();
    this.reader = new SegmentReader(data);
    this.first = new int[data.size() + 1];
    double weights = 0;
    for (int i = 0; i < data.size(); i++) {
      int count = reader.count(data.get(i));
      first[i + 1] = first[i] + count;
      weights += count * data.get(i).weight();
    }
    this.row = new int[first[data.size()]];
    for (int i = 0; i < data.size(); i++) {
      Arrays.fill(row, first[i], first[i + 1], i);
    }
    if (row.length == 0) {
      throw new WekaException(
          "Table '%s' has no segment to train on: %s"
              .formatted(
                  data.relationName(),
                  data.isEmpty() ? "no row has a class." : "every bag is missing or empty."));
    }
    if (!(weights > 0)) {
      throw new WekaException("All instances have weight zero; there is nothing to train on.");
    }
    this.meanWeight = weights / row.length;
  }

  /** Lets in what can be learned from: bags, or the numeric attributes of any table. */
  static Capabilities capabilities(Capabilities result) {
    result.disableAll();
    result.enable(Capability.RELATIONAL_ATTRIBUTES);
    result.enable(Capability.NUMERIC_ATTRIBUTES);
    result.enable(Capability.NOMINAL_ATTRIBUTES);
    result.enable(Capability.STRING_ATTRIBUTES);
    result.enable(Capability.MISSING_VALUES);
    result.enable(Capability.NOMINAL_CLASS);
    result.enable(Capability.MISSING_CLASS_VALUES);
    return result;
  }

  static Capabilities bagCapabilities(Capabilities result) {
    result.enable(Capability.NUMERIC_ATTRIBUTES);
    result.enable(Capability.MISSING_VALUES);
    result.enable(Capability.NO_CLASS);
    return result;
  }

  static FeatureInfo features(Instances header, SegmentReader reader) {
    return new FeatureInfo(
        FeatureSignature.of(header.relationName()), reader.namesHash(), reader.inputs());
  }

  Instances data() {
    return data;
  }

  SegmentReader reader() {
    return reader;
  }

  @Override
  public int rows() {
    return row.length;
  }

  @Override
  public int inputs() {
    return reader.inputs();
  }

  @Override
  public void read(int segment, int from, int count, float[] destination) {
    int of = row[segment];
    reader.value(data.get(of), segment - first[of]).copyTo(from, count, destination, 0);
  }

  private int[] classes() {
    return Arrays.stream(row).map(of -> (int) data.get(of).classValue()).toArray();
  }

  /** Returns the segments as AlexNet reads them: one at a time, where they are in the table. */
  TrainingSet inPlace() {
    double[] weights =
        Arrays.stream(row).mapToDouble(of -> data.get(of).weight() / meanWeight).toArray();
    return new TrainingSet(this, classes(), weights);
  }

  /** Returns the segments as PathNet reads them: piece by piece, by several threads. */
  TrainingSet trainingSet() throws WekaException {
    List<SegmentInstance> segments = new ArrayList<>();
    try {
      for (Instance instance : data) {
        segments.addAll(reader.values(instance));
      }
    } catch (OutOfMemoryError e) {
      throw new WekaException(
          String.format(
              "No memory for the segments of '%s' after %d of %d values each; raise -Xmx, or use"
                  + " fewer segments.",
              data.relationName(), segments.size(), reader.inputs()),
          e);
    }
    double[] weights = new double[rows()];
    double sum = 0;
    boolean equal = true;
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) data.get(row[i]).weight();
      sum += weights[i];
      equal &= weights[i] == weights[0];
    }
    for (int i = 0; i < weights.length; i++) {
      // Equal weights are exactly 1, whatever their sum is rounded to.
      weights[i] = equal ? 1 : (float) weights[i] * (float) (weights.length / sum);
    }
    return new TrainingSet(
        new Rows(segments.toArray(SegmentInstance[]::new), reader.inputs()), classes(), weights);
  }

  private record Rows(SegmentInstance[] segments, int inputs) implements SegmentRows {

    @Override
    public int rows() {
      return segments.length;
    }

    @Override
    public void read(int row, int first, int count, float[] destination) {
      segments[row].copyTo(first, count, destination, 0);
    }
  }

  /** Checks that the features of this table are those of a model that is to be built on. */
  void checkFits(String model, FeatureInfo trained) throws WekaException {
    checkFits(model, trained, features(data, reader));
  }

  static void checkFits(String model, FeatureInfo trained, FeatureInfo given) throws WekaException {
    if (!trained.fits(given)) {
      throw new WekaException(
          "%s was trained on %s, but the data have %s; make both with the same filter and settings."
              .formatted(model, trained, given));
    }
  }

  /** Describes what a model will have been trained on. */
  Provenance provenance(String options, List<SourceInfo> sources) {
    String version = SegmentTable.class.getPackage().getImplementationVersion();
    return new Provenance(
        version == null ? "development" : version,
        options,
        FeatureSignature.corpusOf(data.relationName()),
        subjects(),
        ClipTable.labels(data.classAttribute()),
        priors(),
        features(data, reader),
        sources);
  }

  private List<String> subjects() {
    int index = ClipTable.subjectIndex(data);
    return index < 0
        ? List.of()
        : data.stream()
            .filter(clip -> !clip.isMissing(index))
            .map(clip -> clip.stringValue(index))
            .distinct()
            .sorted()
            .toList();
  }

  private List<Double> priors() {
    double[] weights = new double[data.numClasses()];
    for (Instance instance : data) {
      weights[(int) instance.classValue()] += instance.weight();
    }
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).boxed().toList();
  }
}
