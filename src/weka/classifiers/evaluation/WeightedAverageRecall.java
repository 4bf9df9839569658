package weka.classifiers.evaluation;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.weka.evaluation.AbstractConfusionMetric;

/**
 * WAR: the mean of the classes' recalls, weighted with the classes' sizes, which is the accuracy;
 * see {@link ConfusionMatrix#war}.
 */
public class WeightedAverageRecall extends AbstractConfusionMetric {

  private static final long serialVersionUID = 7403815920377316254L;

  @Override
  protected Definition definition() {
    return new Definition(
        "WAR",
        "Weighted average recall",
        "Weighted average recall, WAR = sum of tp(c) / n over all classes: the fraction of the"
            + " test instances that were classified correctly (accuracy), equal to the weighted"
            + " recall of Weka unless instances are left undecided; these count as wrong.",
        ConfusionMatrix::war);
  }
}
