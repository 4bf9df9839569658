package emotiontransfer.frames;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.Test;

/**
 * Each setting alone, with seeds enough that every case occurs; values are distinct and none is 0,
 * so that each cell says where it came from.
 */
public class AugmentationTest {

  private static final int SEEDS = 400;
  private static final Extent SPEECH = new Extent(3, 8, 1);
  private static final Extent FACE = new Extent(2, 4, 5);

  private static final Augmentation ALL = new Augmentation(5, 9, 3, 2, 2, 0.4, 0.3, true, 1);

  @Test
  public void nothingOnChangesNothingAndDrawsNothing() {
    RandomGenerator random = new SplittableRandom(1);
    assertEquals(new Crop(0, 50), Augmentation.NONE.crop(50, random));
    float[] values = distinct(50, FACE);
    Augmentation.NONE.apply(values, 50, FACE, random);
    assertArrayEquals(distinct(50, FACE), values, 0);
    assertEquals(new SplittableRandom(1).nextLong(), random.nextLong());
  }

  @Test
  public void sameSeedGivesSameBitsAndAnotherSeedOthers() {
    for (Extent shape : new Extent[] {SPEECH, FACE}) {
      IntFunction<float[]> augmented = seed -> augmented(ALL, 30, shape, seed);
      assertArrayEquals(augmented.apply(7), augmented.apply(7), 0);
      assertFalse(Arrays.equals(augmented.apply(7), augmented.apply(8)));
    }
    assertEquals(ALL.crop(30, new SplittableRandom(7)), ALL.crop(30, new SplittableRandom(7)));
  }

  @Test
  public void resultIsTheSameInAnyOrderOfClips() {
    float[][] forward = new float[40][];
    float[][] parallel = new float[40][];
    IntStream.range(0, 40).forEach(i -> forward[i] = augmented(ALL, 20 + i, SPEECH, i));
    IntStream.range(0, 40).parallel().forEach(i -> parallel[i] = augmented(ALL, 20 + i, SPEECH, i));
    assertArrayEquals(forward, parallel);
  }

