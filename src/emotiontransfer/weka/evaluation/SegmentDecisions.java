package emotiontransfer.weka.evaluation;

import emotiontransfer.weka.classify.SegmentClassifier;
import emotiontransfer.weka.classify.SegmentClassifier.BagDecision;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import weka.classifiers.Classifier;
import weka.classifiers.SingleClassifierEnhancer;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.AdditionalMeasureProducer;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;
import weka.filters.Filter;

/**
 * A scheme that notes, while it is tested, what it decides about each segment of a clip, so that
 * nothing is computed twice.
 */
public final class SegmentDecisions extends SingleClassifierEnhancer
    implements AdditionalMeasureProducer {

  private static final long serialVersionUID = 1L;

  private final List<double[][]> segments = new ArrayList<>();

  /** Wraps a scheme for which {@link #available} holds. */
  SegmentDecisions(Classifier scheme) {
    setClassifier(scheme);
  }

  /**
   * Returns whether a scheme can decide for segments: a {@link SegmentClassifier}, or one behind
   * the filters of {@link FilteredClassifier}s.
   */
  static boolean available(Classifier scheme) {
    return scheme instanceof SegmentClassifier
        || (scheme instanceof FilteredClassifier filtered && available(filtered.getClassifier()));
  }

  /** Returns the decisions since training, {@code [segments][classes]} for each clip in turn. */
  List<double[][]> segments() {
    return List.copyOf(segments);
  }

  @Override
  public void buildClassifier(Instances data) throws Exception {
    segments.clear();
    getClassifier().buildClassifier(data);
  }

  @Override
  public double[] distributionForInstance(Instance clip) throws Exception {
    BagDecision decision = decide(getClassifier(), clip);
    segments.add(decision.segments());
    return decision.clip();
  }

  private static BagDecision decide(Classifier scheme, Instance clip) throws Exception {
    if (scheme instanceof SegmentClassifier segmentwise) {
      return segmentwise.decide(clip);
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

  @Override
  public Enumeration<String> enumerateMeasures() {
    return getClassifier() instanceof AdditionalMeasureProducer producer
        ? producer.enumerateMeasures()
        : Collections.emptyEnumeration();
  }

  @Override
  public double getMeasure(String name) {
    if (getClassifier() instanceof AdditionalMeasureProducer producer) {
      return producer.getMeasure(name);
    }
    throw new IllegalArgumentException(
        getClassifier().getClass().getSimpleName() + " has no measure '" + name + "'.");
  }

  @Override
  public String toString() {
    return String.valueOf(getClassifier());
  }
}
