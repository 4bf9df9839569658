package weka.classifiers.functions;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static weka.classifiers.functions.BagTables.fingerprint;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.Test;
import weka.classifiers.evaluation.Evaluation;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.WekaException;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.Remove;

/** PathNetClassifier on bag tables: one decision for each clip. */
public class PathNetBagTest {

  private final Instances bags = BagTables.make("demo", 60, 12, 3, 4);

  @Test
  public void learnsOneDecisionForEachBag() throws Exception {
    PathNetClassifier classifier = BagTables.classifier("");
    Evaluation evaluation = new Evaluation(bags);
    evaluation.crossValidateModel(classifier, bags, 5, new Random(1));
    assertEquals(60, evaluation.numInstances(), 0);
    assertTrue("accuracy " + evaluation.pctCorrect(), evaluation.pctCorrect() > 90);
  }

  @Test
  public void fileAndSubjectNeverReachTheLearner() throws Exception {
    PathNetClassifier with = BagTables.classifier("");
    with.buildClassifier(bags);
    Instances renamed = BagTables.renamed(bags);
    PathNetClassifier other = BagTables.classifier("");
    other.buildClassifier(renamed);
    BagTables.assertSameDecision(with, bags.get(5), other, renamed.get(5));
    assertEquals(fingerprint(with), fingerprint(other));
  }

  @Test
  public void threadsAndRepeatsGiveTheSameBits() throws Exception {
    PathNetClassifier one = BagTables.classifier("");
    one.buildClassifier(bags);
    String first = fingerprint(one);
    one.buildClassifier(bags);
    assertEquals("built again", first, fingerprint(one));
    PathNetClassifier two = BagTables.classifier("");
    two.setNumSlots(2);
    two.buildClassifier(bags);
    assertEquals("two threads", first, fingerprint(two));
    PathNetClassifier seed = BagTables.classifier("-S 2");
    seed.buildClassifier(bags);
    assertNotEquals(first, fingerprint(seed));
  }

  /** Public PathNets take the fitness on the test set, and so choose the pathway by it. */
  @Test
  public void fitnessIsTakenOnTheTrainingSetAndNeverOnTheTestSet() throws Exception {
    Instances training = bags.trainCV(5, 0);
    PathNetClassifier classifier = BagTables.classifier("");
    classifier.buildClassifier(training);
    Instances mislabelled = bags.testCV(5, 0);
    mislabelled.forEach(row -> row.setClassValue((row.classValue() + 1) % 3));
    Evaluation evaluation = new Evaluation(training);
    evaluation.evaluateModel(classifier, mislabelled);
    assertTrue("wrong on wrong labels: " + evaluation.pctCorrect(), evaluation.pctCorrect() < 20);
    assertTrue("right on its own", classifier.getMeasure("measureFitness") > 0.9);
    PathNetClassifier misled = BagTables.classifier("-G 2");
    PathNetClassifier guided = BagTables.classifier("-G 2");
    misled.buildClassifier(shuffledLabels(training));
    guided.buildClassifier(training);
    assertTrue(
        "training labels decide the fitness",
        misled.getMeasure("measureFitness") < guided.getMeasure("measureFitness"));
  }

  private static Instances shuffledLabels(Instances table) {
    Instances shuffled = new Instances(table);
    Random random = new Random(6);
    shuffled.forEach(row -> row.setClassValue(random.nextInt(3)));
    return shuffled;
  }

  @Test
  public void anOrdinaryNumericTableIsLearnedToo() throws Exception {
    Instances iris =
        new Instances(
            new InputStreamReader(
                Instances.class.getResourceAsStream("/weka/gui/knowledgeflow/templates/iris.arff"),
                StandardCharsets.UTF_8));
    iris.setClassIndex(4);
    PathNetClassifier classifier = BagTables.classifier("-G 40");
    Evaluation evaluation = new Evaluation(iris);
    evaluation.crossValidateModel(classifier, iris, 3, new Random(1));
    assertTrue("accuracy " + evaluation.pctCorrect(), evaluation.pctCorrect() > 85);
  }

  @Test
  public void missingBagsAreLeftOutOfTrainingAndUndecided() throws Exception {
    BagTables.assertMissingBagsAreLeftUndecided(BagTables.classifier(""), bags);
  }

  @Test
  public void missingValuesInASegmentAreHandled() throws Exception {
    Instances some = new Instances(bags);
    some.get(4).relationalValue(2).get(0).setMissing(3);
    PathNetClassifier classifier = BagTables.classifier("");
    classifier.buildClassifier(some);
    double[] distribution = classifier.distributionForInstance(some.get(4));
    assertEquals(1, Utils.sum(distribution), 1e-9);
  }

  @Test
  public void weightsChangeTheModelAndEqualWeightsDoNot() throws Exception {
    PathNetClassifier plain = BagTables.classifier("-G 2");
    plain.buildClassifier(bags);
    Instances halved = new Instances(bags);
    halved.forEach(row -> row.setWeight(0.5));
    PathNetClassifier equal = BagTables.classifier("-G 2");
    equal.buildClassifier(halved);
    assertEquals(fingerprint(plain), fingerprint(equal));
    halved.get(3).setWeight(9);
    PathNetClassifier weighted = BagTables.classifier("-G 2");
    weighted.buildClassifier(halved);
    assertNotEquals(fingerprint(plain), fingerprint(weighted));
  }

