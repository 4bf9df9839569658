package weka.classifiers.functions;

import junit.framework.Test;
import junit.framework.TestSuite;
import weka.classifiers.Classifier;

/** Weka's own checks of a classifier, on the smallest network. */
public class FineTunedAlexNetTest extends RoundedClassifierChecks {

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

  public static Test suite() {
    return new TestSuite(FineTunedAlexNetTest.class);
  }
}
