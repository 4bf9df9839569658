package emotiontransfer.study.run;

import emotiontransfer.study.run.FoldRecord.CurvePoint;
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
import weka.core.Instance;
import weka.core.Instances;

/**
 * A PathNet that keeps its best pathway so far after some generations, for a learning curve (paper,
 * Figure 15). It never sees a test clip: who tests it asks for the curve when training is over. The
 * model is the one that the PathNet alone would give, bit for bit.
 */
public final class CurveRecorder extends SingleClassifierEnhancer implements SegmentClassifier {

  private static final long serialVersionUID = 2617509834650041927L;

  private final int points;

  /** The best pathway after some generations. */
  private transient SortedMap<Integer, Classifier> snapshots = new TreeMap<>();

  /** Wraps a PathNet that is not built yet; its best pathway is kept at some points. */
  public CurveRecorder(PathNetClassifier pathNet, int points) {
    this.points = points;
    setClassifier(pathNet);
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
