package emotiontransfer.weka.classify;

import emotiontransfer.data.FeatureInfo;
import emotiontransfer.data.FrameLayout;
import emotiontransfer.data.Provenance;
import emotiontransfer.data.Provenance.LevelRange;
import emotiontransfer.data.SegmentRows;
import emotiontransfer.data.SourceInfo;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.frames.Extent;
import emotiontransfer.frames.FrameSequences;
import emotiontransfer.pathnet.sequence.TrainingClips;
import emotiontransfer.weka.table.ClipTable;
import emotiontransfer.weka.table.FeatureSignature;
import emotiontransfer.weka.table.FiniteNumbers;
import emotiontransfer.weka.table.FrameNames;
import emotiontransfer.weka.table.SegmentInstance;
import emotiontransfer.weka.table.SegmentReader;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import weka.core.Capabilities;
import weka.core.Capabilities.Capability;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;

/**
 * A training table as the networks see it: the segments of its labelled rows, each with the class
 * and the weight of its row.
 */
public final class SegmentTable implements SegmentRows {

  private static final double LEAST_MEAN_WEIGHT = 1e-30;

  private final Instances data;
  private final SegmentReader reader;
  private final List<SegmentInstance> segments = new ArrayList<>();
  private final List<Instance> clips = new ArrayList<>();
  private final double weight;
  private final LevelRange levels;

