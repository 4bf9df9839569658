package emotiontransfer.study.run;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import emotiontransfer.study.PointTables;
import emotiontransfer.study.fold.FoldRecord.CurvePoint;
import java.util.List;
import org.junit.Test;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.functions.SMO;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.unsupervised.attribute.Standardize;

public class CurveRecorderTest {

  private static Instances blobs(int rows, long seed) {
    return PointTables.of(
        "blobs",
        List.of("anger", "fear", "sadness"),
        rows,
        seed,
        (i, random) -> {
          double angle = 2 * Math.PI * (i % 3) / 3;
          return new double[] {
            Math.cos(angle) + random.nextGaussian(), Math.sin(angle) + random.nextGaussian(), i % 3
          };
        });
  }

  private static PathNetClassifier pathNet() throws Exception {
    PathNetClassifier pathNet = new PathNetClassifier();
    pathNet.setOptions(
        Utils.splitOptions("-M 5 -H 4 -N 2 -P 4 -G 9 -mini-batch 8 -learning-rate 0.1 -S 3"));
    return pathNet;
  }

  private static CurveRecorder trained(Instances train) throws Exception {
    CurveRecorder recorder = new CurveRecorder(pathNet(), 2);
    recorder.buildClassifier(train);
    return recorder;
  }

  @Test
  public void measuringTheCurveChangesNoBitOfTheModel() throws Exception {
    Instances train = blobs(60, 1);
    Instances test = blobs(30, 2);
    PathNetClassifier alone = pathNet();
    alone.buildClassifier(train);
    CurveRecorder recorder = trained(train);
    recorder.curve(test);
    for (int i = 0; i < test.numInstances(); i++) {
      assertArrayEquals(
          alone.distributionForInstance(test.get(i)),
          recorder.distributionForInstance(test.get(i)),
          0);
    }
    assertEquals(
        alone.model().trace().history(),
        ((PathNetClassifier) recorder.getClassifier()).model().trace().history());
  }

  @Test
  public void lastPointIsTheTestOfTheFinishedModel() throws Exception {
    Instances test = blobs(30, 2);
    Instances train = blobs(60, 1);
    CurveRecorder recorder = trained(train);
    Evaluation evaluation = new Evaluation(train);
    evaluation.evaluateModel(recorder, test);
    List<CurvePoint> curve = recorder.curve(test);
    assertEquals(List.of(1, 5, 9), curve.stream().map(CurvePoint::generation).toList());
    double[][] confusion = evaluation.confusionMatrix();
    for (int label = 0; label < 3; label++) {
      assertEquals(confusion[label][label], curve.get(2).hits().get(label), 0);
    }
  }

  /** The filter's scheme draws the seed of the PathNet in it. */
  @Test
  public void behindAFilterTheModelIsTheSameToo() throws Exception {
    Instances train = blobs(60, 1);
    Instances test = blobs(30, 2);
    Classifier alone = standardized(pathNet());
    assertTrue(CurveRecorder.hasCurve(alone));
    alone.buildClassifier(train);
    Classifier recorded = CurveRecorder.within(standardized(pathNet()), 2);
    recorded.buildClassifier(train);
    Evaluation evaluation = new Evaluation(train);
    evaluation.evaluateModel(recorded, test);
    for (int i = 0; i < test.numInstances(); i++) {
      assertArrayEquals(
          alone.distributionForInstance(test.get(i)),
          recorded.distributionForInstance(test.get(i)),
          0);
    }
    List<CurvePoint> curve = CurveRecorder.curve(recorded, test);
    assertEquals(List.of(1, 5, 9), curve.stream().map(CurvePoint::generation).toList());
    int hits = curve.get(2).hits().stream().mapToInt(hit -> hit).sum();
    assertEquals(evaluation.correct(), hits, 0);
    assertEquals(List.of(), CurveRecorder.curve(alone, test));
  }

  private static FilteredClassifier standardized(Classifier scheme) {
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(new Standardize());
    filtered.setClassifier(scheme);
    return filtered;
  }

  @Test
  public void otherSchemesHaveNoCurve() {
    assertFalse(CurveRecorder.hasCurve(new SMO()));
    assertFalse(CurveRecorder.hasCurve(standardized(new SMO())));
  }

  @Test
  public void curveHasTheFirstAndTheLastGeneration() {
    assertEquals(List.of(1, 50, 100, 150, 200), CurveRecorder.generations(200, 4));
    assertEquals(List.of(1, 2), CurveRecorder.generations(2, 20));
  }

  @Test
  public void theCurveIsGivenOnceAfterTraining() throws Exception {
    Instances train = blobs(60, 1);
    CurveRecorder recorder = trained(train);
    assertEquals(3, recorder.curve(train).size());
    assertEquals(List.of(), recorder.curve(train));
    Evaluation evaluation = new Evaluation(train);
    evaluation.evaluateModel(recorder, train);
    assertEquals(60, evaluation.numInstances(), 0);
  }
}
