package weka.classifiers.functions;

import junit.framework.Test;
import junit.framework.TestSuite;
import weka.classifiers.Classifier;

/** Weka's own checks of a classifier, on a small grid. */
public class PathNetClassifierTest extends RoundedClassifierChecks {

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

  public static Test suite() {
    return new TestSuite(PathNetClassifierTest.class);
  }
}
