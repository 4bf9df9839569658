package emotiontransfer.weka.classify;

import weka.classifiers.Classifier;
import weka.core.Instance;

/** A classifier of bags that can also tell its decision for each segment of a bag. */
public interface SegmentClassifier extends Classifier {

  /**
   * Predicts the class of each segment (or face) of a bag.
   *
   * @param instance a row of a bag table
   * @return class probabilities, {@code [segments][classes]}; no rows for a missing or empty bag
   * @throws Exception if the model is not built or the bag does not fit it
   */
  double[][] distributionsForSegments(Instance instance) throws Exception;
}
