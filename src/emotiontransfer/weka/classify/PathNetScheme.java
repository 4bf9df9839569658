package emotiontransfer.weka.classify;

import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.Pooling;
import weka.classifiers.Classifier;

/** A scheme that learns a PathNet, as PathNetClassifier does. */
public interface PathNetScheme extends Classifier {

  /**
   * Returns what was learned.
   *
   * @throws IllegalStateException if the scheme is not trained
   */
  PathNetModel model();

  /** Returns how a bag is decided on by its segments. */
  Pooling getPool();
}
