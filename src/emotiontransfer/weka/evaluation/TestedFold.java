package emotiontransfer.weka.evaluation;

import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.core.Instances;

/**
 * A fold that a result producer has done, with what its result does not tell.
 *
 * @param fold its name and test subjects
 * @param rows of the table that were tested, in the order of the predictions
 * @param test these rows as the classifier got them
 * @param evaluation with one prediction for each of them
 * @param classifier as it was trained for this fold
 */
public record TestedFold(
    SubjectFolds.Fold fold,
    int[] rows,
    Instances test,
    Evaluation evaluation,
    Classifier classifier) {}
