package weka.filters.unsupervised.attribute;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.SharedData;
import emotiontransfer.weka.table.FeatureSignature;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;
import weka.filters.Filter;

public class BagFunctionalsTest {

  private static final int FRAMES = 4;

  /**
   * Two bands and seven frames of a clip; cut at step 3 they give segments of frames 0-3 and 3-6.
   */
  private static final double[][] CLIP = {{1, 2, 3, 4, 5, 6, 7}, {0, 10, 0, 10, 0, 10, 40}};

  @Test
  public void frameThatTwoSegmentsShareIsCountedOnce() throws Exception {
    Instance result = filter(table(segments(CLIP, 3)), "-channels", "static").get(0);
    assertEquals(4.0, value(result, "static_f00_mean"), 1e-12);
    assertEquals(Math.sqrt(28.0 / 6), value(result, "static_f00_sd"), 1e-12);
    assertEquals(70.0 / 7, value(result, "static_f01_mean"), 1e-12);
  }

  /** Band 0 lacks frame 3, which both segments have; frame 3 of band 1 counts once all the same. */
  @Test
  public void sharedFrameWithAMissingValueIsCountedOnce() throws Exception {
    double[][] clip = {CLIP[0].clone(), CLIP[1]};
    clip[0][3] = Utils.missingValue();
    Instance result = filter(table(segments(clip, 3)), "-channels", "static").get(0);
    assertEquals((1 + 2 + 3 + 5 + 6 + 7) / 6.0, value(result, "static_f00_mean"), 1e-12);
    assertEquals(70.0 / 7, value(result, "static_f01_mean"), 1e-12);
  }

  @Test
  public void stepIsFoundForEveryOverlap() throws Exception {
    for (int step : new int[] {1, 2, 3}) {
      Instance result = filter(table(segments(CLIP, step)), "-channels", "static").get(0);
      int covered = (7 - FRAMES) / step * step + FRAMES;
      assertEquals((1 + covered) / 2.0, value(result, "static_f00_mean"), 1e-12);
    }
  }

  @Test
  public void segmentsWithoutOverlapAreCountedWhole() throws Exception {
    double[][] clip = {{1, 2, 3, 4, 5, 6, 7, 12}, {0, 0, 0, 0, 1, 1, 1, 1}};
    Instance result = filter(table(segments(clip, 4)), "-channels", "static").get(0);
    assertEquals(5.0, value(result, "static_f00_mean"), 1e-12);
    assertEquals(0.5, value(result, "static_f01_mean"), 1e-12);
  }

  @Test
  public void segmentsInAnotherOrderAreCountedWhole() throws Exception {
    Instances segments = segments(CLIP, 3);
    segments.swap(0, 1);
    Instance result = filter(table(segments), "-channels", "static").get(0);
    assertEquals((1 + 2 + 3 + 4 + 4 + 5 + 6 + 7) / 8.0, value(result, "static_f00_mean"), 1e-12);
  }

  /** NumPy: numpy.percentile([1..7], [5, 25, 50, 75, 95]) = 1.3, 2.5, 4, 5.5, 6.7. */
  @Test
  public void percentilesAreInterpolatedLikeNumPys() throws Exception {
    Instance result = filter(table(segments(CLIP, 3)), "-channels", "static").get(0);
    double[] expected = {1.3, 2.5, 4, 5.5, 6.7};
    String[] names = {"p05", "p25", "p50", "p75", "p95"};
    for (int i = 0; i < names.length; i++) {
      assertEquals(names[i], expected[i], value(result, "static_f00_" + names[i]), 1e-12);
    }
  }

  @Test
  public void percentilesZeroAndHundredAreTheExtremes() throws Exception {
    Instance result =
        filter(table(segments(CLIP, 3)), "-channels", "static", "-percentiles", "0,97.5,100")
            .get(0);
    assertEquals(0, value(result, "static_f01_p00"), 0);
    assertEquals(40, value(result, "static_f01_p100"), 0);
    assertEquals(6.85, value(result, "static_f00_p97.5"), 1e-12);
  }

  @Test
  public void defaultIsStaticAndDelta() throws Exception {
    Instances result = filter(table(segments(CLIP, 3)));
    assertEquals(1 + 1 + 2 * 2 * 7 + 1, result.numAttributes());
    assertEquals("static_f00_mean", result.attribute(2).name());
    assertEquals("delta_f01_p95", result.attribute(29).name());
    assertEquals(-4.0, value(result.get(0), "delta_f00_mean"), 1e-12);
  }

  @Test
  public void allChannelsCanBeTaken() throws Exception {
    Instances result = filter(table(segments(CLIP, 3)), "-channels", "all", "-percentiles", "none");
    assertEquals(1 + 1 + 3 * 2 * 2 + 1, result.numAttributes());
  }

