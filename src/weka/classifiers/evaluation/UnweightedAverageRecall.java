package weka.classifiers.evaluation;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.weka.evaluation.AbstractConfusionMetric;

/**
 * UAR: the mean of the classes' recalls, every class counting the same whatever its size; elsewhere
 * called balanced accuracy. A class without test instances has no recall and is left out (EMO-DB's
 * speaker 08 has no disgust); see {@link ConfusionMatrix#uar}.
 */
public class UnweightedAverageRecall extends AbstractConfusionMetric {

  private static final long serialVersionUID = -5086713493280012711L;

  @Override
  protected Definition definition() {
    return new Definition(
        "UAR",
        "Unweighted average recall",
        "Unweighted average recall, UAR = mean of tp / (tp + fn) over the classes that have test"
            + " instances; a class that is absent from the test data is left out. Instances that"
            + " are left undecided count as wrong; where Weka keeps no predictions their classes"
            + " are unknown, and they are spread over the classes as the decided ones are.",
        ConfusionMatrix::uar);
  }
}
