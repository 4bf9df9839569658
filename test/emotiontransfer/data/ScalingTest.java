package emotiontransfer.data;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import emotiontransfer.numeric.ThreadPool;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.Test;

public class ScalingTest {

  private static final float NAN = Float.NaN;

  private static final double[] NO_WEIGHTS = new double[0];

  private static TrainingSet data(float[][] rows, double[] weights) {
    SegmentRows features = new SegmentRows.InArrays(rows);
    int[] labels = new int[rows.length];
    return weights.length == 0
        ? new TrainingSet(features, labels)
        : new TrainingSet(features, labels, weights);
  }

  private static Scaling fit(
      float[][] rows, double[] weights, Standardization kind, int[] channels) {
    try (ThreadPool pool = new ThreadPool(2)) {
      return Scaling.fit(data(rows, weights), kind, channels, 1, pool).scaling();
    }
  }

  private static float[] apply(Scaling scaling, float... row) {
    scaling.apply(row);
    return row;
  }

  /** Column means 3 and 20, population variances 8/3 and 200/3. */
  @Test
  public void attributesGetZeroMeanAndUnitVarianceEach() {
    float[][] rows = {{1, 10}, {3, 20}, {5, 30}};
    Scaling scaling = fit(rows, NO_WEIGHTS, Standardization.ATTRIBUTE, new int[] {0, 0});
    float[] expected = {(float) (2 / Math.sqrt(8 / 3.0)), (float) (-10 / Math.sqrt(200 / 3.0))};
    assertArrayEquals(expected, apply(scaling, 5, 10), 1e-6f);
  }

  /** All six values of the channel: mean 11.5, mean square deviation 641.5 / 6. */
  @Test
  public void channelsShareOneMeanAndVariance() {
    float[][] rows = {{1, 10}, {3, 20}, {5, 30}};
    Scaling scaling = fit(rows, NO_WEIGHTS, Standardization.CHANNEL, new int[] {0, 0});
    double deviation = Math.sqrt(641.5 / 6);
    assertArrayEquals(new float[] {0, (float) (8.5 / deviation)}, apply(scaling, 11.5f, 20), 1e-6f);
  }

