package emotiontransfer.weka.evaluation;

import emotiontransfer.weka.classify.SegmentClassifier;
import emotiontransfer.weka.classify.SegmentClassifier.BagDecision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import weka.classifiers.AbstractClassifier;
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

  private final List<int[]> segments = new ArrayList<>();
  private transient boolean trained;

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
    return decide(getClassifier(), clip);
  }

  private double[] decide(Classifier scheme, Instance clip) throws Exception {
    if (scheme instanceof SegmentClassifier segmentwise) {
      BagDecision decision = segmentwise.decide(clip);
      segments.add(
          Arrays.stream(decision.segments()).mapToInt(SegmentDecisions::decided).toArray());
      return decision.clip();
    }
    if (scheme instanceof FilteredClassifier filtered) {
      return behindFilter(filtered, clip);
    }
    throw new IllegalArgumentException(
        scheme.getClass().getSimpleName() + " does not decide for segments.");
  }

  private static int decided(double[] distribution) {
    int best = Utils.maxIndex(distribution);
    return distribution[best] > 0 ? best : ClipDecision.UNDECIDED;
  }

  /** Lets the scheme itself lead the clip to its classifier: it does more than to filter. */
  private double[] behindFilter(FilteredClassifier filtered, Instance clip) throws Exception {
    int before = segments.size();
    Classifier inner = filtered.getClassifier();
    filtered.setClassifier(new Behind(inner));
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

  /** Stands in the place of the classifier behind a filter while a clip is tested. */
  private final class Behind extends AbstractClassifier {

    private static final long serialVersionUID = 1L;

    private final Classifier inner;

    Behind(Classifier inner) {
      this.inner = inner;
    }

    @Override
    public void buildClassifier(Instances data) {
      throw new IllegalStateException("the classifier has been trained");
    }

    @Override
    public double[] distributionForInstance(Instance clip) throws Exception {
      return decide(inner, clip);
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
