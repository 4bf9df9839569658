package emotiontransfer.weka.classify;

import emotiontransfer.data.Provenance;
import emotiontransfer.pathnet.Pooling;
import java.io.File;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Utils;

/** Which settings a model records, and which of them a continued evolution may change. */
final class PathNetLineage {

  private PathNetLineage() {}

  /** Returns the options that tell what a model is; threads and files change nothing about it. */
  static String options(PathNetOptions scheme) throws Exception {
    PathNetClassifier recorded = new PathNetClassifier();
    recorded.setOptions(scheme.getOptions());
    recorded.setNumSlots(0);
    recorded.setSources(new File[0]);
    recorded.setResume(false);
    recorded.setCheckpoint(new File(""));
    recorded.setCheckpointEvery(new PathNetClassifier().getCheckpointEvery());
    return Utils.joinOptions(recorded.getOptions());
  }

  /** Names what keeps one evolution from being the continuation of another; empty for nothing. */
  static String difference(Provenance begun, Provenance now) throws Exception {
    if (!lasting(begun.options()).equals(lasting(now.options()))) {
      return "options (" + begun.options() + ")";
    }
    if (!begun.sources().equals(now.sources())) {
      return "source models";
    }
    if (!begun.classLabels().equals(now.classLabels()) || !begun.features().fits(now.features())) {
      return "classes or features";
    }
    return "";
  }

  /** Returns options without those that say when to stop and how to predict. */
  private static String lasting(String options) throws Exception {
    PathNetClassifier scheme = new PathNetClassifier();
    scheme.setOptions(Utils.splitOptions(options));
    scheme.setGenerations(1);
    scheme.setStopFitness(1);
    scheme.setPool(Pooling.MEAN);
    scheme.setAllowSubjectOverlap(false);
    return Utils.joinOptions(scheme.getOptions());
  }
}
