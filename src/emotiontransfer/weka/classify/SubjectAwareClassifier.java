package emotiontransfer.weka.classify;

import java.util.Set;
import weka.classifiers.Classifier;

/**
 * A classifier that knows the {@code subject} and {@code file} attributes of a bag table, never
 * learns from them, and may have been prepared on subjects of its own (its source corpora).
 */
public interface SubjectAwareClassifier extends Classifier {

  /**
   * Returns the subjects that reached the classifier before {@code buildClassifier}, through its
   * source models. Usable on a classifier that is not built yet.
   *
   * @return subject names as in the {@code subject} attribute; empty without a source
   * @throws Exception if a source model cannot be read
   */
  Set<String> sourceSubjects() throws Exception;

  /**
   * Returns whether testing on a subject of the source is allowed.
   *
   * @return false unless the user asked for it
   */
  boolean getAllowSubjectOverlap();
}
