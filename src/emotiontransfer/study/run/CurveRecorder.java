package emotiontransfer.study.run;

import emotiontransfer.study.fold.FoldRecord.CurvePoint;
import emotiontransfer.weka.classify.SegmentClassifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import weka.classifiers.Classifier;
import weka.classifiers.Evaluation;
import weka.classifiers.SingleClassifierEnhancer;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Randomizable;
import weka.filters.Filter;

/**
 * A PathNet that keeps its best pathway so far after some generations, for a learning curve (paper,
 * Figure 15). It never sees a test clip: who tests it asks for the curve when training is over. The
 * model is the one that the PathNet alone would give, bit for bit, also behind a filter, whose
 * FilteredClassifier draws the seed of the scheme in it.
 */
public final class CurveRecorder extends SingleClassifierEnhancer
    implements SegmentClassifier, Randomizable {

  private static final long serialVersionUID = 2617509834650041927L;

  private final int points;

  /** The best pathway after some generations. */
  private transient SortedMap<Integer, Classifier> snapshots = new TreeMap<>();

  /** Wraps a PathNet that is not built yet; its best pathway is kept at some points. */
  public CurveRecorder(PathNetClassifier pathNet, int points) {
    this.points = points;
    setClassifier(pathNet);
  }

  /** Returns whether a scheme is a PathNet, or has one behind a filter. */
  static boolean hasCurve(Classifier scheme) {
    return scheme instanceof PathNetClassifier
        || (scheme instanceof FilteredClassifier filtered && hasCurve(filtered.getClassifier()));
  }

  /** Puts a recorder around the PathNet of a scheme that has a curve. */
  static Classifier within(Classifier scheme, int points) {
    if (scheme instanceof FilteredClassifier filtered) {
      filtered.setClassifier(within(filtered.getClassifier(), points));
      return filtered;
    }
    return new CurveRecorder((PathNetClassifier) scheme, points);
  }

  /** Tests the snapshots of a scheme that was trained; returns no point if it has no recorder. */
  static List<CurvePoint> curve(Classifier scheme, Instances test) throws Exception {
    if (scheme instanceof FilteredClassifier filtered
        && filtered.getClassifier() instanceof CurveRecorder recorder) {
      return recorder.curve(Filter.useFilter(test, filtered.getFilter()));
    }
    return scheme instanceof CurveRecorder recorder ? recorder.curve(test) : List.of();
  }

  /** Returns the first generation and then steps as even as can be, the last one included. */
  static List<Integer> generations(int all, int points) {
    return IntStream.rangeClosed(0, points)
        .map(i -> Math.max(1, (int) Math.round((double) all * i / points)))
        .distinct()
        .boxed()
        .toList();
  }

  @Override
  public void setSeed(int seed) {
    ((Randomizable) getClassifier()).setSeed(seed);
  }

  @Override
  public int getSeed() {
    return ((Randomizable) getClassifier()).getSeed();
  }

  @Override
  public void buildClassifier(Instances data) throws Exception {
    SortedMap<Integer, Classifier> kept = new TreeMap<>();
    PathNetClassifier pathNet = (PathNetClassifier) getClassifier();
    List<Integer> generations = generations(pathNet.getGenerations(), points);
    pathNet.initializeClassifier(data);
    for (int generation = 1; pathNet.next(); generation++) {
      if (generations.contains(generation)) {
        kept.put(generation, pathNet.snapshot());
      }
    }
    pathNet.done();
    snapshots = kept;
  }

  /** Tests the snapshots of the training that is over, and lets them go. */
  List<CurvePoint> curve(Instances test) throws Exception {
    List<CurvePoint> curve = new ArrayList<>();
    for (Map.Entry<Integer, Classifier> snapshot : snapshots.entrySet()) {
      Evaluation evaluation = new Evaluation(test);
      evaluation.evaluateModel(snapshot.getValue(), test);
      double[][] confusion = evaluation.confusionMatrix();
      List<Integer> hits =
          IntStream.range(0, confusion.length).mapToObj(i -> (int) confusion[i][i]).toList();
      curve.add(new CurvePoint(snapshot.getKey(), hits));
    }
    snapshots.clear();
    return curve;
  }

  @Override
  public double[] distributionForInstance(Instance instance) throws Exception {
    return decide(instance).clip();
  }

  @Override
  public BagDecision decide(Instance instance) throws Exception {
    return ((SegmentClassifier) getClassifier()).decide(instance);
  }
}