  /**
   * Finds the segments.
   *
   * @throws WekaException if there is none, or none that counts, or if a number or a weight is none
   */
  SegmentTable(Instances table) throws WekaException {
    this.data = new Instances(table);
    data.deleteWithMissingClass();
    this.reader = new SegmentReader(data);
    FiniteNumbers.check(data);
    double sum = 0;
    DoubleStream.Builder clipLevels = DoubleStream.builder();
    try {
      for (Instance clip : data) {
        List<SegmentInstance> values = reader.values(clip);
        segments.addAll(values);
        clips.addAll(Collections.nCopies(values.size(), clip));
        sum += values.size() * clip.weight();
        clipLevels.add(reader.levelDecibels(values));
      }
    } catch (OutOfMemoryError e) {
      String sentence =
          "No memory for the segments of '%s' after %s of %s values each; raise -Xmx, or use fewer"
              + " segments.";
      int read = segments.size();
      throw new WekaException(sentence.formatted(data.relationName(), read, reader.inputs()), e);
    }
    this.weight = sum;
    this.levels = LevelRange.of(clipLevels.build());
    if (segments.isEmpty()) {
      String why = data.isEmpty() ? "no row has a class." : "every bag is missing or empty.";
      String sentence = "Table '%s' has no segment to train on: %s";
      throw new WekaException(sentence.formatted(data.relationName(), why));
    }
    if (!(weight > 0)) {
      throw new WekaException("All instances have weight zero; there is nothing to train on.");
    }
    double mean = weight / rows();
    if (mean < LEAST_MEAN_WEIGHT || mean > 1 / LEAST_MEAN_WEIGHT) {
      String sentence =
          "The weights of table '%s' have the mean %s, which 32-bit floats cannot divide by; scale"
              + " them to a mean of about 1.";
      String corpus = FeatureSignature.corpusOf(data.relationName());
      throw new WekaException(sentence.formatted(corpus, mean));
    }
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

  /** Returns a sentence on the labelled rows without a segment; empty where all have some. */
  Optional<String> leftOut() {
    int used = rows() == 0 ? 0 : rowNumbers()[rows() - 1] + 1;
    String sentence = "%s of %s clips have no %s and are left out of training (table '%s').";
    String lacking = reader.hasBags() ? "bag" : "features";
    String corpus = FeatureSignature.corpusOf(data.relationName());
    return used == data.size()
        ? Optional.empty()
        : Optional.of(sentence.formatted(data.size() - used, data.size(), lacking, corpus));
  }

  Instances data() {
    return data;
  }

  SegmentReader reader() {
    return reader;
  }

  public int classes() {
    return data.numClasses();
  }

  @Override
  public int rows() {
    return segments.size();
  }

  @Override
  public int inputs() {
    return reader.inputs();
  }

  @Override
  public void read(int segment, int from, int count, float[] destination) {
    segments.get(segment).copyTo(from, count, destination, 0);
  }

  /** Returns the segments with weights of mean 1. */
  TrainingSet trainingSet() {
    double mean = weight / rows();
    return trainingSet(clips.stream().mapToDouble(clip -> clip.weight() / mean).toArray());
  }

  /** Returns the segments with weights of mean 1 that are floats. */
  TrainingSet trainingSetOfFloats() {
    double[] weights = clips.stream().mapToDouble(clip -> (float) clip.weight()).toArray();
    double sum = 0;
    for (double one : weights) {
      sum += one;
    }
    float scale = (float) (rows() / sum);
    // Equal weights are exactly 1, whatever their sum is rounded to.
    boolean equal = Arrays.stream(weights).allMatch(one -> one == weights[0]);
    return trainingSet(
        Arrays.stream(weights).map(one -> equal ? 1 : (float) one * scale).toArray());
  }

  private TrainingSet trainingSet(double[] weights) {
    int[] labels = clips.stream().mapToInt(clip -> (int) clip.classValue()).toArray();
    return new TrainingSet(this, labels, weights);
  }

  /** Returns what the names of the values say of a frame. */
  public Extent frameShape() {
    return reader.frames().shape();
  }

  /**
   * Returns the rows as sequences of frames.
   *
   * @param framed whether the frames are those of the values' names, or each segment is one
   * @param joined whether a row is one sequence, or each of its segments is
   * @param balanced whether all classes weigh the same
   */
  TrainingClips trainingClips(boolean framed, boolean joined, boolean balanced) {
    FrameNames names = reader.frames();
    Extent shape = framed ? names.shape() : new Extent(1, inputs(), 1);
    int width = framed ? names.width() : 1;
    FrameSequences sequences =
        joined
            ? joined(shape, width)
            : FrameSequences.single(this, new FrameLayout(shape.size(), width, 1));
    int count = sequences.count();
    List<Instance> owners =
        IntStream.range(0, count).mapToObj(s -> clips.get(sequences.starts()[s])).toList();
    return new TrainingClips(
        sequences,
        shape,
        owners.stream().mapToInt(clip -> (int) clip.classValue()).toArray(),
        weights(owners, balanced),
        subjectNumbers(owners));
  }

  private FrameSequences joined(Extent shape, int width) {
    int[] rows = rowNumbers();
    List<SegmentRows> bags = new ArrayList<>();
    for (int from = 0; from < rows.length; ) {
      int end = from;
      while (end < rows.length && rows[end] == rows[from]) {
        end++;
      }
      bags.add(new Part(this, from, end - from));
      from = end;
    }
    return FrameSequences.joined(this, rows, FrameLayout.find(shape.size(), width, bags));
  }

  /** Some neighbouring segments. */
  private record Part(SegmentRows all, int from, int rows) implements SegmentRows {

    @Override
    public int inputs() {
      return all.inputs();
    }

    @Override
    public void read(int row, int first, int count, float[] destination) {
      all.read(from + row, first, count, destination);
    }
  }

  /** Returns the number of each segment's row. */
  private int[] rowNumbers() {
    int[] numbers = new int[clips.size()];
    for (int i = 1; i < numbers.length; i++) {
      numbers[i] = numbers[i - 1] + (clips.get(i) == clips.get(i - 1) ? 0 : 1);
    }
    return numbers;
  }

  private double[] weights(List<Instance> owners, boolean balanced) {
    double[] classWeights = new double[classes()];
    owners.forEach(clip -> classWeights[(int) clip.classValue()] += clip.weight());
    double[] weights =
        owners.stream()
            .mapToDouble(
                clip ->
                    balanced
                        ? clip.weight() / classWeights[(int) clip.classValue()]
                        : clip.weight())
            .toArray();
    double mean = Arrays.stream(weights).sum() / weights.length;
    return Arrays.stream(weights).map(one -> one / mean).toArray();
  }

  /** Returns a number for each clip's subject; clips without one have a subject of their own. */
  private int[] subjectNumbers(List<Instance> owners) {
    int index = ClipTable.subjectIndex(data);
    List<String> names = subjects();
    Map<String, Integer> numbers =
        IntStream.range(0, names.size()).boxed().collect(Collectors.toMap(names::get, i -> i));
    return IntStream.range(0, owners.size())
        .map(
            i ->
                index < 0 || owners.get(i).isMissing(index)
                    ? names.size() + i
                    : numbers.get(owners.get(i).stringValue(index)))
        .toArray();
  }

  /** Rejects data whose features are not those that a model was trained on; names both. */
  public static void checkFits(String model, FeatureInfo trained, FeatureInfo given)
      throws WekaException {
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
        reader.features(),
        sources,
        LevelRange.UNKNOWN,
        "");
  }

  /**
   * Rejects training on subjects that a source knows already. Weka shows this sentence, whereas it
   * counts a row whose prediction fails as not classified and goes on.
   */
  void checkNone(Set<String> known) throws WekaException {
    Optional<String> subject = subjects().stream().filter(known::contains).findFirst();
    if (subject.isPresent()) {
      throw overlap(subject.get(), "training data");
    }
  }

  static WekaException overlap(String subject, String data) {
    String sentence =
        "Subject %s of the %s was in the training data of the source model, so that no test on it"
            + " would be subject-independent; use another source, or -allow-subject-overlap.";
    return new WekaException(sentence.formatted(subject, data));
  }

  /** Returns the range of the clips' levels, unknown where values are relative to them. */
  LevelRange levels() {
    boolean relative = FeatureSignature.of(data.relationName()).contains(" -level clip");
    return relative ? LevelRange.UNKNOWN : levels;
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
