package emotiontransfer.study.run;

import emotiontransfer.weka.classify.SegmentClassifier;
import emotiontransfer.weka.evaluation.TestFold;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import weka.classifiers.Classifier;
import weka.classifiers.SingleClassifierEnhancer;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/**
 * A PathNet whose best pathway so far is tested on the fold's test clips after some generations
 * (paper, Figure 15). The test steers nothing: the model is the one that the PathNet alone would
 * give, bit for bit.
 */
public final class CurveRecorder extends SingleClassifierEnhancer implements SegmentClassifier {

  private static final long serialVersionUID = 2617509834650041927L;

  private final TreeSet<Integer> generations;
  private List<CurvePoint> curve = List.of();

  /**
   * Wraps a PathNet.
   *
   * @param pathNet not built yet
   * @param generations after which it is tested
   */
  public CurveRecorder(PathNetClassifier pathNet, List<Integer> generations) {
    this.generations = new TreeSet<>(generations);
    setClassifier(pathNet);
  }

  @Override
  public void buildClassifier(Instances data) throws Exception {
    Optional<Instances> test = TestFold.inProgress();
    List<CurvePoint> measured = new ArrayList<>();
    PathNetClassifier pathNet = (PathNetClassifier) getClassifier();
    pathNet.initializeClassifier(data);
    for (int generation = 1; pathNet.next(); generation++) {
      if (test.isPresent() && generations.contains(generation)) {
        measured.add(new CurvePoint(generation, hits(pathNet.snapshot(), test.get())));
      }
    }
    pathNet.done();
    curve = List.copyOf(measured);
  }

  private static List<Integer> hits(Classifier soFar, Instances test) throws Exception {
    Integer[] hits = new Integer[test.numClasses()];
    java.util.Arrays.fill(hits, 0);
    Instances unlabelled = new Instances(test, 0);
    for (Instance clip : test) {
      Instance hidden = (Instance) clip.copy();
      hidden.setDataset(unlabelled);
      hidden.setClassMissing();
      int actual = (int) clip.classValue();
      if (Utils.maxIndex(soFar.distributionForInstance(hidden)) == actual) {
        hits[actual]++;
      }
    }
    return List.of(hits);
  }

  /** Returns the curve of the evolution that was built last. */
  List<CurvePoint> curve() {
    return curve;
  }

  @Override
  public double[] distributionForInstance(Instance instance) throws Exception {
    return getClassifier().distributionForInstance(instance);
  }

  @Override
  public double[][] distributionsForSegments(Instance instance) throws Exception {
    return ((SegmentClassifier) getClassifier()).distributionsForSegments(instance);
  }

  @Override
  public String toString() {
    return String.valueOf(getClassifier());
  }
}