  @Test
  public void bagOfOtherNamesIsSummarisedPerAttribute() throws Exception {
    ArrayList<Attribute> inner =
        new ArrayList<>(
            List.of(new Attribute("x"), new Attribute("kind", List.of("a")), new Attribute("y")));
    Instances rows = new Instances("bag", inner, 0);
    rows.add(new DenseInstance(1, new double[] {1, 0, 5}));
    rows.add(new DenseInstance(1, new double[] {3, 0, Utils.missingValue()}));
    Instance result = filter(table(rows), "-percentiles", "50").get(0);
    assertEquals(1 + 1 + 6 + 1, result.numAttributes());
    assertArrayEquals(
        new double[] {2, Math.sqrt(2), 2, 5, 0, 5},
        java.util.Arrays.copyOfRange(result.toDoubleArray(), 2, 8),
        1e-12);
  }

  @Test
  public void missingAndEmptyBagsGiveMissingValues() throws Exception {
    Instances table = table(segments(CLIP, 3));
    table.add(new DenseInstance(1, new double[] {0, 1, Utils.missingValue(), 1}));
    Instances none = new Instances(table.attribute(2).relation(), 0);
    table.add(new DenseInstance(1, new double[] {0, 1, table.attribute(2).addRelation(none), 0}));
    Instances result = filter(table);
    for (int row = 1; row <= 2; row++) {
      for (int i = 2; i < result.numAttributes() - 1; i++) {
        assertTrue(result.get(row).isMissing(i));
      }
    }
  }

  /**
   * Expected: Python's statistics on the first 166 rows (four segments of 64 frames at step 34) of
   * reference/mel_03a01Wa_static.csv and mel_03a01Wa_delta.csv.
   */
  @Test
  public void functionalsOfARecordingAgreeWithTheReferenceSpectrogram() throws Exception {
    Path clip = SharedData.require("data/emodb-original/03a01Wa.wav");
    Instances clips = table(segments(CLIP, 3));
    clips.deleteAttributeAt(2);
    clips.get(0).setValue(0, clips.attribute(0).addStringValue(clip.toString()));
    MelDeltaSpectrogram mel = new MelDeltaSpectrogram();
    mel.setInputFormat(clips);
    Instance result = filter(Filter.useFilter(clips, mel)).get(0);
    double[] band10 = {-1.824078, 4.116028, -9.772431, -0.564352, 3.287182};
    double[] deltaBand40 = {-0.0019605, 1.294292, -1.957021, -0.042832, 2.155219};
    String[] names = {"mean", "sd", "p05", "p50", "p95"};
    for (int i = 0; i < names.length; i++) {
      assertEquals(names[i], band10[i], value(result, "static_f10_" + names[i]), 5e-4);
      assertEquals(names[i], deltaBand40[i], value(result, "delta_f40_" + names[i]), 5e-4);
    }
    assertEquals(1 + 1 + 2 * 64 * 7 + 1, result.numAttributes());
  }

  @Test
  public void otherAttributesAndClassStay() throws Exception {
    Instances result = filter(table(segments(CLIP, 3)));
    assertEquals("a.wav", result.get(0).stringValue(result.attribute("file")));
    assertEquals("s2", result.get(0).stringValue(result.attribute("subject")));
    assertEquals(result.numAttributes() - 1, result.classIndex());
    assertEquals("anger", result.get(0).stringValue(result.classIndex()));
  }

  @Test
  public void classInFrontStaysInFront() throws Exception {
    Instances table = table(segments(CLIP, 3));
    table.setClassIndex(1);
    Instances result = filter(table);
    assertEquals("subject", result.classAttribute().name());
  }

  @Test
  public void signatureTellsHowTheFeaturesWereMade() throws Exception {
    Instances table = table(segments(CLIP, 3));
    table.setRelationName(FeatureSignature.tag("emodb", "MelDeltaSpectrogram -bands 64"));
    Instances result = filter(table, "-percentiles", "50");
    assertEquals(
        "MelDeltaSpectrogram -bands 64 | BagFunctionals -channels static,delta -percentiles 50",
        FeatureSignature.of(result.relationName()));
    assertEquals("emodb", FeatureSignature.corpusOf(result.relationName()));
  }

  @Test
  public void unknownChannelIsRejectedWithTheNamesOfAll() {
    IllegalArgumentException rejection =
        assertThrows(
            IllegalArgumentException.class,
            () -> filter(table(segments(CLIP, 3)), "-channels", "red"));
    assertEquals(
        "The bags have no channel 'red'; they have static, delta, deltadelta (option -channels).",
        rejection.getMessage());
  }

  @Test
  public void badPercentilesAreRejectedByName() {
    BagFunctionals filter = new BagFunctionals();
    for (String bad : new String[] {"5,abc", "5,,9", "101", "-1", "NaN"}) {
      IllegalArgumentException rejection =
          assertThrows(bad, IllegalArgumentException.class, () -> filter.setPercentiles(bad));
      assertTrue(rejection.getMessage(), rejection.getMessage().contains("from 0 to 100"));
    }
    assertEquals("5,25,50,75,95", filter.getPercentiles());
  }

