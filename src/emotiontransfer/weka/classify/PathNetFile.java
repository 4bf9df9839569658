package emotiontransfer.weka.classify;

import emotiontransfer.pathnet.PathNetModel;
import java.io.File;
import java.io.IOException;
import java.util.Optional;
import weka.classifiers.SingleClassifierEnhancer;
import weka.core.SerializationHelper;

/** Finds the PathNet in a model file that Weka saved. */
public final class PathNetFile {

  private PathNetFile() {}

  /**
   * Reads a model.
   *
   * @param file saved by {@code -d} or the Explorer: a PathNetClassifier, or a classifier around
   *     one such as FilteredClassifier
   * @return the trained model
   * @throws IOException if the file is missing, unreadable or holds something else
   */
  public static PathNetModel read(File file) throws IOException {
    if (!file.isFile()) {
      throw new IOException(
          "There is no model file '" + file + "'; PathNetClassifier -d FILE writes one.");
    }
    Object saved;
    try {
      saved = SerializationHelper.read(file.getPath());
    } catch (Exception e) {
      throw new IOException(
          "'" + file + "' is not a model that this Weka can read: " + e.getMessage(), e);
    }
    Optional<PathNetModel> model = within(saved);
    if (model.isPresent()) {
      return model.get();
    }
    throw new IOException(
        "'"
            + file
            + "' holds "
            + saved.getClass().getName()
            + " without a trained PathNetClassifier; save one with PathNetClassifier -d FILE.");
  }

  /**
   * Finds a PathNet in a classifier.
   *
   * @param saved a PathNetClassifier, or a classifier around one, or anything else
   * @return its model; empty where there is none or it is not trained
   */
  public static Optional<PathNetModel> within(Object saved) {
    Object inner = saved;
    while (inner instanceof SingleClassifierEnhancer outer) {
      inner = outer.getClassifier();
    }
    if (!(inner instanceof PathNetScheme pathNet)) {
      return Optional.empty();
    }
    try {
      return Optional.of(pathNet.model());
    } catch (IllegalStateException notBuilt) {
      return Optional.empty();
    }
  }
}
