package emotiontransfer.study.plan;

import emotiontransfer.alexnet.Decision;
import emotiontransfer.pathnet.evolution.EvolutionKind;
import emotiontransfer.pathnet.transfer.SourceUse;
import java.io.File;
import java.nio.file.Path;
import java.util.Optional;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.functions.FineTunedAlexNet;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.functions.SMO;
import weka.classifiers.trees.RandomForest;
import weka.core.OptionHandler;
import weka.core.Utils;

/**
 * The classifiers of the systems: what every PathNet and every AlexNet is a copy of. These two are
 * never trained themselves.
 */
public record Schemes(PathNetClassifier pathNet, FineTunedAlexNet alexNet) {

  /** Returns a new classifier for a system, with the model of its source where it has one. */
  public Classifier of(StudySystem system, Optional<Path> source) throws Exception {
    return switch (system) {
      case SMO -> new SMO();
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

  /** Returns class and options of a system without source, seed and threads, for people. */
  public String description(StudySystem system) throws Exception {
    Classifier scheme = of(system, Optional.empty());
    String[] options = ((OptionHandler) scheme).getOptions();
    Utils.getOption("num-slots", options);
    Utils.getOption("S", options);
    return (scheme.getClass().getName() + " " + Utils.joinOptions(options)).strip();
  }
}