  @Test
  public void predictionsAreBitEqualAfterSaveAndLoadAndTheFileHasNoTrainingData() throws Exception {
    PathNetClassifier classifier = BagTables.classifier("");
    classifier.buildClassifier(bags);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SerializationHelper.write(bytes, classifier);
    PathNetClassifier read =
        (PathNetClassifier) SerializationHelper.read(new ByteArrayInputStream(bytes.toByteArray()));
    for (Instance row : bags) {
      assertArrayEquals(
          classifier.distributionForInstance(row), read.distributionForInstance(row), 0);
    }
    assertEquals(
        classifier.toString().replaceAll("Time: .*", ""),
        read.toString().replaceAll("Time: .*", ""));
    PathNetClassifier again = BagTables.classifier("");
    again.buildClassifier(bags);
    ByteArrayOutputStream sameBytes = new ByteArrayOutputStream();
    SerializationHelper.write(sameBytes, again);
    assertArrayEquals("equal runs, equal files", bytes.toByteArray(), sameBytes.toByteArray());
    Instances twice = new Instances(bags);
    twice.addAll(bags);
    PathNetClassifier larger = BagTables.classifier("");
    larger.buildClassifier(twice);
    ByteArrayOutputStream largerBytes = new ByteArrayOutputStream();
    SerializationHelper.write(largerBytes, larger);
    assertEquals(bytes.size(), largerBytes.size(), 200);
  }

  @Test
  public void theDecisionIsTheMeanOfTheSegmentsPosteriors() throws Exception {
    PathNetClassifier classifier = BagTables.classifier("-G 3");
    classifier.buildClassifier(bags);
    double[][] segments = classifier.decide(bags.get(2)).segments();
    assertEquals(3, segments.length);
    double mean = (segments[0][1] + segments[1][1] + segments[2][1]) / 3;
    assertEquals(mean, classifier.distributionForInstance(bags.get(2))[1], 1e-6);
  }

  @Test
  public void otherFeaturesAreRejectedWithBothNamed() throws Exception {
    PathNetClassifier classifier = BagTables.classifier("");
    classifier.buildClassifier(bags);
    Instances wider = BagTables.make("demo", 6, 14, 3, 2);
    WekaException rejection =
        assertThrows(WekaException.class, () -> classifier.distributionForInstance(wider.get(0)));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("-inputs 12"));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("-inputs 14"));
    Instances renamed = new Instances(bags);
    renamed.setRelationName("demo-features(Test -inputs 99)");
    assertThrows(WekaException.class, () -> classifier.distributionForInstance(renamed.get(0)));
  }

  @Test
  public void tablesWithoutInputsAreRejected() throws Exception {
    Remove remove = new Remove();
    remove.setAttributeIndices("3");
    remove.setInputFormat(bags);
    Instances none = Filter.useFilter(bags, remove);
    IllegalArgumentException rejection =
        assertThrows(
            IllegalArgumentException.class, () -> BagTables.classifier("").buildClassifier(none));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("nothing to learn from"));
  }

  @Test
  public void malformedOptionsAreRejectedByName() {
    for (String wrong :
        new String[] {
          "-G abc",
          "-G 0",
          "-P 1",
          "-N 7",
          "-learning-rate -1",
          "-boundary bounce",
          "-module star",
          "-mutation 2",
          "-mini-batch 0",
          "-num-slots -1",
          "-stop-fitness NaN"
        }) {
      Exception rejection =
          assertThrows(
              wrong,
              IllegalArgumentException.class,
              () -> {
                PathNetClassifier classifier = new PathNetClassifier();
                classifier.setOptions(Utils.splitOptions("-M 6 -H 8 -N 2 " + wrong));
                classifier.buildClassifier(bags);
              });
      assertFalse(wrong, rejection.getMessage().isBlank());
    }
  }

  @Test
  public void absentOptionsReturnToThePapersDefaults() throws Exception {
    PathNetClassifier classifier = new PathNetClassifier();
    String defaults = Utils.joinOptions(classifier.getOptions());
    classifier.setOptions(Utils.splitOptions("-G 7 -allow-subject-overlap -pool vote"));
    assertEquals(7, classifier.getGenerations());
    assertTrue(classifier.getAllowSubjectOverlap());
    classifier.setOptions(new String[0]);
    assertEquals(defaults, Utils.joinOptions(classifier.getOptions()));
    assertTrue(
        defaults,
        defaults.contains("-G 200")
            && defaults.contains("-P 20")
            && defaults.contains("-L 3")
            && defaults.contains("-M 20")
            && defaults.contains("-H 20")
            && defaults.contains("-N 4")
            && defaults.contains("-learning-rate 0.02")
            && defaults.contains("-mini-batch 64"));
  }

  @Test
  public void measuresAreThoseOfTheDesign() throws Exception {
    PathNetClassifier classifier = BagTables.classifier("");
    classifier.buildClassifier(bags);
    assertEquals(12, classifier.getMeasure("measureGenerations"), 0);
    assertEquals(0, classifier.getMeasure("measureFrozenModules"), 0);
    assertEquals(0, classifier.getMeasure("measureReusedModules"), 0);
    int active = classifier.model().activePathway().size();
    assertEquals(active, classifier.getMeasure("measureActiveModules"), 0);
    assertTrue(classifier.getMeasure("measureFitness") > 0.5);
    assertTrue(classifier.getMeasure("measurePathwayParameters") > 3 * (12 * 8 + 8));
    assertTrue(classifier.getMeasure("measureTrainingSeconds") > 0);
    assertThrows(IllegalArgumentException.class, () -> classifier.getMeasure("measureNothing"));
  }

  @Test
  public void passesWekasChecksOfOptionsAndProperties() throws Exception {
    BagTables.assertPassesWekasChecks(BagTables.classifier(""));
  }

  @Test
  public void bothPapersAreCited() {
    String cited = new PathNetClassifier().getTechnicalInformation().toBibTex();
    assertTrue(cited, cited.contains("Meta Transfer Learning for Emotion Recognition"));
    assertTrue(cited, new PathNetClassifier().globalInfo().contains("PathNet: Evolution"));
  }
}