  @Test
  public void cropsHaveEveryLengthAndEveryStartBothEndsIncluded() {
    Augmentation crops = new Augmentation(3, 5, 0, 0, 0, 0, 0, false, 0);
    Set<String> drawn = new TreeSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      Crop crop = crops.crop(7, new SplittableRandom(seed));
      drawn.add(crop.first() + "+" + crop.count());
    }
    assertEquals(
        Set.of("0+3", "1+3", "2+3", "3+3", "4+3", "0+4", "1+4", "2+4", "3+4", "0+5", "1+5", "2+5"),
        drawn);
  }

  @Test
  public void shortClipsAreTakenWholeAndThoseBelowTheMostToTheirEnd() {
    Augmentation crops = new Augmentation(100, 260, 0, 0, 0, 0, 0, false, 0);
    Set<Integer> lengths = new TreeSet<>();
    for (int seed = 0; seed < SEEDS; seed++) {
      RandomGenerator random = new SplittableRandom(seed);
      for (int frames : new int[] {0, 1, 99, 100}) {
        assertEquals(new Crop(0, frames), crops.crop(frames, random));
      }
      Crop crop = crops.crop(102, random);
      assertTrue(crop.toString(), crop.first() + crop.count() <= 102);
      lengths.add(crop.count());
    }
    assertEquals(Set.of(100, 101, 102), lengths);
  }

  @Test
  public void bandMaskZeroesNeighbouringBandsOfAllChannelsAndFramesAlone() {
    Augmentation mask = new Augmentation(0, 0, 3, 0, 0, 0, 0, false, 0);
    Set<String> drawn = new TreeSet<>();
    eachSeed(
        mask,
        6,
        SPEECH,
        values -> {
          boolean[] masked = new boolean[8];
          for (int band = 0; band < 8; band++) {
            masked[band] = values[band] == 0;
          }
          float[] expected = distinct(6, SPEECH);
          for (int i = 0; i < expected.length; i++) {
            expected[i] = masked[i % 8] ? 0 : expected[i];
          }
          assertArrayEquals(expected, values, 0);
          drawn.add(run(masked));
        });
    // No band, 8 places of one, 7 of two, 6 of three.
    assertEquals(drawn.toString(), 1 + 8 + 7 + 6, drawn.size());
  }

  @Test
  public void timeMaskZeroesNeighbouringFramesAlone() {
    Augmentation mask = new Augmentation(0, 0, 0, 2, 0, 0, 0, false, 0);
    Set<String> drawn = new TreeSet<>();
    eachSeed(
        mask,
        6,
        FACE,
        values -> {
          boolean[] masked = new boolean[6];
          float[] expected = distinct(6, FACE);
          for (int frame = 0; frame < 6; frame++) {
            masked[frame] = values[frame * 40] == 0;
            if (masked[frame]) {
              Arrays.fill(expected, frame * 40, (frame + 1) * 40, 0);
            }
          }
          assertArrayEquals(expected, values, 0);
          drawn.add(run(masked));
        });
    assertEquals(drawn.toString(), 1 + 6 + 5, drawn.size());
  }

  @Test
  public void masksLeaveAtLeastHalfOfAShortClip() {
    Augmentation masks = new Augmentation(0, 0, 100, 100, 0, 0, 0, false, 0);
    Extent shape = new Extent(1, 3, 1);
    int[] fewest = {9};
    eachSeed(
        masks,
        3,
        shape,
        values -> {
          int kept = 0;
          for (float value : values) {
            kept += value == 0 ? 0 : 1;
          }
          fewest[0] = Math.min(fewest[0], kept);
        });
    assertEquals("two of three bands in two of three frames", 4, fewest[0]);
    eachSeed(masks, 1, new Extent(2, 1, 1), v -> assertArrayEquals(new float[] {1, 2}, v, 0));
  }

  @Test
  public void bandShiftMovesAllBandsAndRepeatsTheEdge() {
    Augmentation shifts = new Augmentation(0, 0, 0, 0, 2, 0, 0, false, 0);
    Set<Integer> drawn = new TreeSet<>();
    eachSeed(
        shifts,
        5,
        SPEECH,
        values -> {
          // Band 3 of the first frame is far enough from both edges.
          int shift = 3 - ((int) values[3] - 1);
          drawn.add(shift);
          assertArrayEquals(moved(5, SPEECH, shift, 0, false), values, 0);
        });
    assertEquals(Set.of(-2, -1, 0, 1, 2), drawn);
  }

  @Test
  public void bandShiftsByHandComputedNumbers() {
    float[][] expected = {
      {1, 1, 2, 4, 4, 5}, {1, 2, 3, 4, 5, 6}, {2, 3, 3, 5, 6, 6},
    };
    Augmentation shifts = new Augmentation(0, 0, 0, 0, 1, 0, 0, false, 0);
    Set<Integer> found = new TreeSet<>();
    eachSeed(
        shifts,
        1,
        new Extent(2, 3, 1),
        values -> {
          int at = values[0] == 2 ? 2 : values[1] == 1 ? 0 : 1;
          found.add(at);
          assertArrayEquals(expected[at], values, 0);
        });
    assertEquals(Set.of(0, 1, 2), found);
  }

  @Test
  public void aShiftBeyondTheFrameEndsAtItsEdge() {
    Augmentation shifts = new Augmentation(0, 0, 0, 0, Integer.MAX_VALUE, 0, 0, false, 0);
    Set<Float> middles = new TreeSet<>();
    eachSeed(shifts, 1, new Extent(1, 3, 1), values -> middles.add(values[1]));
    assertEquals(Set.of(1f, 2f, 3f), middles);
  }

  @Test
  public void facesAreMirroredAboutEveryOtherTime() {
    Augmentation mirror = new Augmentation(0, 0, 0, 0, 0, 0, 0, true, 0);
    int[] mirrored = new int[1];
    eachSeed(
        mirror,
        3,
        FACE,
        values -> {
          boolean flipped = values[0] == 5;
          mirrored[0] += flipped ? 1 : 0;
          assertArrayEquals(moved(3, FACE, 0, 0, flipped), values, 0);
        });
    assertEquals(SEEDS / 2.0, mirrored[0], 40);
  }

  @Test
  public void pixelShiftMovesRowsAndColumnsIndependently() {
    Augmentation shifts = new Augmentation(0, 0, 0, 0, 0, 0, 0, false, 1);
    Set<String> drawn = new TreeSet<>();
    eachSeed(
        shifts,
        3,
        FACE,
        values -> {
          // Row 1, column 2 of the first plane: the value is 1 + row * 5 + column.
          int source = (int) values[1 * 5 + 2] - 1;
          int rows = 1 - source / 5;
          int columns = 2 - source % 5;
          drawn.add(rows + " " + columns);
          assertArrayEquals(moved(3, FACE, rows, columns, false), values, 0);
        });
    assertEquals(drawn.toString(), 9, drawn.size());
  }

  @Test
  public void gainAddsOneConstantToTheStaticChannelAlone() {
    Augmentation gains = new Augmentation(0, 0, 0, 0, 0, 0.5, 0, false, 0);
    double[] range = new double[2];
    eachSeed(
        gains,
        4,
        SPEECH,
        values -> {
          float[] expected = distinct(4, SPEECH);
          float constant = values[0] - 1;
          for (int i = 0; i < expected.length; i++) {
            expected[i] += i % 24 < 8 ? constant : 0;
          }
          assertArrayEquals(expected, values, 1e-4f);
          assertEquals(expected[8], values[8], 0);
          range[0] = Math.min(range[0], constant);
          range[1] = Math.max(range[1], constant);
        });
    assertTrue(Arrays.toString(range), range[0] >= -0.5 && range[0] < -0.48);
    assertTrue(Arrays.toString(range), range[1] <= 0.5 && range[1] > 0.48);
  }

  @Test
  public void noiseHasMean0AndADeviationUpToItsLimit() {
    Augmentation noise = new Augmentation(0, 0, 0, 0, 0, 0, 0.2, false, 0);
    double[] deviations = {1, 0};
    eachSeed(
        noise,
        50,
        SPEECH,
        values -> {
          float[] clean = distinct(50, SPEECH);
          double sum = 0;
          double squares = 0;
          for (int i = 0; i < values.length; i++) {
            double added = values[i] - clean[i];
            sum += added;
            squares += added * added;
          }
          double deviation = Math.sqrt(squares / values.length);
          // Five standard errors of the mean of 1200 values.
          assertEquals(0, sum / values.length, 5 * deviation / Math.sqrt(values.length));
          deviations[0] = Math.min(deviations[0], deviation);
          deviations[1] = Math.max(deviations[1], deviation);
        });
    assertTrue(Arrays.toString(deviations), deviations[0] < 0.01);
    assertTrue(Arrays.toString(deviations), deviations[1] > 0.19 && deviations[1] < 0.22);
  }

  @Test
  public void masksAreZeroBehindGainAndNoise() {
    Augmentation all = new Augmentation(0, 0, 3, 2, 2, 1, 0.5, false, 0);
    int[] zeros = new int[1];
    eachSeed(
        all,
        6,
        SPEECH,
        values -> {
          for (float value : values) {
            zeros[0] += value == 0 ? 1 : 0;
          }
        });
    assertTrue("some are masked", zeros[0] > SEEDS * 24);
  }

  @Test
  public void valuesBehindTheFramesStay() {
    float[] values = distinct(10, SPEECH);
    ALL.apply(values, 6, SPEECH, new SplittableRandom(3));
    float[] untouched = distinct(10, SPEECH);
    for (int i = 6 * 24; i < values.length; i++) {
      assertEquals(untouched[i], values[i], 0);
    }
  }

  @Test
  public void aClipWithoutFramesStaysEmpty() {
    ALL.apply(new float[0], 0, SPEECH, new SplittableRandom(3));
    assertEquals(new Crop(0, 0), ALL.crop(0, new SplittableRandom(3)));
  }

  @Test
  public void wrongNumbersAreNamed() {
    String zero = " must be a number of at least 0, but is ";
    rejected("crop-least" + zero + "-1", () -> new Augmentation(-1, 0, 0, 0, 0, 0, 0, false, 0));
    rejected(
        "crop-most must be 0 (the whole clip) or at least crop-least (5), but is 4",
        () -> new Augmentation(5, 4, 0, 0, 0, 0, 0, false, 0));
    rejected(
        "crop-most must be 0 (the whole clip) or at least crop-least (0), but is -1",
        () -> new Augmentation(0, -1, 0, 0, 0, 0, 0, false, 0));
    rejected("band-mask" + zero + "-1", () -> new Augmentation(0, 0, -1, 0, 0, 0, 0, false, 0));
    rejected("time-mask" + zero + "-2", () -> new Augmentation(0, 0, 0, -2, 0, 0, 0, false, 0));
    rejected("band-shift" + zero + "-1", () -> new Augmentation(0, 0, 0, 0, -1, 0, 0, false, 0));
    rejected("gain" + zero + "NaN", () -> new Augmentation(0, 0, 0, 0, 0, Double.NaN, 0, false, 0));
    rejected("noise" + zero + "-0.1", () -> new Augmentation(0, 0, 0, 0, 0, 0, -0.1, false, 0));
    rejected("noise" + zero + "1.0E39", () -> new Augmentation(0, 0, 0, 0, 0, 0, 1e39, false, 0));
    rejected("pixel-shift" + zero + "-1", () -> new Augmentation(0, 0, 0, 0, 0, 0, 0, false, -1));
    rejected(
        "a frame must have at least 1 channel, row and column, but has 3 x 0 x 1",
        () -> new Extent(3, 0, 1));
    rejected(
        "2 frames need 48 values",
        () -> ALL.apply(new float[47], 2, SPEECH, new SplittableRandom(1)));
  }

  private static void rejected(String message, Runnable call) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, call::run).getMessage());
  }

  /** Applies one setting under many seeds and hands each result to the checks. */
  private static void eachSeed(
      Augmentation augmentation, int frames, Extent shape, Consumer<float[]> check) {
    for (int seed = 0; seed < SEEDS; seed++) {
      check.accept(augmented(augmentation, frames, shape, seed));
    }
  }

  private static float[] augmented(Augmentation augmentation, int frames, Extent shape, long seed) {
    float[] values = distinct(frames, shape);
    augmentation.apply(values, frames, shape, new SplittableRandom(seed));
    return values;
  }

  /** Returns 1, 2, 3 and so on. */
  private static float[] distinct(int frames, Extent shape) {
    float[] values = new float[frames * shape.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = i + 1;
    }
    return values;
  }

  /** Returns distinct values moved cell by cell, edges repeated, then mirrored. */
  private static float[] moved(int frames, Extent shape, int rows, int columns, boolean mirrored) {
    int height = shape.rows();
    int width = shape.columns();
    float[] values = new float[frames * shape.size()];
    for (int i = 0; i < values.length; i++) {
      int column = mirrored ? width - 1 - i % width : i % width;
      int row = i / width % height;
      int plane = i / (width * height);
      int fromRow = Math.max(0, Math.min(height - 1, row - rows));
      int fromColumn = Math.max(0, Math.min(width - 1, column - columns));
      values[i] = 1 + (plane * height + fromRow) * width + fromColumn;
    }
    return values;
  }

  /** Returns the first of the marked places and their number, which must be neighbours. */
  private static String run(boolean[] marked) {
    int[] places = IntStream.range(0, marked.length).filter(i -> marked[i]).toArray();
    if (places.length == 0) {
      return "none";
    }
    assertEquals("neighbours", places[0] + places.length - 1, places[places.length - 1]);
    return places[0] + "+" + places.length;
  }
}
