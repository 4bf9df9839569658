package emotiontransfer.weka.predict;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.data.FeatureInfo;
import emotiontransfer.data.Provenance;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.ClipRemark;
import emotiontransfer.media.SegmentTimes;
import emotiontransfer.weka.classify.ModelFile;
import emotiontransfer.weka.classify.ModelFile.RowDecider;
import emotiontransfer.weka.classify.ModelFile.Saved;
import emotiontransfer.weka.classify.SegmentClassifier.BagDecision;
import emotiontransfer.weka.filter.MediaFilter;
import emotiontransfer.weka.filter.TransductiveFilter;
import emotiontransfer.weka.predict.PredictionText.Clip;
import emotiontransfer.weka.predict.PredictionText.Course;
import emotiontransfer.weka.table.ClipTable;
import emotiontransfer.weka.table.FeatureSignature;
import emotiontransfer.weka.table.SegmentInstance;
import emotiontransfer.weka.table.SegmentReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.commons.lang3.ClassUtils;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.WekaException;
import weka.filters.Filter;

/** A saved model together with the filter that makes its features, which the model names. */
public final class PredictionModel {

  /** Name of the model that comes with the package. */
  public static final String OWN = "emodb-speech";

  private static final String OWN_RESOURCE = "models/" + OWN + ".pathnet";

  private static final String FILTERS = "weka.filters.unsupervised.attribute.";

  /** Segments of a window over time: with the default features 1.685 s, as in training crops. */
  private static final int WINDOW = 4;

  private final String name;
  private final Saved saved;
  private final RowDecider decider;
  private final Provenance trained;
  private final MediaFilter reader;
  private final List<Filter> others = new ArrayList<>();
  private final List<ClipRemark> remarks = new ArrayList<>();
  private final Set<String> silent = new HashSet<>();

  /**
   * Reads a PathNetClassifier or a {@code NAME.pathnet}, or a FilteredClassifier of one behind a
   * feature filter.
   *
   * @param filterOptions options for the feature filter beside those that the model names, such as
   *     {@code -fps 5}; may be empty
   * @throws WekaException if there is no such model, or its features cannot be made, or an option
   *     is rejected
   */
  public PredictionModel(File file, String filterOptions) throws WekaException {
    this(file.toString(), ModelFile.pathNetAnywhere(file), filterOptions);
  }

  private PredictionModel(String name, Saved saved, String filterOptions) throws WekaException {
    checkSurroundings(name, saved);
    this.name = name;
    this.saved = saved;
    this.decider = saved.decider();
    this.trained = saved.provenance();
    boolean asIs = filterOptions.isEmpty();
    String how = asIs ? "" : " with the options '" + filterOptions + "'";
    String wanted = trained.features().signature();
    List<String> steps = FeatureSignature.steps(wanted);
    if (steps.isEmpty() || !steps.get(0).matches("[A-Za-z]\\w*( .*)?")) {
      throw new WekaException(
          ("Model %s was not trained on the output of a feature filter such as MelDeltaSpectrogram,"
                  + " so that it does not name how to read clips; train it on a bag table that such"
                  + " a filter made.")
              .formatted(name));
    }
    this.reader = (MediaFilter) filter(MediaFilter.class, steps.get(0) + " " + filterOptions, how);
    reader.setCacheMegabytes(0);
    reader.reportTo((odd, clips, log) -> remarks.addAll(odd));
    for (String step : steps.subList(1, steps.size())) {
      others.add(filter(TransductiveFilter.class, step, how));
    }
    String made = prepare();
    if (!FeatureInfo.sameMeaning(made, wanted)) {
      String advice = asIs ? "train it again" : "leave out what changes them";
      throw new WekaException(
          "Model %s has the features '%s', but this version of the package makes '%s'%s; %s."
              .formatted(name, wanted, made, how, advice));
    }
  }

  /** Returns the model for speech that comes with the package. */
  public static PredictionModel ofPackage(String filterOptions) throws WekaException {
    return new PredictionModel(OWN, ModelFile.ofPackage(OWN_RESOURCE), filterOptions);
  }

  /** Checks that clips alone give the inputs of a PathNet that stands behind other things. */
  private static void checkSurroundings(String model, Saved saved) throws WekaException {
    if (saved.unsigned().isPresent()) {
      throw new WekaException(
          ("Model %s has the part %s before its PathNetClassifier, so that clips alone do not"
                  + " give its inputs; give a model behind a feature filter such as"
                  + " MelDeltaSpectrogram, or without any.")
              .formatted(model, ClassUtils.getShortClassName(saved.unsigned().get())));
    }
  }

  /** Returns the classes in the order of the probabilities. */
  public List<String> labels() {
    return trained.classLabels();
  }

  /** Returns what files the model can decide about. */
  public Set<Modality> modalities() {
    return reader.modalities();
  }

  /** Returns what is to be known of the model. */
  public ModelCard card() {
    return new ModelCard(name, saved.model().model());
  }

  /** Returns whether clips are decided whole, so that it takes windows to decide over time. */
  public boolean decidesWhole() {
    return saved.model().model().decidesWhole();
  }

  /** Returns a new reader that makes of a clip what the model sees of it. */
  public ClipReader reader() {
    return reader.createReader();
  }

  /** Returns a sentence on clips whose levels the model was not trained on, if there are any. */
  public Optional<String> levelWarning(List<Clip> decided) {
    return LevelWarning.of(trained.levels(), decided.stream().map(Clip::level).toList());
  }

  /** Returns what is odd about a clip that was read, in a few words each. */
  public List<String> remarks(Path clip) {
    return remarks.stream()
        .filter(remark -> remark.clip().equals(clip))
        .map(ClipRemark::phrase)
        .distinct()
        .toList();
  }

