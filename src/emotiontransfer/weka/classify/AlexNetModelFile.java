package emotiontransfer.weka.classify;

import emotiontransfer.alexnet.TrainedAlexNet;
import java.io.File;
import java.util.Set;
import weka.core.WekaException;

/**
 * Reads a model file that may come from a stranger: only the classes of a saved FineTunedAlexNet
 * are let in, and only as much of them as such a file can hold. The support vector machine in it
 * stays bytes.
 */
public final class AlexNetModelFile {

  private static final long MOST_BYTES = 1L << 31;
  private static final int MOST_DEPTH = 8;
  private static final int MOST_REFERENCES = 1000;

  private static final Set<String> ALLOWED =
      Set.of(
          "weka.classifiers.functions.FineTunedAlexNet",
          "emotiontransfer.weka.classify.AlexNetOptions",
          "emotiontransfer.weka.classify.AbstractSegmentClassifier",
          "weka.classifiers.RandomizableClassifier",
          "weka.classifiers.AbstractClassifier",
          "emotiontransfer.alexnet.Decision",
          "java.lang.Enum",
          "java.lang.String",
          "java.io.File");

  private static final ModelFileRules SOURCE =
      new ModelFileRules(
          "Source model",
          "FineTunedAlexNet",
          type -> ALLOWED.contains(type.getName()),
          MOST_DEPTH,
          MOST_REFERENCES,
          MOST_BYTES,
          array -> 0);

  private AlexNetModelFile() {}

  /**
   * Reads the network of a saved classifier.
   *
   * @param file as Weka saves it ({@code -d}, Explorer), gzipped or not
   * @throws WekaException naming the file and what is wrong with it
   */
  public static TrainedAlexNet read(File file) throws WekaException {
    if (SOURCE.read(file) instanceof AlexNetScheme classifier) {
      return SOURCE.trained(file, classifier::model);
    }
    throw SOURCE.misses(file, "FineTunedAlexNet");
  }
}
