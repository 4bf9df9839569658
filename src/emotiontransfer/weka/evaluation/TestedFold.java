package emotiontransfer.weka.evaluation;

import java.util.List;
import weka.classifiers.Classifier;
import weka.core.Instances;

/**
 * A fold that a result producer has done, with what its result leaves out.
 *
 * @param test the tested rows as the classifier got them
 * @param decisions one for each of them
 * @param training names of the training subjects
 */
public record TestedFold(
    Instances test, List<ClipDecision> decisions, Classifier classifier, List<String> training) {}
