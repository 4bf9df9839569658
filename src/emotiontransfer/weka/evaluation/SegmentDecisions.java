package emotiontransfer.weka.evaluation;

import emotiontransfer.weka.classify.SegmentClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Instance;
import weka.core.WekaException;
import weka.filters.Filter;

/** Asks a trained scheme for its decision about each segment of a clip. */
final class SegmentDecisions {

  private SegmentDecisions() {}

  /**
   * Tells whether a scheme can decide for segments.
   *
   * @param scheme a {@link SegmentClassifier}, or one behind the filters of {@link
   *     FilteredClassifier}s
   * @return false for all others
   */
  static boolean available(Classifier scheme) {
    return scheme instanceof SegmentClassifier
        || (scheme instanceof FilteredClassifier filtered && available(filtered.getClassifier()));
  }

  /**
   * Returns the probabilities of the classes for each segment.
   *
   * @param scheme trained
   * @param clip a row of the table that the scheme is tested on; its class is hidden from the
   *     scheme
   * @return {@code [segments][classes]}
   * @throws Exception if the scheme fails
   */
  static double[][] of(Classifier scheme, Instance clip) throws Exception {
    Instance hidden = (Instance) clip.copy();
    hidden.setDataset(clip.dataset());
    hidden.setClassMissing();
    return decide(scheme, hidden);
  }

  private static double[][] decide(Classifier scheme, Instance clip) throws Exception {
    if (scheme instanceof SegmentClassifier segmentwise) {
      return segmentwise.distributionsForSegments(clip);
    }
    if (scheme instanceof FilteredClassifier filtered) {
      return decide(filtered.getClassifier(), filter(filtered.getFilter(), clip));
    }
    throw new IllegalArgumentException(
        scheme.getClass().getSimpleName() + " does not decide for segments.");
  }

  private static Instance filter(Filter filter, Instance clip) throws Exception {
    filter.input(clip);
    filter.batchFinished();
    Instance filtered = filter.output();
    if (filtered == null) {
      throw new WekaException(
          "Filter %s removed a test clip.".formatted(filter.getClass().getSimpleName()));
    }
    return filtered;
  }
}
