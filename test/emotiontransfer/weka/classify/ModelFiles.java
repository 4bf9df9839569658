package emotiontransfer.weka.classify;

import emotiontransfer.pathnet.PathNetModel;
import java.io.File;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.SerializationHelper;

/** Saves models that no training made. */
public final class ModelFiles {

  private ModelFiles() {}

  /** Writes a model as a PathNetClassifier that has it would. */
  public static void write(PathNetModel model, File file) throws Exception {
    SavedScheme scheme = SavedScheme.of(new PathNetClassifier(), null);
    SerializationHelper.write(file.getPath(), scheme.with(new PathNetSegmentModel(model)));
  }
}
