package emotiontransfer.study.run;

import emotiontransfer.numeric.Sha256;
import emotiontransfer.study.plan.StudyOptions;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.study.plan.StudySystem;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.functions.SMO;
import weka.classifiers.trees.RandomForest;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.core.WekaException;

/** Makes the classifiers of the systems. */
final class Schemes {

  private static final String ALEXNET = "weka.classifiers.functions.FineTunedAlexNet";
  private static final String WEIGHTS = "-weights";

  private final StudyRequest request;

  Schemes(StudyRequest request) {
    this.request = request;
  }

  /**
   * Makes the classifier of a system, not built yet.
   *
   * @param source model of the source; empty for systems without
   */
  Classifier of(StudySystem system, Optional<Path> source) throws Exception {
    return switch (system) {
      case SMO -> new SMO();
      case FOREST -> new RandomForest();
      case ALEXNET, ALEXNET_DTPM, ALEXNET_SCRATCH -> alexNet(system, source);
      default -> curved(pathNet(options(system), source));
    };
  }

  private static List<String> options(StudySystem system) {
    return switch (system) {
      case FINE_TUNE -> List.of("-source-use", "fine-tune");
      case FIXED -> List.of("-evolution", "fixed");
      default -> List.of();
    };
  }

  /** Makes a PathNet with the study's options and more. */
  PathNetClassifier pathNet(List<String> more, Optional<Path> source) throws Exception {
    List<String> options = new ArrayList<>(Arrays.asList(Utils.splitOptions(request.pathNet())));
    options.addAll(more);
    options.addAll(List.of("-num-slots", String.valueOf(request.slotsPerJob())));
    PathNetClassifier pathNet = new PathNetClassifier();
    pathNet.setOptions(options.toArray(String[]::new));
    if (source.isPresent()) {
      pathNet.setSources(new File[] {source.get().toFile()});
    }
    return pathNet;
  }

  private Classifier curved(PathNetClassifier pathNet) {
    List<Integer> generations = StudyOptions.curve(pathNet.getGenerations(), request.curvePoints());
    return generations.isEmpty() ? pathNet : new CurveRecorder(pathNet, generations);
  }

  private Classifier alexNet(StudySystem system, Optional<Path> source) throws Exception {
    List<String> options = new ArrayList<>(Arrays.asList(Utils.splitOptions(request.alexNet())));
    int weights = options.indexOf(WEIGHTS);
    if (system == StudySystem.ALEXNET_SCRATCH && weights >= 0) {
      options.subList(weights, weights + 2).clear();
    }
    if (system == StudySystem.ALEXNET_DTPM) {
      options.addAll(List.of("-decision", "dtpm"));
    }
    if (source.isPresent()) {
      options.addAll(List.of("-source", source.get().toString()));
    }
    return alexNet(options);
  }

  /** Makes an AlexNet for training on a source. */
  Classifier sourceAlexNet() throws Exception {
    return alexNet(new ArrayList<>(Arrays.asList(Utils.splitOptions(request.alexNet()))));
  }

  private Classifier alexNet(List<String> options) throws Exception {
    options.addAll(List.of("-num-slots", String.valueOf(request.slotsPerJob())));
    try {
      return AbstractClassifier.forName(ALEXNET, options.toArray(String[]::new));
    } catch (ClassNotFoundException absent) {
      throw new WekaException(
          "This installation has no FineTunedAlexNet; leave out the AlexNets (-without).", absent);
    }
  }

  /** Tells whether the AlexNets begin with weights from a file. */
  boolean hasAlexNetWeights() throws Exception {
    return Arrays.asList(Utils.splitOptions(request.alexNet())).contains(WEIGHTS);
  }

  /** Returns the hash of the file that a system's weights come from; empty without one. */
  String weightsHash(StudySystem system) throws Exception {
    List<String> options = Arrays.asList(Utils.splitOptions(request.alexNet()));
    int weights = options.indexOf(WEIGHTS);
    boolean used = system.isAlexNet() && system != StudySystem.ALEXNET_SCRATCH && weights >= 0;
    return used ? Sha256.hex(Files.readAllBytes(Path.of(options.get(weights + 1)))) : "";
  }

  /** Returns the scheme without its source, seed and threads, for comparing and for reports. */
  String description(StudySystem system) throws Exception {
    Classifier scheme = of(system, Optional.empty());
    Classifier shown = scheme instanceof CurveRecorder recorder ? recorder.getClassifier() : scheme;
    List<String> options = new ArrayList<>(Arrays.asList(((OptionHandler) shown).getOptions()));
    remove(options, "-num-slots");
    remove(options, "-S");
    return (shown.getClass().getName() + " " + Utils.joinOptions(options.toArray(String[]::new)))
        .strip();
  }

  private static void remove(List<String> options, String name) {
    int index = options.indexOf(name);
    if (index >= 0 && index + 1 < options.size()) {
      options.subList(index, index + 2).clear();
    }
  }
}
