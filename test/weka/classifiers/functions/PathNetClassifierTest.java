package weka.classifiers.functions;

import java.util.ArrayList;
import junit.framework.Test;
import junit.framework.TestSuite;
import weka.classifiers.AbstractClassifierTest;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.NominalPrediction;
import weka.classifiers.evaluation.Prediction;
import weka.core.Instances;

/** Weka's own checks of a classifier, on a small grid. */
public class PathNetClassifierTest extends AbstractClassifierTest {

  public PathNetClassifierTest(String name) {
    super(name);
  }

  @Override
  public Classifier getClassifier() {
    PathNetClassifier classifier = new PathNetClassifier();
    classifier.setModules(6);
    classifier.setNeurons(8);
    classifier.setMaxActive(2);
    classifier.setPopulation(4);
    classifier.setGenerations(5);
    classifier.setMiniBatch(8);
    classifier.setNumSlots(1);
    return classifier;
  }

  /** Rounds, because the last bits of a float depend on the processor's BLAS kernel. */
  @Override
  protected ArrayList<Prediction> useClassifier(Instances data) throws Exception {
    ArrayList<Prediction> rounded = new ArrayList<>();
    for (Prediction prediction : super.useClassifier(data)) {
      NominalPrediction nominal = (NominalPrediction) prediction;
      double[] distribution = nominal.distribution().clone();
      for (int i = 0; i < distribution.length; i++) {
        distribution[i] = Math.round(distribution[i] * 1000) / 1000.0;
      }
      rounded.add(new NominalPrediction(nominal.actual(), distribution, nominal.weight()));
    }
    return rounded;
  }

  public static Test suite() {
    return new TestSuite(PathNetClassifierTest.class);
  }
}
