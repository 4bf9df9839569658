package emotiontransfer.weka.filter;

import java.util.Set;

/**
 * A filter with a model that was trained before: on its subjects, figures that are reached behind
 * it are not subject-independent.
 */
public interface ModelFilter extends KeepsClipColumns {

  /** Returns the subjects that the model and its sources were trained on. */
  Set<String> trainedSubjects() throws Exception;

  /** Returns whether the user asked for features of these subjects. */
  boolean getAllowSubjectOverlap();
}
