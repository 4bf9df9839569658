package emotiontransfer.weka.classify;

import weka.classifiers.Classifier;
import weka.core.Instance;

/** A classifier of bags that can also give its decision for each segment of a bag. */
public interface SegmentClassifier extends Classifier {

  /**
   * What is decided about a bag.
   *
   * @param clip class probabilities of the whole bag, as {@code distributionForInstance} gives
   *     them; all 0 for a missing bag, which Weka takes for undecided
   * @param segments class probabilities, {@code [segments][classes]}; none for a missing bag
   */
  record BagDecision(double[] clip, double[][] segments) {}

  /** Predicts the class of a row of a bag table and of each segment, each computed once. */
  BagDecision decide(Instance instance) throws Exception;
}
