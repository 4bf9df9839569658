package emotiontransfer.evaluation;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.commons.math3.stat.inference.WilcoxonSignedRankTest;
import org.junit.Test;
import weka.experiment.PairedStatsCorrected;

public class PairedComparisonTest {

  /** Differences of Wilcoxon's own example of corn plants (1945): T = 24 of 15 pairs, p = 0.041. */
  private static final List<Double> PLANTS =
      List.of(
          49.0, -67.0, 8.0, 16.0, 6.0, 23.0, 28.0, 41.0, 14.0, 29.0, 56.0, 24.0, 75.0, 60.0, -48.0);

  @Test
  public void wilcoxonsOwnExampleHasItsPublishedProbability() {
    assertEquals(0.041, PairedComparison.wilcoxon(PLANTS), 0.0005);
  }

  @Test
  public void exactProbabilityAgreesWithCommonsMathWithoutTies() {
    double[] differences = PLANTS.stream().mapToDouble(d -> d).toArray();
    assertEquals(
        new WilcoxonSignedRankTest()
            .wilcoxonSignedRankTest(differences, new double[differences.length], true),
        PairedComparison.wilcoxon(PLANTS),
        1e-12);
  }

  /** Of three differences, one is zero; two of one sign have 2 of 4 assignments as extreme. */
  @Test
  public void zeroDifferencesAreLeftOutAndTiesShareRanks() {
    assertEquals(0.5, PairedComparison.wilcoxon(List.of(0.0, 0.1, 0.1)), 1e-12);
    assertEquals(1, PairedComparison.wilcoxon(List.of(0.0, 0.0)), 0);
    // Ranks 1.5, 1.5, 3 with the largest negative: sums at most 3 on one side are 0, 1.5, 1.5, 3,
    // 3.
    assertEquals(1, PairedComparison.wilcoxon(List.of(0.1, 0.1, -0.3)), 1e-12);
  }

  @Test
  public void correctionOfTheResampledTWeakensTheEvidence() {
    SortedMap<String, Double> a = new TreeMap<>();
    SortedMap<String, Double> b = new TreeMap<>();
    for (int i = 0; i < 10; i++) {
      a.put("s" + i, 0.5 + 0.01 * i);
      b.put("s" + i, 0.45 + 0.012 * i + (i % 2 == 0 ? 0.02 : -0.02));
    }
    PairedComparison plain = PairedComparison.of(a, b, 0);
    PairedComparison corrected = PairedComparison.of(a, b, 1 / 9.0);
    assertEquals(10, corrected.pairs());
    assertEquals(0.041, corrected.difference().mean(), 1e-12);
    assertTrue(corrected.correctedT() > plain.correctedT());
    // t = d / sqrt((1/n + 1/9) s^2); with n = 10 the correction scales t by sqrt(0.1 / (0.1 +
    // 1/9)).
    double t =
        corrected.difference().mean()
            / (corrected.difference().deviation() * Math.sqrt(0.1 + 1 / 9.0));
    assertEquals(weka.core.Statistics.FProbability(t * t, 1, 9), corrected.correctedT(), 1e-9);
  }

  @Test
  public void wekasCorrectedTesterAgrees() {
    SortedMap<String, Double> a = new TreeMap<>();
    SortedMap<String, Double> b = new TreeMap<>();
    PairedStatsCorrected weka = new PairedStatsCorrected(0.05, 1 / 6.0);
    double[] differences = {0.1, -0.05, 0.2, 0.125, 0.07, 0, 0.31};
    for (int i = 0; i < differences.length; i++) {
      a.put("s" + i, 0.5 + differences[i]);
      b.put("s" + i, 0.5);
      weka.add(0.5 + differences[i], 0.5);
    }
    weka.calculateDerived();
    PairedComparison comparison = PairedComparison.of(a, b, 1 / 6.0);
    assertEquals(weka.differencesProbability, comparison.correctedT(), 1e-12);
    assertEquals(weka.differencesStats.stdDev, comparison.difference().deviation(), 1e-12);
  }

  @Test
  public void differencesThatAreAllEqualLeaveNoDoubt() {
    SortedMap<String, Double> a = new TreeMap<>(Map.of("x", 0.75, "y", 0.5));
    SortedMap<String, Double> b = new TreeMap<>(Map.of("x", 0.5, "y", 0.25));
    assertEquals(0, PairedComparison.of(a, b, 0.5).correctedT(), 0);
    assertEquals(1, PairedComparison.of(a, a, 0.5).correctedT(), 0);
  }

  @Test
  public void subjectsWithoutAFigureAreNoPair() {
    SortedMap<String, Double> a = new TreeMap<>(Map.of("x", 0.5, "y", 0.6));
    SortedMap<String, Double> b = new TreeMap<>(Map.of("x", 0.4, "y", Double.NaN));
    PairedComparison comparison = PairedComparison.of(a, b, 0.1);
    assertEquals(1, comparison.pairs());
    assertTrue(Double.isNaN(comparison.correctedT()));
  }
}
