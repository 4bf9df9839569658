package weka.classifiers.functions;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.alexnet.AlexNetFormat;
import emotiontransfer.alexnet.Decision;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.util.Random;
import org.junit.Test;
import weka.classifiers.evaluation.Evaluation;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.WekaException;
import weka.gui.Logger;

/** FineTunedAlexNet on bag tables: one decision for each clip. */
public class FineTunedAlexNetBagTest {

  private static final int INPUTS = 3 * 4 * 4;

  private final Instances bags = BagTables.make("demo", 36, INPUTS, 3, 4);

  /** Returns a classifier with a small network. */
  static FineTunedAlexNet classifier(String options) throws Exception {
    FineTunedAlexNet classifier = new FineTunedAlexNet();
    classifier.setOptions(
        Utils.splitOptions(
            "-input-size 59 -width 0.03 -mini-batch 12 -learning-rate 0.02 -epochs 25"
                + " -dropout 0 -num-slots 1 "
                + options));
    return classifier;
  }

  private static String fingerprint(FineTunedAlexNet classifier) {
    return AlexNetFormat.fingerprint(classifier.trained().trained());
  }

  private static double correct(FineTunedAlexNet classifier, Instances data) throws Exception {
    Evaluation evaluation = new Evaluation(data);
    evaluation.evaluateModel(classifier, data);
    return evaluation.pctCorrect();
  }

  @Test
  public void divergenceReachesTheUserAsItIs() throws Exception {
    BagTables.assertDiverges(classifier("-learning-rate 1e10"), bags, "epoch 1, mini-batch ");
  }

  @Test
  public void learnsOneDecisionForEachBag() throws Exception {
    Evaluation evaluation = new Evaluation(bags);
    evaluation.crossValidateModel(classifier(""), bags, 3, new Random(1));
    assertEquals(36, evaluation.numInstances(), 0);
    assertTrue("accuracy " + evaluation.pctCorrect(), evaluation.pctCorrect() > 90);
  }

  @Test
  public void theAverageIsTheMeanOfTheSegments() throws Exception {
    FineTunedAlexNet classifier = classifier("-epochs 1");
    classifier.buildClassifier(bags);
    double[][] segments = classifier.decide(bags.get(2)).segments();
    assertEquals(3, segments.length);
    double[] average = classifier.distributionForInstance(bags.get(2));
    for (int c = 0; c < average.length; c++) {
      double mean = (segments[0][c] + segments[1][c] + segments[2][c]) / 3;
      assertEquals(mean, average[c], 1e-12);
    }
  }

  @Test
  public void thePyramidDecidesByASupportVectorMachine() throws Exception {
    FineTunedAlexNet classifier = classifier("-decision dtpm");
    assertEquals(Decision.DTPM, classifier.getDecision());
    classifier.buildClassifier(bags);
    assertTrue(correct(classifier, bags) > 90);
    assertEquals(3, classifier.trained().trained().pyramid().exponents().size());
    assertTrue(classifier.toString(), classifier.toString().contains("temporal pyramid"));
    // Three classes, one against one other: thirds of the three decisions.
    for (double fraction : classifier.distributionForInstance(bags.get(0))) {
      assertEquals(Math.rint(3 * fraction), 3 * fraction, 1e-9);
    }
  }

  @Test
  public void threadsAndRepeatsGiveTheSameBits() throws Exception {
    FineTunedAlexNet one = classifier("-dropout 0.5 -epochs 2 -decision dtpm");
    one.buildClassifier(bags);
    String first = fingerprint(one);
    one.buildClassifier(bags);
    assertEquals("built again", first, fingerprint(one));
    FineTunedAlexNet three = classifier("-dropout 0.5 -epochs 2 -decision dtpm");
    three.setNumSlots(3);
    three.buildClassifier(bags);
    assertEquals("three threads", first, fingerprint(three));
    FineTunedAlexNet seed = classifier("-epochs 2 -decision dtpm -S 2");
    seed.buildClassifier(bags);
    assertNotEquals(first, fingerprint(seed));
  }

  @Test
  public void aSavedModelPredictsTheSameAndHoldsNoTrainingData() throws Exception {
    for (String decision : new String[] {"average", "dtpm"}) {
      FineTunedAlexNet built = classifier("-epochs 2 -decision " + decision);
      built.buildClassifier(bags);
      FineTunedAlexNet loaded = copy(built);
      for (Instance row : bags) {
        assertArrayEquals(
            built.distributionForInstance(row), loaded.distributionForInstance(row), 0);
      }
      assertEquals(fingerprint(built), fingerprint(loaded));
      assertEquals(fingerprint(built), fingerprint(copy(loaded)));
      assertEquals(bytes(built).length, bytes(loaded).length);
    }
    FineTunedAlexNet few = classifier("-epochs 1");
    FineTunedAlexNet many = classifier("-epochs 1");
    few.buildClassifier(new Instances(bags, 0, 12));
    many.buildClassifier(bags);
    assertEquals("size", bytes(few).length, bytes(many).length, 20);
  }

