package emotiontransfer.weka.classify;

import emotiontransfer.pathnet.PathNetModel;

/** A scheme that learns a PathNet, as PathNetClassifier does. */
public interface PathNetScheme {

  /**
   * Returns what was learned.
   *
   * @return the trained model
   * @throws IllegalStateException if the scheme is not trained
   */
  PathNetModel model();
}
