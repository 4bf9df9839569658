package weka.classifiers.evaluation;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.weka.evaluation.AbstractConfusionMetric;

/**
 * UAP: the mean of the classes' precisions, every class counting the same whatever its size; see
 * {@link ConfusionMatrix#uap}.
 */
public class UnweightedAveragePrecision extends AbstractConfusionMetric {

  private static final long serialVersionUID = 1929334180261645077L;

  @Override
  protected Definition definition() {
    return new Definition(
        "UAP",
        "Unweighted average precision",
        "Unweighted average precision, UAP = mean of tp / (tp + fp) over the classes that have"
            + " test instances or were predicted; a class that is present but never predicted"
            + " counts as 0, a class that is neither present nor predicted is left out. It is"
            + " over the instances that were decided.",
        ConfusionMatrix::uap);
  }
}
