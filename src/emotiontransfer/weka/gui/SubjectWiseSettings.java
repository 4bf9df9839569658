package emotiontransfer.weka.gui;

import java.util.OptionalInt;

/**
 * How subjects are divided into folds.
 *
 * @param subject name of the attribute that holds the subject
 * @param folds number of folds, or {@link
 *     emotiontransfer.weka.evaluation.SubjectFolds#LEAVE_ONE_OUT}
 * @param seed of the folds and of the order of training clips
 * @param seedsClassifier whether the classifier gets this seed instead of its own
 */
public record SubjectWiseSettings(String subject, int folds, int seed, boolean seedsClassifier) {

  /** Returns the seed for the classifier; empty where it keeps its own. */
  OptionalInt classifierSeed() {
    return seedsClassifier ? OptionalInt.of(seed) : OptionalInt.empty();
  }
}
