package weka.filters.unsupervised.attribute;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import emotiontransfer.face.FaceDetection;
import emotiontransfer.speech.LevelNormalization;
import emotiontransfer.speech.ShortClip;
import emotiontransfer.weka.table.FeatureSignature;
import java.io.InvalidObjectException;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;

/** Saved classifiers of release 0.1.0, whose filters had other superclasses and fields. */
public class FormerFiltersTest {

  private static FilteredClassifier read(String name) throws Exception {
    return (FilteredClassifier)
        SerializationHelper.read("test/resources/former/filters/" + name + ".model");
  }

  @Test
  public void filtersOfMediaAreRejectedInOneSentenceThatSaysWhatToDo() {
    assertRejected("speech", "MelDeltaSpectrogram");
    assertRejected("faces", "FaceCrop");
  }

  private static void assertRejected(String model, String filter) {
    InvalidObjectException rejection =
        assertThrows(InvalidObjectException.class, () -> read(model));
    assertEquals(
        "This "
            + filter
            + " was saved by an earlier release of emotionTransfer; build the model again.",
        rejection.getMessage());
  }

  /** Saved with {@code -bands 40 -short loop} before there was an option {@code -level}. */
  @Test
  public void filtersWithoutALevelAreReadAsThePapers() throws Exception {
    MelDeltaSpectrogram filter =
        (MelDeltaSpectrogram)
            SerializationHelper.read("test/resources/former/filters/without-level.filter");
    assertEquals(LevelNormalization.NONE, filter.getLevel());
    MelDeltaSpectrogram same = new MelDeltaSpectrogram();
    same.setBands(40);
    same.setShortClips(ShortClip.LOOP);
    assertArrayEquals(same.getOptions(), filter.getOptions());
    assertEquals(same.signature(), filter.signature());
  }

  /** Saved with {@code -size 8 -neighbours 5} before there was an option {@code -detect}. */
  @Test
  public void filtersWithoutAChoiceOfDetectionSearchWithTheCascade() throws Exception {
    FaceCrop filter =
        (FaceCrop) SerializationHelper.read("test/resources/former/filters/without-detect.filter");
    assertEquals(FaceDetection.CASCADE, filter.getDetect());
    assertEquals("FaceCrop -size 8 -margin 0.0", filter.signature());
    assertEquals(5, filter.getNeighbours());
    assertEquals(
        "FaceCrop -size 8 -margin 0.0 -detect cascade", filter.optionsOf(filter.signature()));
  }

  /** Saved with {@code -channels static -percentiles 50}, for segments of two bands and frames. */
  @Test
  public void functionalsAreStillReadAndComputed() throws Exception {
    BagFunctionals filter = (BagFunctionals) read("functionals").getFilter();
    assertEquals("static", filter.getChannels());
    filter.input(row());
    Instance result = filter.output();
    assertEquals("static_f01_p50", result.dataset().attribute(7).name());
    double sd = Math.sqrt(2);
    assertArrayEquals(
        new double[] {2, sd, 2, 11, sd, 11},
        java.util.Arrays.copyOfRange(result.toDoubleArray(), 2, 8),
        1e-12);
  }

  /** Saved with {@code -percentiles 50}, for pictures of 2 x 2, before there was a grid. */
  @Test
  public void functionalsWithoutAGridAreStillThoseOfEachPixel() throws Exception {
    BagFunctionals filter =
        (BagFunctionals)
            SerializationHelper.read("test/resources/former/filters/without-grid.filter");
    assertEquals(0, filter.getCells());
    Instances table = filter.getCopyOfInputFormat();
    Instances bag = new Instances(table.attribute(1).relation(), 1);
    bag.add(new DenseInstance(1, new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12}));
    double[] row = {
      table.attribute(0).addStringValue("c0.png"), table.attribute(1).addRelation(bag), 1
    };
    table.add(new DenseInstance(1, row));
    filter.input(table.get(0));
    Instance result = filter.output();
    assertEquals(1 + 12 * 3 + 1, result.numAttributes());
    assertEquals("red_y00_x01_mean", result.dataset().attribute(4).name());
    assertEquals(2, result.value(4), 0);
    assertEquals(
        "BagFunctionals -channels static,delta -percentiles 50",
        FeatureSignature.of(result.dataset().relationName()));
  }

  private static Instance row() {
    ArrayList<Attribute> values = new ArrayList<>();
    for (String channel : List.of("static", "delta", "deltadelta")) {
      for (String name : List.of("_f00_t00", "_f00_t01", "_f01_t00", "_f01_t01")) {
        values.add(new Attribute(channel + name));
      }
    }
    ArrayList<Attribute> columns = new ArrayList<>();
    columns.add(new Attribute("file", (List<String>) null));
    columns.add(new Attribute("subject", List.of("s1", "s2")));
    columns.add(new Attribute("bag", new Instances("bag", values, 0)));
    columns.add(new Attribute("emotion", List.of("anger", "sadness")));
    Instances table = new Instances("clips", columns, 1);
    table.setClassIndex(3);
    Instances bag = new Instances(table.attribute(2).relation(), 1);
    bag.add(new DenseInstance(1, new double[] {1, 3, 10, 12, 0, 0, 0, 0, 0, 0, 0, 0}));
    double[] row = {
      table.attribute(0).addStringValue("c0.wav"), 0, table.attribute(2).addRelation(bag), 1
    };
    table.add(new DenseInstance(1, row));
    return table.get(0);
  }
}
