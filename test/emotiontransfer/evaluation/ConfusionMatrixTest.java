package emotiontransfer.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;

public class ConfusionMatrixTest {

  /** Three clips of a, one of b, none of c. */
  private static final ConfusionMatrix SKEWED =
      new ConfusionMatrix(new double[][] {{2, 0, 1}, {1, 0, 0}, {0, 0, 0}});

  @Test
  public void warIsTheFractionOfClipsOnTheDiagonal() {
    assertEquals(0.5, SKEWED.war(), 1e-12);
  }

  @Test
  public void uarIsTheMeanRecallOfTheClassesThatHaveClips() {
    assertEquals((2 / 3.0 + 0) / 2, SKEWED.uar(), 1e-12);
  }

  @Test
  public void aClassWithoutClipsHasNoFractions() {
    assertEquals(Double.NaN, SKEWED.fraction(2, 0), 0);
    assertEquals(0, SKEWED.support(2), 0);
  }

  @Test
  public void wekasWeightedRecallAgreesWithWar() throws Exception {
    int[][] counts = {{5, 2, 0}, {1, 7, 3}, {0, 4, 9}};
    weka.classifiers.CostMatrix none = null;
    weka.core.Instances data = table(counts);
    weka.classifiers.Evaluation evaluation = new weka.classifiers.Evaluation(data, none);
    int row = 0;
    for (int actual = 0; actual < 3; actual++) {
      for (int predicted = 0; predicted < 3; predicted++) {
        double[] distribution = new double[3];
        distribution[predicted] = 1;
        for (int k = 0; k < counts[actual][predicted]; k++) {
          evaluation.evaluateModelOnceAndRecordPrediction(distribution, data.get(row++));
        }
      }
    }
    ConfusionMatrix confusion = ConfusionMatrix.none(3);
    for (int actual = 0; actual < 3; actual++) {
      for (int predicted = 0; predicted < 3; predicted++) {
        confusion = confusion.plus(actual, predicted, counts[actual][predicted]);
      }
    }
    assertEquals(evaluation.weightedRecall(), confusion.war(), 1e-12);
    double mean = (evaluation.recall(0) + evaluation.recall(1) + evaluation.recall(2)) / 3;
    assertEquals(mean, confusion.uar(), 1e-12);
  }

  private static weka.core.Instances table(int[][] counts) {
    weka.core.Attribute label = new weka.core.Attribute("emotion", List.of("a", "b", "c"));
    weka.core.Instances data =
        new weka.core.Instances("t", new java.util.ArrayList<>(List.of(label)), 0);
    data.setClassIndex(0);
    for (int actual = 0; actual < 3; actual++) {
      for (int k = 0; k < java.util.Arrays.stream(counts[actual]).sum(); k++) {
        data.add(new weka.core.DenseInstance(1, new double[] {actual}));
      }
    }
    return data;
  }

  @Test
  public void aMatrixThatIsNotSquareIsRejected() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new ConfusionMatrix(new double[][] {{1, 2, 3}, {0, 0, 0}}));
    assertEquals("a confusion matrix needs as many columns as its 2 rows", error.getMessage());
  }

  /** Of 4 clips of a one is undecided, of 2 of b one; c has but an undecided one. */
  @Test
  public void undecidedClipsCountAsWrongInWarAndUarAndNotInUap() {
    ConfusionMatrix matrix =
        ConfusionMatrix.none(3)
            .plus(0, 0, 3)
            .plus(0, -1, 1)
            .plus(1, 1, 1)
            .plus(1, -1, 1)
            .plus(2, -1, 1);
    assertEquals(4 / 7.0, matrix.war(), 1e-12);
    assertEquals((3 / 4.0 + 1 / 2.0 + 0) / 3, matrix.uar(), 1e-12);
    assertEquals((1 + 1 + 0) / 3.0, matrix.uap(), 1e-12);
    assertEquals("3 of 7 clips were left undecided; they count as wrong.", matrix.undecidedNote());
    assertEquals(8 / 14.0, matrix.plus(matrix).war(), 1e-12);
    assertEquals("", SKEWED.undecidedNote());
    assertEquals(List.of("actual", "x", "y", "z", "?"), table(matrix).get(0));
    assertEquals(List.of("x", 3.0, 0.0, 0.0, 1.0), table(matrix).get(1));
    assertEquals(List.of("actual", "x", "y", "z"), table(SKEWED).get(0));
    assertEquals(List.of("y", 1.0, 0.0, 0.0), table(SKEWED).get(2));
  }

  private static List<List<Object>> table(ConfusionMatrix matrix) {
    return matrix.table(List.of("x", "y", "z"));
  }

  @Test
  public void oneUndecidedClipAndFractionsOfOneReadWell() {
    ConfusionMatrix matrix = ConfusionMatrix.none(1).plus(0, -1, 1).plus(0, 0, 3.5);
    assertEquals("1 of 4.5 clips was left undecided; it counts as wrong.", matrix.undecidedNote());
  }
}
