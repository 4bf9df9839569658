package emotiontransfer.weka.classify;

import java.util.Set;
import weka.classifiers.Classifier;

/**
 * A classifier that knows the {@code subject} and {@code file} attributes of a bag table, never
 * learns from them, and may have been prepared on subjects of its own (its source corpora).
 */
public interface SubjectAwareClassifier extends Classifier {

  /** Returns the subjects of the source models, also before the classifier is built. */
  Set<String> sourceSubjects() throws Exception;

  /** Returns whether the user asked for tests on subjects of the source. */
  boolean getAllowSubjectOverlap();
}
