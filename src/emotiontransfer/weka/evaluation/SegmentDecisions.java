package emotiontransfer.weka.evaluation;

import emotiontransfer.weka.classify.SegmentClassifier;
import emotiontransfer.weka.classify.SegmentClassifier.BagDecision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import weka.classifiers.Classifier;
import weka.classifiers.SingleClassifierEnhancer;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.AdditionalMeasureProducer;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.WekaException;

/**
 * A scheme that notes, while it is tested, what it decides about each segment of a clip, so that
 * nothing is computed twice.
 */
public final class SegmentDecisions extends SingleClassifierEnhancer
    implements AdditionalMeasureProducer {

  private static final long serialVersionUID = 1L;

  private final List<int[]> segments;
  private transient boolean trained;

  /** Wraps a scheme for which {@link #available} holds. */
  SegmentDecisions(Classifier scheme) {
    this(scheme, new ArrayList<>());
  }

  private SegmentDecisions(Classifier scheme, List<int[]> segments) {
    setClassifier(scheme);
    this.segments = segments;
  }

  /**
   * Returns whether a scheme can decide for segments: a {@link SegmentClassifier}, or one behind
   * the filters of {@link FilteredClassifier}s.
   */
  static boolean available(Classifier scheme) {
    return scheme instanceof SegmentClassifier
        || (scheme instanceof FilteredClassifier filtered && available(filtered.getClassifier()));
  }

  /**
   * Returns the decisions since training: for each clip in turn the class of each segment, or
   * {@link ClipDecision#UNDECIDED}.
   */
  List<int[]> segments() {
    return List.copyOf(segments);
  }

  @Override
  public void buildClassifier(Instances data) throws Exception {
    segments.clear();
    getClassifier().buildClassifier(data);
    trained = true;
  }

  @Override
  public double[] distributionForInstance(Instance clip) throws Exception {
    if (getClassifier() instanceof SegmentClassifier segmentwise) {
      BagDecision decision = segmentwise.decide(clip);
      segments.add(
          Arrays.stream(decision.segments()).mapToInt(SegmentDecisions::decided).toArray());
      return decision.clip();
    }
    return behindFilter((FilteredClassifier) getClassifier(), clip);
  }

  private static int decided(double[] distribution) {
    int best = Utils.maxIndex(distribution);
    return distribution[best] > 0 ? best : ClipDecision.UNDECIDED;
  }

  /** Lets the scheme itself lead the clip to its classifier: it does more than to filter. */
  private double[] behindFilter(FilteredClassifier filtered, Instance clip) throws Exception {
    int before = segments.size();
    Classifier inner = filtered.getClassifier();
    filtered.setClassifier(new SegmentDecisions(inner, segments));
    try {
      double[] distribution = filtered.distributionForInstance(clip);
      if (segments.size() == before) {
        throw new WekaException(
            "Filter %s removed a test clip."
                .formatted(filtered.getFilter().getClass().getSimpleName()));
      }
      return distribution;
    } finally {
      filtered.setClassifier(inner);
    }
  }

  /** The size of a trained scheme, a column of the Experimenter, is that of the scheme alone. */
  private Object writeReplace() {
    return trained ? getClassifier() : this;
  }

  @Override
  public Enumeration<String> enumerateMeasures() {
    return getClassifier() instanceof AdditionalMeasureProducer producer
        ? producer.enumerateMeasures()
        : Collections.emptyEnumeration();
  }

  /** Returns a measure of the scheme; Weka asks for those only that the scheme itself has. */
  @Override
  public double getMeasure(String name) {
    return ((AdditionalMeasureProducer) getClassifier()).getMeasure(name);
  }

  @Override
  public String toString() {
    return String.valueOf(getClassifier());
  }
}
