package emotiontransfer.weka.classify;

import emotiontransfer.pathnet.PathNetModel;
import java.io.File;
import java.util.Set;
import java.util.function.Predicate;
import weka.classifiers.Classifier;
import weka.core.WekaException;

/**
 * Reads a model file that may come from a stranger: only the classes of a saved PathNetClassifier
 * are let in, and only as much of them as such a file can hold.
 */
public final class PathNetModelFile {

  private static final long MOST_BYTES = 1L << 30;
  private static final int MOST_DEPTH = 8;
  private static final int MOST_REFERENCES = 1000;
  private static final int MOST_FILES = 100;

  /** The header of a bag table alone has three objects for each of its 12,288 attributes. */
  private static final int MOST_WRAPPED_REFERENCES = 1_000_000;

  private static final int MOST_WRAPPED_DEPTH = 50;

  private static final Set<String> PLAIN_PACKAGES = Set.of("java.lang", "java.util");

  private static final Set<String> ALLOWED =
      Set.of(
          "weka.classifiers.functions.PathNetClassifier",
          "emotiontransfer.weka.classify.PathNetOptions",
          "emotiontransfer.weka.classify.AbstractSegmentClassifier",
          "weka.classifiers.RandomizableClassifier",
          "weka.classifiers.AbstractClassifier",
          "emotiontransfer.pathnet.evolution.Boundary",
          "emotiontransfer.pathnet.evolution.EvolutionKind",
          "emotiontransfer.pathnet.Pooling",
          "emotiontransfer.pathnet.transfer.SourceUse",
          "emotiontransfer.data.Standardization",
          "java.lang.Enum",
          "java.lang.String",
          "java.io.File");

  /** A model that another one is built on; strangers' files come this way. */
  private static final ModelFileRules SOURCE =
      rules("Source model", PathNetModelFile::isPartOfPathNet, MOST_DEPTH, MOST_REFERENCES);

  /** A model to predict with, perhaps in a FilteredClassifier with all its filter's settings. */
  private static final ModelFileRules PREDICTOR =
      rules("Model", PathNetModelFile::isPartOfWeka, MOST_WRAPPED_DEPTH, MOST_WRAPPED_REFERENCES);

  private PathNetModelFile() {}

  private static ModelFileRules rules(
      String role, Predicate<Class<?>> known, int mostDepth, int mostObjects) {
    return new ModelFileRules(
        role,
        "PathNetClassifier",
        known,
        mostDepth,
        mostObjects,
        MOST_BYTES,
        array -> array == File[].class ? MOST_FILES : MOST_BYTES);
  }

  /**
   * Reads the model of a saved classifier.
   *
   * @param file as Weka saves it ({@code -d}, Explorer), gzipped or not
   * @throws WekaException naming the file and what is wrong with it
   */
  public static PathNetModel read(File file) throws WekaException {
    if (SOURCE.read(file) instanceof PathNetScheme classifier) {
      return SOURCE.trained(file, classifier::model);
    }
    throw SOURCE.misses(file, "PathNetClassifier");
  }

  /**
   * Returns the model in a classifier that was read to predict with.
   *
   * @param file named in the message
   * @throws WekaException if it was saved untrained
   */
  static PathNetModel trained(PathNetScheme classifier, File file) throws WekaException {
    return PREDICTOR.trained(file, classifier::model);
  }

  /**
   * Reads a classifier to predict with.
   *
   * @param file as Weka saves it ({@code -d}, Explorer), gzipped or not
   * @return a PathNetClassifier, or one that may have one inside
   * @throws WekaException naming the file and what is wrong with it
   */
  static Classifier readPredictor(File file) throws WekaException {
    if (PREDICTOR.read(file) instanceof Classifier classifier) {
      return classifier;
    }
    throw PREDICTOR.misses(file, "classifier");
  }

  private static boolean isPartOfPathNet(Class<?> type) {
    return type == byte[].class || type == File[].class || ALLOWED.contains(type.getName());
  }

  private static boolean isPartOfWeka(Class<?> type) {
    Class<?> element = type;
    while (element.isArray()) {
      element = element.getComponentType();
    }
    String name = element.getName();
    return element.isPrimitive()
        || name.startsWith("weka.")
        || name.startsWith("emotiontransfer.")
        || isPartOfPathNet(element)
        || PLAIN_PACKAGES.contains(element.getPackageName());
  }
}