  @Test
  public void tableWithoutBagIsRejected() throws Exception {
    Instances table = table(segments(CLIP, 3));
    table.deleteAttributeAt(2);
    IllegalArgumentException rejection =
        assertThrows(IllegalArgumentException.class, () -> filter(table));
    assertEquals(
        "Table 'clips' has no bag (relational attribute) to summarise.", rejection.getMessage());
  }

  /** Two pictures of 4 rows and 4 columns; the blue of a pixel is its red and 100. */
  private static Instances pictures() {
    ArrayList<Attribute> inner = new ArrayList<>();
    for (String name : FeatureSignature.names(new String[] {"red", "blue"}, "_y", 4, "_x", 4)) {
      inner.add(new Attribute(name));
    }
    Instances bag = new Instances("bag", inner, 2);
    for (int picture = 0; picture < 2; picture++) {
      double[] values = new double[32];
      for (int i = 0; i < 16; i++) {
        values[i] = i + 10 * picture;
        values[16 + i] = values[i] + 100;
      }
      bag.add(new DenseInstance(1, values));
    }
    return table(bag);
  }

  @Test
  public void picturesAreSummarisedByTheCellsOfAGridInEachColour() throws Exception {
    Instances table = pictures();
    table.get(0).relationalValue(2).get(0).setMissing(2);
    Instance result = filter(table, "-cells", "2", "-percentiles", "none").get(0);
    assertEquals("red_row0_column0_mean", result.dataset().attribute(2).name());
    // Pixels 0, 1, 4, 5 of the first picture have the mean 2.5, those of the second 12.5.
    assertEquals(7.5, value(result, "red_row0_column0_mean"), 1e-9);
    assertEquals(Math.sqrt(50), value(result, "red_row0_column0_sd"), 1e-9);
    // Pixels 2, 3, 6, 7: one is missing in the first picture.
    assertEquals((16 / 3.0 + 14.5) / 2, value(result, "red_row0_column1_mean"), 1e-9);
    assertEquals(117.5, value(result, "blue_row1_column1_mean"), 1e-9);
    assertEquals(2 + 2 * 4 * 2 + 1, result.numAttributes());
  }

  @Test
  public void pixelsStandAloneWhereNoGridIsWantedOrItIsAsFine() throws Exception {
    Instances all = filter(pictures(), "-cells", "0", "-percentiles", "none");
    assertEquals("red_y00_x01_mean", all.attribute(4).name());
    assertEquals(6, value(all.get(0), "red_y00_x01_mean"), 1e-9);
    Instances fine = filter(pictures(), "-percentiles", "none");
    assertEquals(all.numAttributes(), fine.numAttributes());
    assertArrayEquals(
        java.util.Arrays.copyOfRange(all.get(0).toDoubleArray(), 2, 66),
        java.util.Arrays.copyOfRange(fine.get(0).toDoubleArray(), 2, 66),
        1e-9);
    String grid = FeatureSignature.of(fine.relationName());
    assertTrue(
        grid, grid.endsWith("BagFunctionals -channels static,delta -percentiles none -cells 8"));
    String none = FeatureSignature.of(all.relationName());
    assertTrue(none, none.endsWith("-percentiles none"));
  }

  private static Instances filter(Instances table, String... options) throws Exception {
    BagFunctionals filter = new BagFunctionals();
    filter.setOptions(options);
    filter.setInputFormat(table);
    return Filter.useFilter(table, filter);
  }

  private static double value(Instance instance, String name) {
    return instance.value(instance.dataset().attribute(name));
  }

  /** Cuts a clip into segments; delta is the negative, delta-delta the double of the clip. */
  private static Instances segments(double[][] clip, int step) {
    double[] factors = {1, -1, 2};
    ArrayList<Attribute> inner = new ArrayList<>();
    for (String channel : List.of("static", "delta", "deltadelta")) {
      for (int f = 0; f < clip.length; f++) {
        for (int t = 0; t < FRAMES; t++) {
          inner.add(new Attribute("%s_f%02d_t%02d".formatted(channel, f, t)));
        }
      }
    }
    Instances bag = new Instances("bag", inner, 0);
    for (int start = 0; start + FRAMES <= clip[0].length; start += step) {
      double[] values = new double[inner.size()];
      int i = 0;
      for (double factor : factors) {
        for (double[] band : clip) {
          for (int t = 0; t < FRAMES; t++) {
            values[i++] = factor * band[start + t];
          }
        }
      }
      bag.add(new DenseInstance(1, values));
    }
    return bag;
  }

  private static Instances table(Instances bag) {
    ArrayList<Attribute> attributes =
        new ArrayList<>(
            List.of(
                new Attribute("file", (List<String>) null),
                new Attribute("subject", List.of("s1", "s2")),
                new Attribute("bag", new Instances(bag, 0)),
                new Attribute("emotion", List.of("anger", "fear"))));
    Instances table = new Instances("clips", attributes, 0);
    table.setClassIndex(3);
    double[] values = {
      table.attribute(0).addStringValue("a.wav"), 1, table.attribute(2).addRelation(bag), 0
    };
    table.add(new DenseInstance(1, values));
    return table;
  }
}
