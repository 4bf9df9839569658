package weka.classifiers.functions;

import junit.framework.Test;
import junit.framework.TestSuite;
import org.apache.commons.lang3.function.Failable;
import weka.classifiers.Classifier;

/** Weka's own checks of a classifier, on a small grid. */
public class PathNetClassifierTest extends RoundedClassifierChecks {

  public PathNetClassifierTest(String name) {
    super(name);
  }

  @Override
  public Classifier getClassifier() {
    return Failable.call(() -> BagTables.classifier("-G 5 -learning-rate 0.02"));
  }

  public static Test suite() {
    return new TestSuite(PathNetClassifierTest.class);
  }
}
