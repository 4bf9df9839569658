package emotiontransfer.weka.evaluation;

import emotiontransfer.weka.classify.SegmentClassifier;
import emotiontransfer.weka.classify.SegmentClassifier.BagDecision;
import emotiontransfer.weka.filter.FilterChain;
import emotiontransfer.weka.filter.MediaFilter;
import emotiontransfer.weka.filter.MediaFilter.OnError;
import emotiontransfer.weka.filter.TransductiveFilter;
import emotiontransfer.weka.progress.WindowLog;
import emotiontransfer.weka.table.ClipTable;
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
 * computed twice. Clips without a bag are left undecided, whatever the scheme, and do not train it:
 * most learners would take the means for what is missing.
 */
public final class TestedScheme extends SingleClassifierEnhancer
    implements AdditionalMeasureProducer {

  private static final long serialVersionUID = 1L;

  private final List<int[]> segments;

  /** How many clips came to a learner, and how many had no bag. */
  private final int[] arrived;

  private transient boolean trained;

  /** Wraps a scheme. */
  TestedScheme(Classifier scheme) {
    this(scheme, new ArrayList<>(), new int[2]);
  }

  private TestedScheme(Classifier scheme, List<int[]> segments, int[] arrived) {
    setClassifier(scheme);
    this.segments = segments;
    this.arrived = arrived;
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

  /** Returns how many clips without a bag were left undecided since training. */
  int withoutBag() {
    return arrived[1];
  }

  @Override
  public void buildClassifier(Instances data) throws Exception {
    segments.clear();
    Arrays.fill(arrived, 0);
    boolean selects = isSegmentwise(getClassifier()) || !data.classAttribute().isNominal();
    getClassifier().buildClassifier(selects ? data : withBags(getClassifier(), data));
    trained = true;
  }

  /** Returns the clips that have a bag, where they are read by filters of the scheme, too. */
  private static Instances withBags(Classifier scheme, Instances data) throws Exception {
    Instances read = scheme instanceof FilteredClassifier filtered ? read(filtered, data) : data;
    Instances kept = new Instances(data, data.size());
    for (int i = 0; i < data.size(); i++) {
      if (!ClipTable.isEmpty(read.get(i))) {
        kept.add(data.get(i));
      }
    }
    if (kept.size() == data.size()) {
      return data;
    }
    int without = data.size() - kept.size();
    if (kept.isEmpty()) {
      throw new WekaException("None of the %s clips to train on has a bag.".formatted(data.size()));
    }
    String sentence = "%s of %s clips have no bag and are left out of training.";
    WindowLog.warn(null, sentence.formatted(without, data.size()));
    return kept;
  }

  /** Returns what a filter reads of clips that leaves unreadable ones without a bag. */
  private static Instances read(FilteredClassifier filtered, Instances data) throws Exception {
    List<Filter> chain = FilterChain.of(filtered.getFilter());
    int reader = FilterChain.lastIndexOf(MediaFilter.class, chain);
    boolean skips = reader >= 0 && ((MediaFilter) chain.get(reader)).getOnError() == OnError.SKIP;
    Instances read = data;
    for (int i = 0; skips && i <= reader; i++) {
      Filter copy = Filter.makeCopy(chain.get(i));
      copy.setInputFormat(read);
      read = Filter.useFilter(read, copy);
    }
    return read.size() == data.size() ? read : data;
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
    arrived[0]++;
    boolean empty = clip.classAttribute().isNominal() && ClipTable.isEmpty(clip);
    arrived[1] += empty ? 1 : 0;
    if (getClassifier() instanceof SegmentClassifier segmentwise) {
      BagDecision decision = segmentwise.decide(clip);
      segments.add(Arrays.stream(decision.segments()).mapToInt(TestedScheme::decided).toArray());
      return decision.clip();
    }
    if (empty) {
      if (isSegmentwise(getClassifier())) {
        segments.add(new int[0]);
      }
      return new double[clip.numClasses()];
    }
    return getClassifier() instanceof FilteredClassifier filtered
        ? behindFilter(filtered, clip)
        : getClassifier().distributionForInstance(clip);
  }

  private static int decided(double[] distribution) {
    int best = Utils.maxIndex(distribution);
    return distribution[best] > 0 ? best : ClipDecision.UNDECIDED;
  }

  /** Lets the scheme itself lead the clip to its classifier: it does more than to filter. */
  private double[] behindFilter(FilteredClassifier filtered, Instance clip) throws Exception {
    int before = arrived[0];
    Classifier inner = filtered.getClassifier();
    filtered.setClassifier(new TestedScheme(inner, segments, arrived));
    try {
      double[] distribution = filtered.distributionForInstance(clip);
      if (arrived[0] == before && isSegmentwise(inner)) {
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
