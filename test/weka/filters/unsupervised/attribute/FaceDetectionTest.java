package weka.filters.unsupervised.attribute;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.media.DrawnFaces;
import emotiontransfer.weka.predict.PredictionModel;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.core.WekaException;
import weka.filters.Filter;
import weka.filters.MultiFilter;
import weka.gui.Logger;

/** FaceCrop's option {@code -detect}, on drawn faces. */
public class FaceDetectionTest {

  private static final String WHOLE = "FaceCrop -size 8 -margin 0.0 -detect none";
  private static final String SEARCHED = "FaceCrop -size 8 -margin 0.0 -detect auto";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  /** Writes pictures of 48 x 48 pixels that a face fills, as CK+48 and FER2013 have them. */
  private Instances cropped(int pictures) throws IOException {
    Instances table = ClipTables.empty();
    for (int i = 0; i < pictures; i++) {
      BufferedImage whole = DrawnFaces.face(160, 120, 70, 60, 60 + i % 3);
      BufferedImage grey = new BufferedImage(48, 48, BufferedImage.TYPE_BYTE_GRAY);
      Graphics2D graphics = grey.createGraphics();
      graphics.drawImage(whole, 0, 0, 48, 48, 48, 36, 92, 80, null);
      graphics.dispose();
      ClipTables.add(table, write(grey, "crop" + i + ".png"), i);
    }
    return table;
  }

  private Instances portraits(int pictures) throws IOException {
    Instances table = ClipTables.empty();
    for (int i = 0; i < pictures; i++) {
      ClipTables.add(table, write(DrawnFaces.face(160, 120, 70 + i, 60, 60), i + ".png"), i);
    }
    return table;
  }

  private String write(BufferedImage picture, String name) throws IOException {
    return DrawnFaces.write(picture, folder.getRoot().toPath().resolve(name)).toString();
  }

  private static FaceCrop filter(String options) throws Exception {
    FaceCrop filter = new FaceCrop();
    filter.setOptions(Utils.splitOptions("-size 8 " + options));
    return filter;
  }

  private static Instances use(Filter filter, Instances clips) throws Exception {
    filter.setInputFormat(clips);
    return Filter.useFilter(clips, filter);
  }

  private static String signature(Instances bags) {
    return bags.relationName().replaceFirst(".*-features\\((.*)\\)", "$1");
  }

  private static double[] crop(Instance row) {
    return ClipTables.bag(row).get(0).toDoubleArray();
  }

  @Test
  public void picturesThatAreFacesAlreadyAreTakenWhole() throws Exception {
    Instances clips = cropped(12);
    FaceCrop auto = filter("");
    List<String> log = logOf(auto);
    Instances bags = use(auto, clips);
    assertEquals(WHOLE, signature(bags));
    assertEquals(
        "Pictures are taken whole, as faces already (-detect none): the cascade found a face with"
            + " surroundings only in 0 of 12 pictures that were looked at. If they are no faces,"
            + " give -detect cascade.",
        log.get(0));
    Instances none = use(filter("-detect none"), clips);
    assertEquals(WHOLE, signature(none));
    for (int i = 0; i < 12; i++) {
      assertArrayEquals(crop(none.get(i)), crop(bags.get(i)), 0);
    }
    WekaException cascade =
        assertThrows(WekaException.class, () -> use(filter("-detect cascade"), clips));
    assertTrue(cascade.getMessage(), cascade.getMessage().contains("already (-detect none)"));
  }

  @Test
  public void wholePicturesAreMeansOfAreasAndTheMarginCutsThem() throws Exception {
    BufferedImage halves = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
    for (int i = 0; i < 16 * 16; i++) {
      halves.getRaster().setSample(i % 16, i / 16, 0, i % 16 < 4 || i % 16 >= 12 ? 40 : 200);
    }
    Instances clips = ClipTables.empty();
    ClipTables.add(clips, write(halves, "halves.png"), 0);
    double[] whole = crop(use(filter("-detect none"), clips).get(0));
    assertArrayEquals(
        new double[] {40, 40, 200, 200, 200, 200, 40, 40}, java.util.Arrays.copyOf(whole, 8), 1);
    double[] inner = crop(use(filter("-detect none -margin -0.25"), clips).get(0));
    assertEquals(200, java.util.Arrays.stream(inner).min().orElseThrow(), 1);
    String most = "-detect none -cache-mb 0 -max-bytes 100";
    String tooLarge =
        assertThrows(WekaException.class, () -> use(filter(most), clips)).getMessage();
    assertTrue(tooLarge, tooLarge.contains("(-max-bytes)"));
  }

  @Test
  public void theDecisionIsThatOfTheFirstBatchAndStaysWithTheFilter() throws Exception {
    FaceCrop filter = filter("");
    use(filter, cropped(12));
    FaceCrop saved = (FaceCrop) new SerializedObject(filter).getObject();
    Instances portraits = portraits(1);
    double[] whole = crop(use(filter("-detect none"), portraits).get(0));
    for (FaceCrop same : List.of(filter, saved)) {
      Instances later = Filter.useFilter(portraits, same);
      assertArrayEquals(whole, crop(later.get(0)), 0);
      assertEquals(WHOLE, signature(later));
      assertEquals(WHOLE, same.signature());
    }
    assertEquals("begun anew", SEARCHED, signature(use(filter, portraits(12))));
  }

