package weka.filters.unsupervised.attribute;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.SharedData;
import emotiontransfer.media.DrawnFaces;
import emotiontransfer.media.TestVideos;
import emotiontransfer.weka.filter.BagCache;
import emotiontransfer.weka.table.SegmentInstance;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.Evaluation;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;
import weka.filters.Filter;
import weka.gui.Logger;

public class FaceCropClipsTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path root;

  @Before
  public void findFolder() {
    root = folder.getRoot().toPath();
  }

  private static Instances use(Filter filter, Instances clips) throws Exception {
    filter.setInputFormat(clips);
    return Filter.useFilter(clips, filter);
  }

  private static FaceCrop crop(String... options) throws Exception {
    FaceCrop filter = new FaceCrop();
    filter.setOptions(options);
    return filter;
  }

  private static Instances clip(Path file) {
    Instances table = ClipTables.empty();
    ClipTables.add(table, file.toString(), 0);
    return table;
  }

  private static Instances onlyBag(Filter filter, Path file) throws Exception {
    return ClipTables.bag(use(filter, clip(file)).get(0));
  }

  private static List<BufferedImage> empty(int frames) {
    return Collections.nCopies(frames, DrawnFaces.wall(160, 120, 2));
  }

  @Test
  public void bagHasACropOfEachFrameWithRedGreenAndBluePlanes() throws Exception {
    Instances bags = use(new FaceCrop(), FaceClips.videos(root, 2, 7));
    assertEquals("tones-features(FaceCrop -size 64 -margin 0.0 -detect auto)", bags.relationName());
    Instances bag = ClipTables.bag(bags.get(1));
    assertEquals(7, bag.numInstances());
    assertEquals(12288, bag.numAttributes());
    assertEquals("red_y00_x00", bag.attribute(0).name());
    assertEquals("red_y01_x00", bag.attribute(64).name());
    assertEquals("green_y00_x00", bag.attribute(4096).name());
    assertEquals("blue_y63_x63", bag.attribute(12287).name());
    Instance crop = bag.get(3);
    assertTrue(crop instanceof SegmentInstance);
    int cheek = 40 * 64 + 16;
    assertTrue("skin is more red", crop.value(cheek) > crop.value(4096 + cheek) + 20);
    assertTrue("than green and blue", crop.value(4096 + cheek) > crop.value(8192 + cheek));
  }

  @Test
  public void cropFollowsTheFace() throws Exception {
    FaceClips.videos(root, 1, 20);
    Instances video = onlyBag(new FaceCrop(), root.resolve("c0.avi"));
    Path last = DrawnFaces.write(FaceClips.frames(0, 20).get(19), root.resolve("last.png"));
    Instance alone = onlyBag(new FaceCrop(), last).get(0);
    double followed = difference(alone, video.get(19));
    assertTrue("nearly as in the frame alone: " + followed, followed < 25);
  }

  @Test
  public void framesBeforeTheFirstFaceAreCroppedWhereItIsFoundLaterOrDropped() throws Exception {
    List<BufferedImage> frames = new ArrayList<>(empty(5));
    frames.addAll(FaceClips.frames(0, 4));
    Path file = TestVideos.write(root.resolve("late.avi"), 25, frames);
    RecordingLog log = new RecordingLog();
    FaceCrop filter = new FaceCrop();
    filter.setLog(log);
    Instances bag = onlyBag(filter, file);
    assertEquals(9, bag.numInstances());
    assertEquals(
        List.of(
            "Faces are searched (-detect auto): 'late.avi' has several frames.",
            "Clip '"
                + file
                + "': frames: 9 read, 4 detected, 5 fallen back (5 without a face, 0 with"
                + " several).",
            "The clip has exactly one face in fewer than half of the pictures; the others are"
                + " cropped at its place in these: '"
                + file
                + "' (4 of 9)."),
        log.messages);
    assertTrue("wall", Math.abs(bag.get(0).value(40 * 64 + 16) - 120) < 15);
    Instances rest = onlyBag(crop("-before-first", "drop"), file);
    assertEquals(4, rest.numInstances());
    assertArrayEquals(bag.get(5).toDoubleArray(), rest.get(0).toDoubleArray(), 0);
  }

  @Test
  public void clipWithoutAFaceIsAnErrorOrAMissingBag() throws Exception {
    Instances clips = clip(TestVideos.write(root.resolve("empty.avi"), 25, empty(3)));
    WekaException e = assertThrows(WekaException.class, () -> use(new FaceCrop(), clips));
    assertTrue(
        e.getMessage(), e.getMessage().contains("empty.avi' has no face in any of its 3 frames;"));
    WekaException all =
        assertThrows(WekaException.class, () -> use(crop("-on-error", "skip"), clips));
    assertTrue(
        all.getMessage(), all.getMessage().startsWith("No clip could be read, of 1 in all,"));
    assertTrue(all.getMessage(), all.getMessage().contains("empty.avi' has no face in any"));
    Path found = TestVideos.write(root.resolve("found.avi"), 25, FaceClips.frames(0, 3));
    ClipTables.add(clips, found.toString(), 0);
    Instances bags = use(crop("-on-error", "skip"), clips);
    assertTrue(bags.get(0).isMissing(2));
    assertFalse(bags.get(1).isMissing(2));
  }

  @Test
  public void imageWithTwoFacesSaysThatItHasSeveral() throws Exception {
    BufferedImage two = DrawnFaces.face(320, 120, 80, 60, 60);
    DrawnFaces.draw(two, 240, 60, 60);
    Instances clips = clip(DrawnFaces.write(two, root.resolve("two.png")));
    WekaException e = assertThrows(WekaException.class, () -> use(new FaceCrop(), clips));
    assertTrue(
        e.getMessage(),
        e.getMessage()
            .contains("no frame with exactly one face (0 without a face, 1 with several)"));
  }

  @Test
  public void secondFaceHoldsTheLocationUnlessTheNearestIsWanted() throws Exception {
    List<BufferedImage> frames = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      BufferedImage picture = DrawnFaces.face(320, 120, 70 + 2 * i, 60, 60);
      if (i > 0) {
        DrawnFaces.draw(picture, 240, 60, 60);
      }
      frames.add(picture);
    }
    Path file = TestVideos.write(root.resolve("second.avi"), 25, frames);
    Instances previous = onlyBag(crop("-full-search"), file);
    Instances nearest = onlyBag(crop("-full-search", "-several", "nearest"), file);
    double stale = difference(previous.get(0), previous.get(11));
    double followed = difference(nearest.get(0), nearest.get(11));
    assertTrue(stale + " " + followed, stale > 2 * followed);
  }

  private static double difference(Instance a, Instance b) {
    double sum = 0;
    for (int i = 0; i < a.numAttributes(); i++) {
      sum += Math.abs(a.value(i) - b.value(i));
    }
    return sum / a.numAttributes();
  }

  @Test
  public void stillImageIsABagOfOneAndAFolderOfThemABag() throws Exception {
    Path frames = Files.createDirectory(root.resolve("frames"));
    for (int i = 0; i < 3; i++) {
      DrawnFaces.write(FaceClips.frames(0, 3).get(i), frames.resolve(i + ".png"));
    }
    assertEquals(1, onlyBag(new FaceCrop(), frames.resolve("1.png")).numInstances());
    Instances bag = onlyBag(new FaceCrop(), frames);
    assertEquals(3, bag.numInstances());
    assertEquals(3, onlyBag(new FaceCrop(), frames.resolve("%d.png")).numInstances());
    long decoded = BagCache.SHARED.decodedClips();
    onlyBag(new FaceCrop(), frames);
    assertEquals("from the cache", decoded, BagCache.SHARED.decodedClips());
    DrawnFaces.write(FaceClips.frames(0, 4).get(3), frames.resolve("3.png"));
    assertEquals("a new frame is seen", 4, onlyBag(new FaceCrop(), frames).numInstances());
  }

  @Test
  public void samplingTakesFewerFrames() throws Exception {
    FaceClips.videos(root, 1, 25);
    assertEquals(5, onlyBag(crop("-fps", "5"), root.resolve("c0.avi")).numInstances());
    assertEquals(3, onlyBag(crop("-max-frames", "3"), root.resolve("c0.avi")).numInstances());
  }

  @Test
  public void contactSheetShowsTheCrops() throws Exception {
    FaceClips.videos(root, 1, 6);
    Path sheets = root.resolve("sheets");
    onlyBag(new FaceCrop(), root.resolve("c0.avi"));
    onlyBag(crop("-contact-sheet", sheets.toString()), root.resolve("c0.avi"));
    File[] written = sheets.toFile().listFiles();
    assertEquals("also of a clip that is in the cache", 1, written.length);
    assertTrue(written[0].getName(), written[0].getName().contains("c0.avi-"));
    BufferedImage sheet = ImageIO.read(written[0]);
    assertEquals(44 + 70, sheet.getHeight());
    assertEquals("green: detected", 0xFF00963C, sheet.getRGB(1, 50));
  }

  @Test
  public void singlePicturesShareAContactSheet() throws Exception {
    Path sheets = root.resolve("sheets");
    Instances pictures = ClipTables.empty();
    for (int i = 0; i < 23; i++) {
      BufferedImage face = DrawnFaces.face(160, 120, 80, 60, 60);
      Path picture = DrawnFaces.write(face, root.resolve("p%s.png".formatted(i)));
      ClipTables.add(pictures, picture.toString(), i);
    }
    use(crop("-detect", "cascade", "-contact-sheet", sheets.toString()), pictures);
    File[] written = sheets.toFile().listFiles();
    assertEquals(1, written.length);
    assertTrue(written[0].getName(), written[0].getName().startsWith("23-pictures-"));
    BufferedImage sheet = ImageIO.read(written[0]);
    assertEquals("two rows", 44 + 2 * 70, sheet.getHeight());
    assertEquals("green: detected", 0xFF00963C, sheet.getRGB(2 * 70 + 1, 44 + 70 + 1));
    assertEquals("no fourth in the second row", 0xFFFFFFFF, sheet.getRGB(3 * 70 + 1, 44 + 71));
  }

  @Test
  public void tenMinuteStillIsSampledToTheFramesAskedFor() throws Exception {
    BufferedImage still = DrawnFaces.face(160, 120, 80, 60, 60);
    Path file = TestVideos.write(root.resolve("still.avi"), 1, Collections.nCopies(600, still));
    assertEquals(600, onlyBag(new FaceCrop(), file).numInstances());
    assertEquals(60, onlyBag(crop("-fps", "0.1"), file).numInstances());
    assertEquals(10, onlyBag(crop("-max-frames", "10"), file).numInstances());
  }

  @Test
  public void faceInAnEightKFrameIsFound() throws Exception {
    BufferedImage huge = new BufferedImage(7680, 4320, BufferedImage.TYPE_3BYTE_BGR);
    BufferedImage small = DrawnFaces.face(640, 360, 300, 180, 160);
    huge.createGraphics().drawImage(small, 0, 0, 7680, 4320, null);
    assertEquals(
        1, onlyBag(new FaceCrop(), DrawnFaces.write(huge, root.resolve("8k.jpg"))).numInstances());
  }

  @Test
  public void pictureOfOnePixelHasNoFace() throws Exception {
    Path pixel = DrawnFaces.write(DrawnFaces.wall(1, 1, 1), root.resolve("1.png"));
    WekaException e = assertThrows(WekaException.class, () -> use(new FaceCrop(), clip(pixel)));
    assertTrue(e.getMessage(), e.getMessage().contains("' has no face; take its pictures whole"));
  }

  @Test
  public void crossValidationDecodesEachClipOnceAndArffReadsBack() throws Exception {
    Instances clips = FaceClips.videos(root, 8, 2);
    FilteredClassifier classifier = new FilteredClassifier();
    classifier.setFilter(crop("-size", "8"));
    classifier.setClassifier(new BandMeans());
    long before = BagCache.SHARED.decodedClips();
    Evaluation evaluation = new Evaluation(clips);
    evaluation.crossValidateModel(classifier, clips, 4, new Random(1));
    assertEquals(8, BagCache.SHARED.decodedClips() - before);
    Instances bags = use(crop("-size", "8"), clips);
    Instances read = new Instances(new StringReader(bags.toString()));
    for (int i = 0; i < 8; i++) {
      Instances expected = ClipTables.bag(bags.get(i));
      Instances actual = read.get(i).relationalValue(2);
      for (int s = 0; s < expected.numInstances(); s++) {
        assertArrayEquals(expected.get(s).toDoubleArray(), actual.get(s).toDoubleArray(), 0);
      }
    }
  }

  @Test
  public void soundAndPictureOfOneRecordingGoThroughBothFilters() throws Exception {
    Instances clips = clip(SharedData.require("data/video/01-01-01-01-01-01-01.mp4"));
    Instances heard = ClipTables.bag(use(new MelDeltaSpectrogram(), clips).get(0));
    Instances seen = ClipTables.bag(use(crop("-fps", "5"), clips).get(0));
    assertEquals(heard.numAttributes(), seen.numAttributes());
    assertTrue(heard.get(0) instanceof SegmentInstance && seen.get(0) instanceof SegmentInstance);
    assertEquals(17, seen.numInstances());
  }

  @Test
  public void soundAndPictureOfAnAviGoThroughBothFilters() throws Exception {
    Path file = TestVideos.withSound(root.resolve("DC_a01.avi"), 60, FaceClips.frames(0, 60));
    assertEquals(60, onlyBag(new FaceCrop(), file).numInstances());
    assertFalse(use(new MelDeltaSpectrogram(), clip(file)).get(0).isMissing(2));
  }

  @Test
  public void optionsReadBackAsTheyWereSet() throws Exception {
    FaceCrop filter =
        crop(
            "-size",
            "32",
            "-margin",
            "0.2",
            "-fps",
            "12.5",
            "-max-frames",
            "40",
            "-scale",
            "1.2",
            "-neighbours",
            "3",
            "-min-size",
            "80",
            "-max-size",
            "300",
            "-full-search",
            "-before-first",
            "drop",
            "-several",
            "nearest",
            "-contact-sheet",
            "sheets",
            "-detect",
            "none");
    FaceCrop copy = crop(filter.getOptions());
    assertArrayEquals(filter.getOptions(), copy.getOptions());
    assertEquals("FaceCrop -size 32 -margin 0.2 -detect none", copy.signature());
    assertTrue(copy.getFullSearch());
    assertEquals(12.5, copy.getFramesPerSecond(), 0);
  }

  @Test
  public void numbersOutOfRangeAreRejectedWhenATableIsAnnounced() throws Exception {
    FaceCrop filter = crop("-scale", "1");
    assertEquals(
        "scale must be between 1.01 and 2, but is 1.0",
        assertThrows(
                IllegalArgumentException.class, () -> filter.setInputFormat(ClipTables.empty()))
            .getMessage());
  }

  private static final class RecordingLog implements Logger {
    private final List<String> messages = new ArrayList<>();

    @Override
    public synchronized void logMessage(String message) {
      messages.add(message);
    }

    @Override
    public void statusMessage(String message) {
      // Progress is of no interest here.
    }
  }
}
