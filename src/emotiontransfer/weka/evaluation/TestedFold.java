package emotiontransfer.weka.evaluation;

import java.util.List;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.core.Instances;

/**
 * A fold that a result producer has done, with what its result leaves out.
 *
 * @param rows of the table that were tested, in the order of the predictions
 * @param test these rows as the classifier got them
 * @param evaluation with one prediction for each of them
 * @param segments decisions for the segments of each of them, {@code [segments][classes]}; empty
 *     where the scheme does not decide for segments
 */
public record TestedFold(
    SubjectFolds.Fold fold,
    int[] rows,
    Instances test,
    Evaluation evaluation,
    List<double[][]> segments,
    Classifier classifier) {}
