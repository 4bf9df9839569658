package weka.classifiers.functions;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.pathnet.model.ModelFormat;
import emotiontransfer.weka.classify.AbstractSegmentClassifier;
import emotiontransfer.weka.table.FeatureSignature;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import weka.classifiers.Classifier;
import weka.core.Attribute;
import weka.core.Check;
import weka.core.CheckGOE;
import weka.core.CheckOptionHandler;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.core.WekaException;

/** Small bag tables of Gaussian clouds, one cloud for each class. */
final class BagTables {

  private BagTables() {}

  /** Returns a table of clips with 1 to 3 segments; subjects and classes take turns. */
  static Instances make(String corpus, int clips, int inputs, int classes, int subjects) {
    Instances header = header(corpus, "Test -inputs " + inputs, inputs, classes, subjects);
    Random random = new Random(42);
    for (int clip = 0; clip < clips; clip++) {
      int label = clip % classes;
      Instance row = new DenseInstance(4);
      row.setDataset(header);
      row.setValue(0, "clip" + clip + ".wav");
      row.setValue(1, clip / classes % subjects);
      row.setValue(2, header.attribute(2).addRelation(bag(header, label, 1 + clip % 3, random)));
      row.setValue(3, label);
      header.add(row);
    }
    return header;
  }

  private static Instances bag(Instances header, int label, int segments, Random random) {
    Instances bag = new Instances(header.attribute(2).relation(), segments);
    for (int s = 0; s < segments; s++) {
      double[] values = new double[bag.numAttributes()];
      Random centre = new Random(100 + label);
      for (int i = 0; i < values.length; i++) {
        values[i] = (float) (centre.nextGaussian() + 0.4 * random.nextGaussian());
      }
      bag.add(new DenseInstance(1, values));
    }
    return bag;
  }

  private static Instances header(
      String corpus, String signature, int inputs, int classes, int subjects) {
    ArrayList<Attribute> inner = new ArrayList<>();
    for (int i = 0; i < inputs; i++) {
      inner.add(new Attribute((i < inputs / 2 ? "static_f00_t" : "delta_f00_t") + i));
    }
    ArrayList<Attribute> outer = new ArrayList<>();
    outer.add(new Attribute("file", (List<String>) null));
    outer.add(new Attribute("subject", names(corpus + "-", subjects)));
    outer.add(new Attribute("bag", new Instances("bag", inner, 0)));
    outer.add(new Attribute("emotion", names("emotion", classes)));
    Instances header = new Instances(FeatureSignature.tag(corpus, signature), outer, 0);
    header.setClassIndex(3);
    return header;
  }

  private static List<String> names(String prefix, int count) {
    List<String> names = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      names.add(prefix + i);
    }
    return names;
  }

  /** Returns a classifier with a small grid. */
  static PathNetClassifier classifier(String options) throws Exception {
    PathNetClassifier classifier = new PathNetClassifier();
    classifier.setOptions(
        Utils.splitOptions(
            "-M 6 -H 8 -N 2 -P 4 -G 12 -mini-batch 8 -learning-rate 0.1 -num-slots 1 " + options));
    return classifier;
  }

  static int correct(PathNetClassifier classifier, Instances data) throws Exception {
    int correct = 0;
    for (Instance row : data) {
      correct += classifier.classifyInstance(row) == row.classValue() ? 1 : 0;
    }
    return correct;
  }

  static String fingerprint(PathNetClassifier classifier) {
    return ModelFormat.fingerprint(classifier.model());
  }

  /** Asserts that two classifiers decide alike about a row each, to the last bit. */
  static void assertSameDecision(Classifier one, Instance row, Classifier other, Instance sameRow)
      throws Exception {
    double[] decision = other.distributionForInstance(sameRow);
    assertArrayEquals(one.distributionForInstance(row), decision, 0);
  }

  /** Returns a copy in which files and subjects have other names and an order of their own. */
  static Instances renamed(Instances bags) {
    Instances renamed = new Instances(bags);
    for (int i = 0; i < renamed.size(); i++) {
      renamed.get(i).setValue(0, "other" + i);
      renamed.get(i).setValue(1, (i * 7) % 4);
    }
    return renamed;
  }

  /** Asserts that missing bags are left undecided, and that a table of them is rejected. */
  static void assertMissingBagsAreLeftUndecided(
      AbstractSegmentClassifier<?> classifier, Instances bags) throws Exception {
    Instances some = new Instances(bags);
    for (int i = 0; i < 30; i += 3) {
      some.get(i).setMissing(2);
    }
    classifier.buildClassifier(some);
    assertArrayEquals(new double[3], classifier.distributionForInstance(some.get(0)), 0);
    assertTrue(Utils.isMissingValue(classifier.classifyInstance(some.get(0))));
    assertEquals(0, classifier.decide(some.get(0)).segments().length);
    assertEquals(2, classifier.decide(some.get(1)).segments().length);
    some.forEach(row -> row.setMissing(2));
    WekaException rejection =
        assertThrows(WekaException.class, () -> classifier.buildClassifier(some));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("every bag is missing"));
  }

  /** Asserts that a learning rate of 1e10 ends the training where it diverges. */
  static void assertDiverges(Classifier wild, Instances bags, String where) {
    IllegalStateException diverged =
        assertThrows(IllegalStateException.class, () -> wild.buildClassifier(bags));
    String message = diverged.getMessage();
    assertTrue(message, message.startsWith("The training diverged in " + where));
    assertTrue(message, message.contains("lower -learning-rate, which is 1.0E10"));
  }

  /** Asserts what Weka's interfaces ask of options and properties. */
  static void assertPassesWekasChecks(OptionHandler scheme) {
    CheckOptionHandler options = new CheckOptionHandler();
    CheckGOE properties = new CheckGOE();
    options.setOptionHandler(scheme);
    properties.setObject(scheme);
    for (Check check : List.of(options, properties)) {
      check.setSilent(true);
      check.doTests();
    }
    assertTrue("CheckOptionHandler", options.getSuccess());
    assertTrue("CheckGOE", properties.getSuccess());
  }
}
