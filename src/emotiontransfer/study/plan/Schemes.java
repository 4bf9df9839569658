package emotiontransfer.study.plan;

import static java.util.stream.Collectors.joining;

import emotiontransfer.alexnet.Decision;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.pathnet.evolution.EvolutionKind;
import emotiontransfer.pathnet.transfer.SourceUse;
import emotiontransfer.weka.filter.TransductiveFilter;
import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.RandomizableClassifier;
import weka.classifiers.functions.FineTunedAlexNet;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.functions.SMO;
import weka.classifiers.trees.RandomForest;
import weka.core.OptionHandler;
import weka.core.Utils;

/**
 * The classifiers of the systems: what every PathNet of the paper's and every AlexNet is a copy of,
 * and those with a preset. The two are never trained themselves.
 */
public record Schemes(PathNetClassifier pathNet, FineTunedAlexNet alexNet, PresetSchemes preset) {

  /** Returns a new classifier for a system, with the model of its source where it has one. */
  public Classifier of(StudySystem system, Modality modality, Optional<Path> source)
      throws Exception {
    return switch (system) {
      case PRESET, PRESET_TRANSFER, PRESET_VOTE -> preset.of(system, modality, source);
      case SMO -> new SMO();
      case SMO_SUBJECT -> PresetSchemes.standardized(new SMO());
      case FOREST -> new RandomForest();
      case ALEXNET, ALEXNET_DTPM, ALEXNET_SCRATCH -> {
        FineTunedAlexNet network = copy(alexNet);
        if (system == StudySystem.ALEXNET_SCRATCH) {
          network.setWeights(new File(""));
        } else if (system == StudySystem.ALEXNET_DTPM) {
          network.setDecision(Decision.DTPM);
        }
        source.ifPresent(file -> network.setSource(file.toFile()));
        yield network;
      }
      default -> {
        PathNetClassifier network = copy(pathNet);
        source.ifPresent(file -> network.setSources(new File[] {file.toFile()}));
        if (system == StudySystem.FINE_TUNE) {
          network.setSourceUse(SourceUse.FINE_TUNE);
        } else if (system == StudySystem.FIXED) {
          network.setEvolution(EvolutionKind.FIXED);
        }
        yield network;
      }
    };
  }

  /** Returns the same schemes with another number of threads for each network. */
  Schemes withSlots(int slots) throws Exception {
    PathNetClassifier network = copy(pathNet);
    network.setNumSlots(slots);
    FineTunedAlexNet baseline = copy(alexNet);
    baseline.setNumSlots(slots);
    return new Schemes(
        network, baseline, new PresetSchemes(preset.options(), slots, preset.subjectStandardize()));
  }

  @SuppressWarnings("unchecked") // a copy is of the same class
  private static <C extends AbstractClassifier> C copy(C scheme) throws Exception {
    return (C) AbstractClassifier.makeCopy(scheme);
  }

  /** Returns the file of a system's weights; empty without one. */
  public Optional<Path> weights(StudySystem system) {
    return Optional.of(alexNet.getWeights())
        .filter(file -> system.isFineTunedAlexNet() && !file.getPath().isEmpty())
        .map(File::toPath);
  }

  /** Returns whether a system begins with an AlexNet of the source, as it has no other weights. */
  public boolean needsAlexNet(StudySystem system) {
    return system.isFineTunedAlexNet() && weights(system).isEmpty();
  }

  /** Returns the system that, run on the source corpora, gives the model another begins with. */
  public StudySystem sourceSystem(StudySystem system) {
    if (needsAlexNet(system)) {
      return StudySystem.ALEXNET;
    }
    return system.isPreset() ? StudySystem.PRESET : StudySystem.SCRATCH;
  }

  /** Returns a new classifier for a source corpus. */
  public RandomizableClassifier source(
      StudySystem sourceSystem, Modality modality, Optional<Path> earlier) throws Exception {
    return sourceSystem == StudySystem.PRESET
        ? preset.source(modality)
        : (RandomizableClassifier) of(sourceSystem, modality, earlier);
  }

  /** Returns whether a system uses all clips of a test subject for each of them. */
  public boolean isTransductive(StudySystem system) {
    return system == StudySystem.SMO_SUBJECT || system.isPreset() && preset.subjectStandardize();
  }

  /** Returns a sentence about those of some systems that are transductive; empty if none is. */
  public String transductiveNote(List<StudySystem> systems) {
    String titles =
        systems.stream()
            .filter(this::isTransductive)
            .map(system -> "“" + system.title() + "”")
            .collect(joining(", "));
    return titles.isEmpty()
        ? ""
        : " Figures of %s are %s.".formatted(titles, TransductiveFilter.NOTE);
  }

  /** Returns class and options of a system without source, seed and threads, for people. */
  public String description(StudySystem system, Modality modality) throws Exception {
    // Inside Weka's Vote the number of threads is part of a text.
    PresetSchemes threadless = new PresetSchemes(preset.options(), 0, preset.subjectStandardize());
    return description(
        new Schemes(pathNet, alexNet, threadless).of(system, modality, Optional.empty()));
  }

  /** Returns class and options of a scheme without seed and threads. */
  public static String description(Classifier scheme) throws Exception {
    String[] options = ((OptionHandler) scheme).getOptions();
    Utils.getOption("num-slots", options);
    Utils.getOption("S", options);
    return (scheme.getClass().getName() + " " + Utils.joinOptions(options)).strip();
  }
}
