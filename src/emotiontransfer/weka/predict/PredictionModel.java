package emotiontransfer.weka.predict;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.data.Provenance;
import emotiontransfer.media.SegmentTimes;
import emotiontransfer.weka.classify.ModelFile;
import emotiontransfer.weka.classify.SegmentClassifier;
import emotiontransfer.weka.classify.SegmentClassifier.BagDecision;
import emotiontransfer.weka.filter.MediaFilter;
import emotiontransfer.weka.predict.PredictionText.Clip;
import emotiontransfer.weka.table.ClipTable;
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
import weka.core.Instances;
import weka.core.Utils;
import weka.core.WekaException;
import weka.filters.Filter;

/** A saved model together with the filter that makes its features, which the model names. */
public final class PredictionModel {

  private static final String FILTERS = "weka.filters.unsupervised.attribute.";

  private final File file;
  private final SegmentClassifier scheme;
  private final Provenance trained;
  private final MediaFilter filter;

  /**
   * Reads a PathNetClassifier, or a FilteredClassifier of one behind a feature filter.
   *
   * @param filterOptions options for the feature filter beside those that the model names, such as
   *     {@code -fps 5}; may be empty
   * @throws WekaException if there is no such model, or its features cannot be made, or an option
   *     is rejected
   */
  public PredictionModel(File file, String filterOptions) throws WekaException {
    Classifier saved = ModelFile.predictor(file);
    if (saved instanceof FilteredClassifier filtered) {
      if (!(filtered.getFilter() instanceof MediaFilter)) {
        throw new WekaException(
            ("Model %s has the filter %s before its PathNetClassifier, so that clips alone do not"
                    + " give its inputs; give a model behind a feature filter such as"
                    + " MelDeltaSpectrogram, or without any.")
                .formatted(file, filtered.getFilter().getClass().getSimpleName()));
      }
      saved = filtered.getClassifier();
    }
    if (!(saved instanceof SegmentClassifier segments)) {
      throw new WekaException(
          "Model %s is a %s; give one of PathNetClassifier."
              .formatted(file, saved.getClass().getSimpleName()));
    }
    this.file = file;
    this.scheme = segments;
    this.trained = ModelFile.pathNet(file, segments).provenance();
    boolean asIs = filterOptions.isEmpty();
    String how = asIs ? "" : " with the options '" + filterOptions + "'";
    this.filter = filter(filterOptions, how);
    table();
    String wanted = trained.features().signature();
    if (!filter.signature().equals(wanted)) {
      String advice = asIs ? "train it again" : "leave out what changes them";
      throw new WekaException(
          "Model %s has the features '%s', but this version of the package makes '%s'%s; %s."
              .formatted(file, wanted, filter.signature(), how, advice));
    }
  }

  /** Returns the classes in the order of the probabilities. */
  public List<String> labels() {
    return trained.classLabels();
  }

  /** Returns what files the model can decide about. */
  public Set<Modality> modalities() {
    return filter.modalities();
  }

  /** Returns where segments stand in their clip, if the filter knows. */
  public Optional<SegmentTimes> segmentTimes() {
    return filter.segmentTimes();
  }

  /** Decides about a clip; an IOException says that it cannot be read. */
  public Clip predict(Path clip) throws Exception {
    Instances clips = table();
    double path = clips.attribute(0).addStringValue(clip.toString());
    clips.add(new DenseInstance(1, new double[] {path, Utils.missingValue()}));
    try {
      BagDecision decision = scheme.decide(Filter.useFilter(clips, filter).instance(0));
      boolean decided = decision.segments().length > 0;
      double[] distribution = decided ? decision.clip() : new double[0];
      return new Clip(clip.toString(), distribution, decision.segments());
    } catch (WekaException rejection) {
      throw rejection.getCause() instanceof IOException unreadable ? unreadable : rejection;
    }
  }

  /** Makes the filter from the model's signature: its class and the options behind it. */
  private MediaFilter filter(String moreOptions, String how) throws WekaException {
    String signature = trained.features().signature();
    String[] words = signature.split(" ", 2);
    if (!words[0].matches("[A-Za-z]\\w*")) {
      throw new WekaException(
          ("Model %s was not trained on the output of a feature filter such as MelDeltaSpectrogram,"
                  + " so that it does not name how to read clips; train it on a bag table that such"
                  + " a filter made.")
              .formatted(file));
    }
    try {
      Class<?> type =
          Class.forName(FILTERS + words[0], true, PredictionModel.class.getClassLoader());
      MediaFilter filter =
          type.asSubclass(MediaFilter.class).getDeclaredConstructor().newInstance();
      String named = words.length < 2 ? "" : words[1];
      filter.setOptions(Utils.splitOptions(named + ' ' + moreOptions));
      filter.setCacheMegabytes(0);
      return filter;
    } catch (Exception e) {
      // Weka rejects options by a bare Exception.
      throw new WekaException(
          "Model %s has the features '%s', which this version of the package cannot make%s: %s"
              .formatted(file, signature, how, e.getMessage()),
          e);
    }
  }

  /** Makes the filter ready for a new, empty clip table, and returns that. */
  private Instances table() throws WekaException {
    Attribute path = new Attribute(ClipTable.FILE, (List<String>) null);
    Attribute emotion = new Attribute(ClipTable.EMOTION, labels());
    Instances clips = new Instances("clips", new ArrayList<>(List.of(path, emotion)), 1);
    clips.setClassIndex(1);
    try {
      filter.setInputFormat(clips);
    } catch (Exception e) {
      throw new WekaException("Model %s: %s".formatted(file, e.getMessage()), e);
    }
    return clips;
  }
}
