package emotiontransfer.weka.evaluation;

import emotiontransfer.weka.classify.SegmentClassifier;
import emotiontransfer.weka.classify.SegmentClassifier.BagDecision;
import emotiontransfer.weka.filter.FilterChain;
import emotiontransfer.weka.filter.TransductiveFilter;
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
import weka.filters.Filter;

/**
 * A scheme while it is tested on the clips of a fold: its {@link TransductiveFilter}s are shown all
 * of them first, and it notes what it decides about each segment of a clip, so that nothing is
 * computed twice.
 */
public final class TestedScheme extends SingleClassifierEnhancer
    implements AdditionalMeasureProducer {

  private static final long serialVersionUID = 1L;

  private final List<int[]> segments;
  private transient boolean trained;

  private TestedScheme(Classifier scheme) {
    this(scheme, new ArrayList<>());
  }

  private TestedScheme(Classifier scheme, List<int[]> segments) {
    setClassifier(scheme);
    this.segments = segments;
  }

  /** Wraps a scheme that decides for segments or is transductive; returns any other as it is. */
  static Classifier of(Classifier scheme) {
    return isSegmentwise(scheme) || isTransductive(scheme) ? new TestedScheme(scheme) : scheme;
  }

  /** Returns whether any filter of a scheme is a {@link TransductiveFilter}. */
  public static boolean isTransductive(Classifier scheme) {
    return BlindedScheme.parts(scheme).stream()
        .filter(FilteredClassifier.class::isInstance)
        .flatMap(part -> FilterChain.of(((FilteredClassifier) part).getFilter()).stream())
        .anyMatch(TransductiveFilter.class::isInstance);
  }

  /**
   * Returns whether a scheme can decide for segments: a {@link SegmentClassifier}, or one behind
   * the filters of {@link FilteredClassifier}s.
   */
  static boolean isSegmentwise(Classifier scheme) {
    return scheme instanceof SegmentClassifier
        || (scheme instanceof FilteredClassifier filtered
            && isSegmentwise(filtered.getClassifier()));
  }

  /**
   * Returns the decisions since training: for each clip in turn the class of each segment, or
   * {@link ClipDecision#UNDECIDED}; empty where the scheme decides for whole clips only.
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

  /** Asks {@code Evaluation} for {@link #distributionsForInstances}. */
  @Override
  public boolean implementsMoreEfficientBatchPrediction() {
    return isTransductive(getClassifier());
  }

  /** Takes all clips of a fold, whose classes are missing. */
  @Override
  public double[][] distributionsForInstances(Instances clips) throws Exception {
    enroll(getClassifier(), clips);
    return super.distributionsForInstances(clips);
  }

  /** Leads clips through the filters of a trained scheme, as far as one of them is transductive. */
  private static void enroll(Classifier scheme, Instances clips) throws Exception {
    if (!isTransductive(scheme)) {
      return;
    }
    if (!(scheme instanceof FilteredClassifier filtered)) {
      for (Classifier part : BlindedScheme.inner(scheme)) {
        enroll(part, clips);
      }
      return;
    }
    List<Filter> chain = FilterChain.of(filtered.getFilter());
    int last = FilterChain.lastIndexOf(TransductiveFilter.class, chain);
    boolean deeper = isTransductive(filtered.getClassifier());
    Instances rows = clips;
    for (int i = 0; i < chain.size() && (deeper || i <= last); i++) {
      Filter filter = chain.get(i);
      if (!filter.isFirstBatchDone()) {
        throw new WekaException(
            "%s stands inside a scheme that trains copies of it, to which test clips cannot be shown together; put the FilteredClassifier around that scheme."
                .formatted(filter.getClass().getSimpleName()));
      }
      if (filter instanceof TransductiveFilter transductive) {
        transductive.enroll(rows);
      }
      if (deeper || i < last) {
        rows = Filter.useFilter(rows, filter);
      }
    }
    enroll(filtered.getClassifier(), rows);
  }

  @Override
  public double[] distributionForInstance(Instance clip) throws Exception {
    if (!isSegmentwise(getClassifier())) {
      return getClassifier().distributionForInstance(clip);
    }
    if (getClassifier() instanceof SegmentClassifier segmentwise) {
      BagDecision decision = segmentwise.decide(clip);
      segments.add(Arrays.stream(decision.segments()).mapToInt(TestedScheme::decided).toArray());
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
    filtered.setClassifier(new TestedScheme(inner, segments));
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