  /** More rows than are read at once, whose sums in another order differ in their last bits. */
  @Test
  public void manyRowsAreAddedInTheirOrder() {
    Random random = new Random(1);
    float[][] rows = new float[40_000][2];
    double[] sums = new double[2];
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        row[i] = (float) Math.exp(5 * random.nextGaussian());
        sums[i] += row[i];
      }
    }
    double[] squares = new double[2];
    for (float[] row : rows) {
      for (int i = 0; i < row.length; i++) {
        double deviation = row[i] - sums[i] / rows.length;
        squares[i] += deviation * deviation;
      }
    }
    Scaling scaling = fit(rows, NO_WEIGHTS, Standardization.ATTRIBUTE, new int[2]);
    for (int i = 0; i < sums.length; i++) {
      assertEquals((float) (sums[i] / rows.length), scaling.mean()[i], 0);
      assertEquals((float) (1 / Math.sqrt(squares[i] / rows.length)), scaling.factor()[i], 0);
    }
  }

  @Test
  public void aMissingValueBecomesTheMeanOfItsInput() {
    float[][] rows = {{1, NAN}, {3, 20}, {5, 30}};
    Scaling scaled = fit(rows, NO_WEIGHTS, Standardization.ATTRIBUTE, new int[] {0, 0});
    assertArrayEquals(new float[] {0, 0}, apply(scaled, NAN, NAN), 1e-6f);
    Scaling plain = fit(rows, NO_WEIGHTS, Standardization.NONE, new int[] {0, 0});
    assertArrayEquals(new float[] {3, 25}, apply(plain, NAN, NAN), 1e-6f);
    assertArrayEquals(new float[] {7, 8}, apply(plain, 7, 8), 0);
  }

  @Test
  public void anInputThatDoesNotVaryIsShiftedOnly() {
    Scaling scaling =
        fit(new float[][] {{4}, {4}}, NO_WEIGHTS, Standardization.ATTRIBUTE, new int[1]);
    assertArrayEquals(new float[] {0}, apply(scaling, 4), 0);
    assertArrayEquals(new float[] {2}, apply(scaling, 6), 0);
  }

  @Test
  public void anInputThatIsAlwaysMissingIsZero() {
    Scaling scaling =
        fit(new float[][] {{NAN}, {NAN}}, NO_WEIGHTS, Standardization.ATTRIBUTE, new int[1]);
    assertArrayEquals(new float[] {0}, apply(scaling, NAN), 0);
  }

  /** A row of weight 2 counts as the row twice. */
  @Test
  public void weightsCountAsRepeatedRows() {
    Scaling weighted =
        fit(new float[][] {{1}, {4}}, new double[] {2, 1}, Standardization.ATTRIBUTE, new int[1]);
    Scaling repeated =
        fit(new float[][] {{1}, {1}, {4}}, NO_WEIGHTS, Standardization.ATTRIBUTE, new int[1]);
    assertEquals(repeated.mean()[0], weighted.mean()[0], 1e-6);
    assertEquals(repeated.factor()[0], weighted.factor()[0], 1e-6);
  }

  /** Runs of which some are longer than what is read at once; each row counts as its run does. */
  @Test
  public void rowsOfRunsCountAsRowsOfTheirOwn() {
    int[] lengths = {1, 300, 2, 20_000, 64, 1};
    Random random = new Random(2);
    int total = IntStream.of(lengths).sum();
    float[][] rows = new float[total][11];
    for (float[] row : rows) {
      IntStream.range(0, row.length).forEach(i -> row[i] = (float) random.nextGaussian() + i);
    }
    int[] owners =
        IntStream.range(0, lengths.length)
            .flatMap(run -> IntStream.range(0, lengths[run]).map(row -> run))
            .toArray();
    double[] weights = IntStream.of(owners).mapToDouble(run -> 0.3 + run).toArray();
    Runs runs = new Runs(rows, lengths);
    for (Standardization kind : Standardization.values()) {
      int[] channels = {0, 0, 0, 0, 1, 1, 1, 2, 2, 2, 2};
      Scaling expected = fit(rows, weights, kind, channels);
      try (ThreadPool pool = new ThreadPool(2)) {
        Scaling.Fit found = Scaling.fit(runs, kind, channels, 1, pool);
        assertTrue(found.complete());
        assertArrayEquals(expected.mean(), found.scaling().mean(), 0);
        assertArrayEquals(expected.factor(), found.scaling().factor(), 0);
        assertArrayEquals(expected.replacement(), found.scaling().replacement(), 0);
      }
    }
  }

  /** Rows in runs, of which run {@code r} weighs {@code 0.3 + r}. */
  private record Runs(float[][] values, int[] lengths) implements RowRuns {

    @Override
    public int inputs() {
      return values[0].length;
    }

    @Override
    public int runs() {
      return lengths.length;
    }

    @Override
    public int rows(int run) {
      return lengths[run];
    }

    @Override
    public double weight(int run) {
      return 0.3 + run;
    }

    @Override
    public void read(int run, int row, int rows, int input, int inputs, float[] target) {
      int first = IntStream.range(0, run).map(r -> lengths[r]).sum() + row;
      for (int i = 0; i < rows; i++) {
        System.arraycopy(values[first + i], input, target, i * inputs, inputs);
      }
    }
  }

  @Test
  public void completeDataAreDistinguishedFromDataWithMissingValues() {
    assertTrue(isComplete(new float[][] {{1, 2}, {3, 4}}));
    assertFalse(isComplete(new float[][] {{1, 2}, {3, NAN}}));
  }

  private static boolean isComplete(float[][] rows) {
    try (ThreadPool pool = new ThreadPool(2)) {
      return Scaling.isComplete(data(rows, NO_WEIGHTS), pool);
    }
  }
}