  /** Returns a sentence for each thing that is odd about clips that were read. */
  public List<String> remarks(int clips) {
    return ClipRemark.sentences(remarks, clips);
  }

  /** Returns whether what the model decides about a clip depends on its speaker's other clips. */
  public boolean isTransductive() {
    return !others.isEmpty();
  }

  /**
   * Reads a clip to decide about; an IOException says that it cannot be read.
   *
   * @param speaker the same name for clips of the same speaker
   */
  public Instance read(Path clip, String speaker) throws Exception {
    Instances clips = clips();
    double path = clips.attribute(0).addStringValue(clip.toString());
    double subject = clips.attribute(1).addStringValue(speaker);
    clips.add(new DenseInstance(1, new double[] {path, subject, Utils.missingValue()}));
    int before = remarks.size();
    try {
      Instance row = Filter.useFilter(clips, reader).instance(0);
      if (remarks.stream().skip(before).anyMatch(r -> r.kind() == ClipRemark.Kind.SILENT)) {
        silent.add(clip.toString());
      }
      return row;
    } catch (WekaException rejection) {
      throw rejection.getCause() instanceof IOException unreadable ? unreadable : rejection;
    }
  }

  /**
   * Decides about clips that were read, all those of a speaker together.
   *
   * @param overTime whether to decide about windows of them, too, where the model sees them whole
   */
  public List<Clip> decide(List<Instance> clips, boolean overTime) throws Exception {
    List<Instance> rows = clips;
    for (Filter filter : others) {
      for (Instance row : rows) {
        filter.input(row);
      }
      filter.batchFinished();
      rows = Stream.generate(filter::output).limit(filter.numPendingOutput()).toList();
    }
    List<Clip> decided = new ArrayList<>();
    for (Instance row : rows) {
      // A speaker of one's own recordings is none of a corpus, even if both have one name.
      row.setMissing(ClipTable.subjectIndex(row.dataset()));
      BagDecision decision = decider.decide(row);
      SegmentReader segmentReader = new SegmentReader(row.dataset());
      List<SegmentInstance> values = segmentReader.values(row);
      boolean empty = decision.segments().length == 0;
      double[] distribution = empty ? new double[0] : decision.clip();
      double level = segmentReader.levelDecibels(values);
      Course course =
          decidesWhole() && !empty
              ? windows(segmentReader.segments(row), overTime)
              : new Course(reader.segmentTimes(), decision.segments());
      boolean isSilent = silent.contains(row.stringValue(0));
      decided.add(
          isSilent
              ? Clip.silent(row.stringValue(0), values.size(), course)
              : new Clip(
                  row.stringValue(0), values.size(), distribution, course, level, Clip.UNKNOWN));
    }
    // The columns hold the bags of all clips until they are made anew.
    start();
    return decided;
  }

  /** Decides, if that is wanted, about each window of a clip, one segment further each time. */
  private Course windows(float[][] segments, boolean decided) throws Exception {
    int width = Math.min(WINDOW, segments.length);
    Optional<SegmentTimes> times =
        reader.segmentTimes().map(one -> new SegmentTimes(one.step(), one.end(width - 1)));
    double[][] probabilities = new double[decided ? segments.length - width + 1 : 0][];
    for (int first = 0; first < probabilities.length; first++) {
      float[][] window =
          Arrays.stream(segments, first, first + width).map(float[]::clone).toArray(float[][]::new);
      probabilities[first] = saved.model().decide(window, saved.pooling(), threads()).clip();
    }
    return new Course(times, probabilities);
  }

  private static int threads() {
    return Runtime.getRuntime().availableProcessors();
  }

  /** Makes a filter from a part of the model's signature: its class and the options behind it. */
  private Filter filter(Class<?> kind, String step, String how) throws WekaException {
    try {
      String[] words = Utils.splitOptions(step);
      Class<?> type =
          Class.forName(FILTERS + words[0], true, PredictionModel.class.getClassLoader());
      Filter filter =
          type.asSubclass(kind).asSubclass(Filter.class).getDeclaredConstructor().newInstance();
      if (filter instanceof MediaFilter media) {
        words = Utils.splitOptions(media.optionsOf(step));
      }
      filter.setOptions(Arrays.copyOfRange(words, 1, words.length));
      return filter;
    } catch (Exception e) {
      // Weka rejects options by a bare Exception.
      throw new WekaException(
          "Model %s has the features '%s', which this version of the package cannot make%s: %s"
              .formatted(name, trained.features().signature(), how, e.getMessage()),
          e);
    }
  }

  /** Makes the filters ready for clips and returns the signature of what they give. */
  private String prepare() throws WekaException {
    try {
      Instances rows = start();
      for (Filter filter : others) {
        filter.setInputFormat(rows);
        rows = Filter.useFilter(rows, filter);
      }
      return FeatureSignature.of(rows.relationName());
    } catch (Exception e) {
      throw new WekaException("Model %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  private Instances start() throws Exception {
    reader.setInputFormat(clips());
    return Filter.useFilter(clips(), reader);
  }

  /** Returns a new, empty clip table. */
  private Instances clips() {
    Attribute path = new Attribute(ClipTable.FILE, (List<String>) null);
    Attribute subject = new Attribute(ClipTable.SUBJECT, (List<String>) null);
    Attribute emotion = new Attribute(ClipTable.EMOTION, labels());
    Instances clips = new Instances("clips", new ArrayList<>(List.of(path, subject, emotion)), 1);
    clips.setClassIndex(2);
    return clips;
  }
}
