package emotiontransfer.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import java.util.List;
import org.junit.Test;

public class ConfusionTest {

  /** Three clips of a, one of b, none of c. */
  private static final Confusion SKEWED =
      new Confusion(List.of("a", "b", "c"), new int[][] {{2, 0, 1}, {1, 0, 0}, {0, 0, 0}});

  @Test
  public void warIsTheShareOfClipsOnTheDiagonal() {
    assertEquals(0.5, SKEWED.war(), 1e-12);
  }

  @Test
  public void uarIsTheMeanRecallOfTheClassesThatHaveClips() {
    assertEquals((2 / 3.0 + 0) / 2, SKEWED.uar(), 1e-12);
  }

  @Test
  public void aClassWithoutClipsHasNoShares() {
    assertEquals(Double.NaN, SKEWED.share(2, 0), 0);
    assertEquals(0, SKEWED.support(2));
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
    Confusion confusion = new Confusion(List.of("a", "b", "c"), counts);
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
  public void aMatrixThatDoesNotFitItsLabelsIsRefused() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new Confusion(List.of("a", "b"), new int[][] {{1, 2, 3}, {0, 0, 0}}));
    assertEquals("counts must have 2 rows and columns, one per label", error.getMessage());
  }
}
