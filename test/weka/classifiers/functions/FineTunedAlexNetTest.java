package weka.classifiers.functions;

import junit.framework.Test;
import junit.framework.TestSuite;
import org.apache.commons.lang3.function.Failable;
import weka.classifiers.Classifier;

/** Weka's own checks of a classifier, on the smallest network. */
public class FineTunedAlexNetTest extends RoundedClassifierChecks {

  public FineTunedAlexNetTest(String name) {
    super(name);
  }

  @Override
  public Classifier getClassifier() {
    String options = "-epochs 1 -learning-rate 0.05 -mini-batch 10 -dropout 0.5";
    return Failable.call(() -> FineTunedAlexNetBagTest.classifier(options));
  }

  public static Test suite() {
    return new TestSuite(FineTunedAlexNetTest.class);
  }
}
