package weka.classifiers.functions;

import java.util.ArrayList;
import junit.framework.Test;
import junit.framework.TestSuite;
import weka.classifiers.AbstractClassifierTest;
import weka.classifiers.Classifier;
import weka.classifiers.evaluation.NominalPrediction;
import weka.classifiers.evaluation.Prediction;
import weka.core.Instances;

/** Weka's own checks of a classifier, on the smallest network. */
public class FineTunedAlexNetTest extends AbstractClassifierTest {

  public FineTunedAlexNetTest(String name) {
    super(name);
  }

  @Override
  public Classifier getClassifier() {
    FineTunedAlexNet classifier = new FineTunedAlexNet();
    classifier.setInputSize(59);
    classifier.setWidth(0.03);
    classifier.setEpochs(1);
    classifier.setLearningRate(0.05);
    classifier.setMiniBatch(10);
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
    return new TestSuite(FineTunedAlexNetTest.class);
  }
}
