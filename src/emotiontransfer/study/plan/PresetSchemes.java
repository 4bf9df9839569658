package emotiontransfer.study.plan;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.pathnet.transfer.SourceUse;
import emotiontransfer.weka.preset.Preset;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.commons.lang3.ArrayUtils;
import weka.classifiers.Classifier;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.functions.SMO;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.meta.Vote;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.BagFunctionals;
import weka.filters.unsupervised.attribute.SubjectStandardize;

/**
 * The classifiers of the preset's systems. All are given bags; where subjects are standardised, a
 * filter of each classifier does it.
 *
 * @param options that count instead of the preset's own
 * @param slots threads of each network
 * @param subjectStandardize whether each subject is standardised by its own clips
 */
public record PresetSchemes(List<String> options, int slots, boolean subjectStandardize) {

  private static final int CALIBRATION_FOLDS = 5;

  /** Returns the preset for clips of a modality. */
  public static Preset preset(Modality modality) {
    return modality == Modality.AUDIO ? Preset.SPEECH : Preset.FACES;
  }

  /** Returns a new network of a preset, with options that count instead of the preset's own. */
  static PathNetClassifier network(Preset preset, String... options) throws Exception {
    PathNetClassifier network = new PathNetClassifier();
    network.setOptions(ArrayUtils.insert(0, options, "-preset", preset.keyword()));
    return network;
  }

  private PathNetClassifier network(Modality modality) throws Exception {
    PathNetClassifier network = network(preset(modality), options.toArray(String[]::new));
    network.setNumSlots(slots);
    return network;
  }

  /** Returns a new network for the source corpora, which evolves for half as many generations. */
  PathNetClassifier source(Modality modality) throws Exception {
    PathNetClassifier network = network(modality);
    network.setGenerations((network.getGenerations() + 1) / 2);
    return network;
  }

  Classifier of(StudySystem system, Modality modality, Optional<Path> source) throws Exception {
    PathNetClassifier network = network(modality);
    if (system != StudySystem.PRESET) {
      network.setSourceUse(SourceUse.INITIALIZE);
    }
    source.ifPresent(file -> network.setSources(new File[] {file.toFile()}));
    Classifier scheme = standardizedIfAsked(network);
    return system == StudySystem.PRESET_VOTE ? withSmo(scheme) : scheme;
  }

  /** Returns Weka's Vote with an SMO that has probabilities, and functionals of its own. */
  private Vote withSmo(Classifier network) {
    SMO smo = new SMO();
    smo.setBuildCalibrationModels(true);
    // Margins of clips that trained it are those of no other clip: SMO would always be sure.
    smo.setNumFolds(CALIBRATION_FOLDS);
    Vote vote = new Vote();
    vote.setClassifiers(
        new Classifier[] {network, behind(new BagFunctionals(), standardizedIfAsked(smo))});
    return vote;
  }

  private Classifier standardizedIfAsked(Classifier scheme) {
    return subjectStandardize ? standardized(scheme) : scheme;
  }

  /** Returns a scheme to which each subject is standardised by its own clips. */
  static FilteredClassifier standardized(Classifier scheme) {
    return behind(new SubjectStandardize(), scheme);
  }

  private static FilteredClassifier behind(Filter filter, Classifier scheme) {
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(filter);
    filtered.setClassifier(scheme);
    return filtered;
  }
}
