package emotiontransfer.weka.classify;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.data.SegmentTimes;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.Pooling;
import emotiontransfer.weka.filter.MediaFilter;
import emotiontransfer.weka.table.ClipTable;
import emotiontransfer.weka.table.FeatureSignature;
import emotiontransfer.weka.table.SegmentReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import weka.classifiers.Classifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.WekaException;
import weka.filters.Filter;

/** A saved model together with the filter that makes its features, which the model names. */
public final class PredictionModel {

  private static final String FILTERS = "weka.filters.unsupervised.attribute.";

  private final File file;
  private final PathNetModel model;
  private final Pooling pooling;
  private final String filterOptions;

  private PredictionModel(File file, PathNetScheme classifier, String filterOptions)
      throws WekaException {
    this.file = file;
    this.model = PathNetModelFile.trained(classifier, file);
    this.pooling = classifier.getPool();
    this.filterOptions = filterOptions;
  }

  /**
   * Reads a model.
   *
   * @param file with a PathNetClassifier, or with a FilteredClassifier of one behind a feature
   *     filter
   * @param filterOptions options for the feature filter beside those that the model names, such as
   *     {@code -fps 5}; may be empty
   * @return the model, whose filter this version of the package has
   * @throws WekaException if there is no such model, or its features cannot be made, or an option
   *     is refused
   */
  public static PredictionModel read(File file, String filterOptions) throws WekaException {
    PredictionModel model = new PredictionModel(file, pathNet(file), filterOptions);
    model.table(model.filter());
    return model;
  }

  private static PathNetScheme pathNet(File file) throws WekaException {
    Classifier saved = PathNetModelFile.readPredictor(file);
    if (saved instanceof FilteredClassifier filtered) {
      if (!(filtered.getFilter() instanceof MediaFilter)) {
        throw new WekaException(
            "Model %s has the filter %s before its PathNetClassifier, so that clips alone do not tell its inputs; give a model behind a feature filter such as MelDeltaSpectrogram, or without any."
                .formatted(file, filtered.getFilter().getClass().getSimpleName()));
      }
      saved = filtered.getClassifier();
    }
    if (saved instanceof PathNetScheme classifier) {
      return classifier;
    }
    throw new WekaException(
        "Model %s is a %s; give one of PathNetClassifier."
            .formatted(file, saved.getClass().getSimpleName()));
  }

  /** Returns the classes in the order of the probabilities. */
  public List<String> labels() {
    return model.classLabels();
  }

  /** Returns what files the model can decide about. */
  public Set<Modality> modalities() throws WekaException {
    return filter().modalities();
  }

  /** Returns where segments stand in their clip, if the filter tells. */
  public Optional<SegmentTimes> segmentTimes() throws WekaException {
    return filter().segmentTimes();
  }

  /**
   * Decides about a clip.
   *
   * @param clip a file
   * @return the probabilities
   * @throws IOException if the clip cannot be read
   * @throws Exception if the features do not fit the model
   */
  public ClipPrediction predict(Path clip) throws Exception {
    MediaFilter filter = filter();
    Instances clips = table(filter);
    Instance row = new DenseInstance(clips.numAttributes());
    row.setDataset(clips);
    row.setValue(0, clip.toString());
    clips.add(row);
    Instances bags = bags(clips, filter);
    SegmentReader reader = new SegmentReader(bags);
    PathNetInputs.checkFeatures(
        model.provenance().features(), PathNetInputs.features(bags, reader));
    double[][] segments = model.probabilities(reader.segments(bags.instance(0)));
    double[] distribution = segments.length == 0 ? new double[0] : pooling.pool(segments);
    return new ClipPrediction(clip.toString(), distribution, segments);
  }

  private static Instances bags(Instances clips, MediaFilter filter) throws Exception {
    try {
      return Filter.useFilter(clips, filter);
    } catch (WekaException refusal) {
      if (refusal.getCause() instanceof IOException unreadable) {
        throw unreadable;
      }
      throw refusal;
    }
  }

  /** Makes the filter anew from the model's signature: its class and the options behind it. */
  private MediaFilter filter() throws WekaException {
    String signature = model.provenance().features().signature();
    String[] words = signature.split(" ", 2);
    if (!words[0].matches("[A-Za-z]\\w*")) {
      throw new WekaException(
          "Model %s was not trained on the output of a feature filter such as MelDeltaSpectrogram, so that it cannot tell how to read clips; train it on a bag table that such a filter made."
              .formatted(file));
    }
    try {
      Class<?> type =
          Class.forName(FILTERS + words[0], true, PredictionModel.class.getClassLoader());
      MediaFilter filter =
          type.asSubclass(MediaFilter.class).getDeclaredConstructor().newInstance();
      String named = words.length < 2 ? "" : words[1];
      filter.setOptions(Utils.splitOptions(named + ' ' + filterOptions));
      filter.setCacheMegabytes(0);
      return filter;
    } catch (Exception e) {
      // Weka refuses options by a bare Exception.
      throw new WekaException(
          "Model %s has the features '%s', which this version of the package cannot make%s: %s"
              .formatted(file, signature, withOptions(), e.getMessage()),
          e);
    }
  }

  private String withOptions() {
    return filterOptions.isEmpty() ? "" : " with the options '" + filterOptions + "'";
  }

  /** Returns an empty clip table that the filter is ready for. */
  private Instances table(MediaFilter filter) throws WekaException {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute(ClipTable.FILE, (List<String>) null));
    attributes.add(new Attribute(ClipTable.EMOTION, labels()));
    Instances clips = new Instances("clips", attributes, 1);
    clips.setClassIndex(1);
    try {
      filter.setInputFormat(clips);
    } catch (Exception e) {
      throw new WekaException("Model %s: %s".formatted(file, e.getMessage()), e);
    }
    String made = FeatureSignature.of(filter.getOutputFormat().relationName());
    String trained = model.provenance().features().signature();
    if (!made.equals(trained)) {
      throw new WekaException(
          "Model %s has the features '%s', but this version of the package makes '%s'%s; %s."
              .formatted(
                  file,
                  trained,
                  made,
                  withOptions(),
                  filterOptions.isEmpty() ? "train it again" : "leave out what changes them"));
    }
    return clips;
  }
}
