package weka.classifiers.functions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.weka.classify.AbstractSegmentClassifier;
import emotiontransfer.weka.evaluation.SubjectFolds;
import java.util.List;
import org.junit.Test;
import org.junit.function.ThrowingRunnable;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.core.WekaException;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.BagFunctionals;
import weka.filters.unsupervised.attribute.SubjectStandardize;
import weka.filters.unsupervised.attribute.SwapValues;

/** Numbers that are infinite or too large, and weights that are none, wherever a table comes in. */
public class UnusableNumbersTest {

  private static final double[] UNUSABLE = {
    Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, 1e39, -1e300
  };

  private final Instances bags = BagTables.make("demo", 24, 3 * 4 * 4, 3, 4);

  private static List<AbstractSegmentClassifier<?>> classifiers() throws Exception {
    return List.of(BagTables.classifier("-G 2"), FineTunedAlexNetBagTest.classifier("-epochs 1"));
  }

  /** Returns the bags with a number at value 5 of the first segment of clip 7. */
  private Instances with(double number) {
    Instances changed = new Instances(bags);
    Instances bag = new Instances(changed.get(7).relationalValue(2));
    bag.get(0).setValue(5, number);
    changed.get(7).setValue(2, changed.attribute(2).addRelation(bag));
    return changed;
  }

  private Instances weighted(double weight) {
    Instances changed = new Instances(bags);
    changed.get(7).setWeight(weight);
    return changed;
  }

  private static void assertRejected(ThrowingRunnable run, Object... parts) {
    String message = assertThrows(WekaException.class, run).getMessage();
    for (Object part : parts) {
      assertTrue(message, message.contains(part.toString()));
    }
  }

  @Test
  public void noClassifierLearnsFromThem() throws Exception {
    for (AbstractSegmentClassifier<?> classifier : classifiers()) {
      for (double number : UNUSABLE) {
        assertRejected(
            () -> classifier.buildClassifier(with(number)),
            "Clip 'clip7.wav' has " + number + " in attribute 'static_f00_t5' of segment 1;");
      }
      for (double weight : new double[] {Double.NaN, UNUSABLE[0], -1, 1e39}) {
        assertRejected(
            () -> classifier.buildClassifier(weighted(weight)),
            "Clip 'clip7.wav' has the weight " + weight);
      }
    }
  }

  @Test
  public void weightsWhoseMeanFloatsCannotHoldAreRejected() throws Exception {
    for (AbstractSegmentClassifier<?> classifier : classifiers()) {
      for (double weight : new double[] {1e-40, 3e38}) {
        Instances all = new Instances(bags);
        all.forEach(clip -> clip.setWeight(weight));
        assertRejected(
            () -> classifier.buildClassifier(all), "table 'demo' have the mean", "of about 1");
      }
    }
  }

  @Test
  public void noClassifierDecidesAboutThem() throws Exception {
    for (AbstractSegmentClassifier<?> classifier : classifiers()) {
      classifier.buildClassifier(bags);
      for (double number : UNUSABLE) {
        Instance clip = with(number).get(7);
        assertRejected(
            () -> classifier.distributionForInstance(clip), "'clip7.wav' has " + number, "t5'");
      }
      Instance missing = with(Utils.missingValue()).get(7);
      assertEquals(1, Utils.sum(classifier.distributionForInstance(missing)), 1e-6);
    }
  }

  /** The largest float is none of them, but its square and its products are. */
  @Test
  public void decisionThatIsNoNumberIsRejected() throws Exception {
    for (AbstractSegmentClassifier<?> classifier : classifiers()) {
      classifier.buildClassifier(bags);
      Instances large = with(Float.MAX_VALUE);
      large.get(7).relationalValue(2).get(0).setValue(6, -Float.MAX_VALUE);
      assertRejected(() -> classifier.distributionForInstance(large.get(7)), "clip 'clip7.wav'");
    }
  }

  @Test
  public void tableWithoutBagNamesTheRow() throws Exception {
    Instances functionals = summarised(bags);
    functionals.deleteAttributeAt(0);
    functionals.get(3).setValue(1, 1e39);
    String name = functionals.attribute(1).name();
    assertRejected(
        () -> BagTables.classifier("-G 2").buildClassifier(functionals),
        "Row 4 of table 'demo' has 1.0E39 in attribute '" + name + "';");
  }

  @Test
  public void filtersRejectThem() throws Exception {
    for (double number : UNUSABLE) {
      assertRejected(() -> summarised(with(number)), "'clip7.wav' has " + number, "t5'");
      assertRejected(
          () -> filtered(new SubjectStandardize(), with(number)),
          "'clip7.wav' has " + number,
          "t5'");
    }
    Instances missing = filtered(new SubjectStandardize(), with(Utils.missingValue()));
    assertTrue(missing.get(7).relationalValue(2).get(0).isMissing(5));
  }

  @Test
  public void subjectsAreNotDividedOverThem() {
    for (double number : UNUSABLE) {
      assertRejected(() -> SubjectFolds.of(with(number), "subject", 0, 1), "has " + number, "t5'");
    }
    assertRejected(() -> SubjectFolds.of(weighted(-0.5), "subject", 0, 1), "the weight -0.5");
  }

  @Test
  public void rowOfAnotherTableHasNoNumber() throws Exception {
    Instances functionals = summarised(bags);
    functionals.deleteAttributeAt(0);
    PathNetClassifier classifier = BagTables.classifier("-G 2");
    classifier.buildClassifier(functionals);
    Instance row = new DenseInstance(functionals.get(0));
    row.setDataset(functionals);
    row.setValue(1, 1e39);
    assertRejected(() -> classifier.classifyInstance(row), "A row of table 'demo' has 1.0E39");
  }

  @Test
  public void classesInAnotherOrderAreRejected() throws Exception {
    Instances other = filtered(new SwapValues(), bags);
    for (AbstractSegmentClassifier<?> classifier : classifiers()) {
      classifier.buildClassifier(bags);
      assertRejected(
          () -> classifier.distributionForInstance(other.get(0)),
          "the classes emotion0, emotion1, emotion2, but table 'demo' has emotion2, emotion1,"
              + " emotion0;");
    }
  }

  private static Instances summarised(Instances table) throws Exception {
    return filtered(new BagFunctionals(), table);
  }

  private static Instances filtered(Filter filter, Instances table) throws Exception {
    filter.setInputFormat(table);
    return Filter.useFilter(table, filter);
  }
}