  private static byte[] bytes(Object object) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SerializationHelper.write(bytes, object);
    return bytes.toByteArray();
  }

  private static FineTunedAlexNet copy(FineTunedAlexNet built) throws Exception {
    return (FineTunedAlexNet) SerializationHelper.read(new ByteArrayInputStream(bytes(built)));
  }

  @Test
  public void fileAndSubjectNeverReachTheLearner() throws Exception {
    FineTunedAlexNet with = classifier("-epochs 1");
    with.buildClassifier(bags);
    Instances renamed = BagTables.renamed(bags);
    FineTunedAlexNet other = classifier("-epochs 1");
    other.buildClassifier(renamed);
    BagTables.assertSameDecision(with, bags.get(5), other, renamed.get(5));
  }

  @Test
  public void missingBagsAreLeftOutOfTrainingAndUndecided() throws Exception {
    BagTables.assertMissingBagsAreLeftUndecided(classifier("-epochs 1 -decision dtpm"), bags);
  }

  @Test
  public void measuresAndReportDescribeTheTraining() throws Exception {
    FineTunedAlexNet classifier = classifier("-epochs 3");
    assertTrue(classifier.toString().contains("no model has been built"));
    classifier.buildClassifier(bags);
    assertEquals(3, classifier.getMeasure("measureEpochs"), 0);
    assertTrue(classifier.getMeasure("measureTrainingLoss") > 0);
    assertTrue(classifier.getMeasure("measureParameters") > 10_000);
    String text = classifier.toString();
    assertTrue(text, text.contains("from scratch"));
    assertTrue(text, text.contains("demo, 4 subjects, classes emotion0, emotion1, emotion2"));
    assertTrue(text, text.contains("59x59x3 inputs, width 0.03, 3 classes"));
    assertThrows(IllegalArgumentException.class, () -> classifier.getMeasure("measureLuck"));
  }

  @Test
  public void impossibleOptionsAreNamed() throws Exception {
    assertRejected("-width 0", "width must be in (0, 1]");
    assertRejected("-input-size 20", "input size must be from 59");
    assertRejected("-epochs 0", "-epochs must be at least 1");
    assertRejected("-momentum 1", "-momentum must be in [0, 1)");
    IllegalArgumentException slots =
        assertThrows(IllegalArgumentException.class, () -> new FineTunedAlexNet().setNumSlots(-1));
    assertEquals("Option -num-slots must be at least 0, but is -1.", slots.getMessage());
    assertRejected("-freeze 5", "neither -weights nor -source");
    assertRejected("-weights a.h5 -source b.model -allow-subject-overlap", "leave one of them out");
    assertRejected("-weights absent.h5", "absent.h5 cannot be used: the file does not exist");
    IllegalArgumentException word =
        assertThrows(IllegalArgumentException.class, () -> classifier("-decision vote"));
    assertTrue(word.getMessage(), word.getMessage().contains("average, dtpm"));
  }

  private void assertRejected(String options, String expected) throws Exception {
    FineTunedAlexNet classifier = classifier(options);
    Exception rejection = assertThrows(Exception.class, () -> classifier.buildClassifier(bags));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains(expected));
  }

  @Test
  public void otherFeaturesThanTrainedOnAreRejected() throws Exception {
    FineTunedAlexNet classifier = classifier("-epochs 1");
    classifier.buildClassifier(bags);
    Instances other = BagTables.make("demo", 3, INPUTS + 3, 3, 4);
    WekaException rejection =
        assertThrows(WekaException.class, () -> classifier.distributionForInstance(other.get(0)));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("Test -inputs 48"));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("Test -inputs 51"));
  }

  @Test
  public void anInterruptEndsABuild() throws Exception {
    FineTunedAlexNet classifier = classifier("-epochs 1000");
    Thread builder = Thread.currentThread();
    int[] messages = {0};
    classifier.setLog(
        new Logger() {
          @Override
          public void logMessage(String message) {
            messages[0]++;
            builder.interrupt();
          }

          @Override
          public void statusMessage(String message) {
            messages[0]++;
          }
        });
    assertThrows(InterruptedException.class, () -> classifier.buildClassifier(bags));
    // The message of the training's end has set it again.
    assertTrue(Thread.interrupted());
    assertTrue("messages " + messages[0], messages[0] < 10);
    assertThrows(IllegalStateException.class, classifier::trained);
  }

  @Test
  public void optionsAndPropertiesAreConsistent() {
    BagTables.assertPassesWekasChecks(new FineTunedAlexNet());
  }
}