  @Test
  public void labelsTakeNoPartInTheDecision() throws Exception {
    Instances clips = cropped(12);
    clips.forEach(clip -> clip.setClassMissing());
    assertEquals(WHOLE, signature(use(filter(""), clips)));
  }

  @Test
  public void whereFacesHaveSurroundingsAutoGivesTheBitsOfTheCascade() throws Exception {
    Instances clips = portraits(12);
    Instances auto = use(filter(""), clips);
    Instances cascade = use(filter("-detect cascade"), clips);
    assertEquals(SEARCHED, signature(auto));
    assertEquals("FaceCrop -size 8 -margin 0.0", signature(cascade));
    for (int i = 0; i < 12; i++) {
      assertArrayEquals(crop(cascade.get(i)), crop(auto.get(i)), 0);
    }
  }

  @Test
  public void fewPicturesAndThoseFarFromSquareAreSearched() throws Exception {
    FaceCrop few = filter("-on-error skip");
    List<String> log = logOf(few);
    Instances clips = cropped(9);
    ClipTables.add(clips, null, 0);
    assertThrows(WekaException.class, () -> use(few, clips));
    assertTrue(
        log.get(0),
        log.get(0).endsWith("in 0 of 9 pictures that were looked at, too few to judge by."));
    Instances wide = cropped(30);
    ClipTables.add(wide, write(DrawnFaces.wall(90, 50, 1), "wide.png"), 0);
    FaceCrop filter = filter("-on-error skip");
    List<String> reasons = logOf(filter);
    assertThrows(WekaException.class, () -> use(filter, wide));
    assertEquals(
        "Faces are searched (-detect auto): 'wide.png' is far from square (90 x 50).",
        reasons.get(0));
  }

  /** No face has 900 neighbours: the first search finds nothing. */
  @Test
  public void clipsWithoutAFaceAreSearchedAgainWithFewerNeighbours() throws Exception {
    Instances clips = portraits(1);
    String many = "-neighbours 900 ";
    String message =
        assertThrows(WekaException.class, () -> use(filter(many + "-detect cascade"), clips))
            .getMessage();
    assertTrue(message, message.contains("(-neighbours 3), finer steps (-scale 1.05)"));
    FaceCrop filter = filter(many);
    List<String> log = logOf(filter);
    double[] again = crop(use(filter, clips).get(0));
    assertTrue(log.toString(), log.get(1).endsWith("searched again (-neighbours 3)."));
    assertArrayEquals(crop(use(filter("-neighbours 3"), clips).get(0)), again, 0);
  }

  @Test
  public void aMultiFilterNamesWhatWasDecidedInsideIt() throws Exception {
    MultiFilter both = new MultiFilter();
    both.setFilters(new Filter[] {filter(""), new BagFunctionals()});
    String name = use(both, cropped(12)).relationName();
    assertTrue(name, name.contains("(" + WHOLE + " | BagFunctionals"));
  }

  @Test
  public void aModelReadsFurtherPicturesAsItsFilterDecided() throws Exception {
    Instances bags = use(filter(""), cropped(12));
    PredictionModel model = new PredictionModel(save(bags), "");
    Path picture = Path.of(portraits(1).get(0).stringValue(0));
    double[] whole = crop(use(filter("-detect none"), portraits(1)).get(0));
    assertArrayEquals(whole, crop(model.read(picture, "me")), 0);
    assertEquals(
        2, model.decide(List.of(model.read(picture, "me")), false).get(0).distribution().length);

    PredictionModel searching = new PredictionModel(save(bags), "-detect cascade");
    double[] face = crop(use(filter("-detect cascade"), portraits(1)).get(0));
    assertArrayEquals(face, crop(searching.read(picture, "me")), 0);
  }

  /** Models name no detection that were made before there was a choice. */
  @Test
  public void modelsOfTheCascadeSearchOnceAndTakeWhatIsCroppedOtherwise() throws Exception {
    Instances bags = use(filter("-neighbours 3 -detect cascade"), portraits(12));
    File file = save(bags);
    PredictionModel model = new PredictionModel(file, "-neighbours 900");
    Path picture = Path.of(portraits(1).get(0).stringValue(0));
    assertThrows(IOException.class, () -> model.read(picture, "me"));
    PathNetClassifier trained = (PathNetClassifier) SerializationHelper.read(file.getPath());
    Instances whole = use(filter(""), cropped(12));
    assertEquals(1, Utils.sum(trained.distributionForInstance(whole.get(0))), 1e-9);
  }

  private File save(Instances bags) throws Exception {
    PathNetClassifier network = new PathNetClassifier();
    network.setOptions(Utils.splitOptions("-M 2 -H 2 -N 1 -P 2 -G 1 -num-slots 1"));
    network.buildClassifier(bags);
    File file = new File(folder.getRoot(), "faces.model");
    SerializationHelper.write(file.getPath(), network);
    return file;
  }

  private static List<String> logOf(FaceCrop filter) {
    List<String> messages = new ArrayList<>();
    filter.setLog(
        new Logger() {
          @Override
          public synchronized void logMessage(String message) {
            messages.add(message);
          }

          @Override
          public void statusMessage(String message) {
            // The status line shows progress alone.
          }
        });
    return messages;
  }
}
