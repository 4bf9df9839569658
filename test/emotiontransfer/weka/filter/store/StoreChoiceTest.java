package emotiontransfer.weka.filter.store;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.weka.filter.BagCache;
import emotiontransfer.weka.filter.MediaFilter;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.After;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.Evaluation;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.ResourceUtils;
import weka.core.SerializationHelper;
import weka.core.SerializedObject;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.ClipTables;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;
import weka.gui.Logger;

public class StoreChoiceTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final List<String> messages = new ArrayList<>();
  private Path root;
  private Path store;

  @Before
  public void findFolder() {
    root = folder.getRoot().toPath();
    store = root.resolve("store");
    BagCache.SHARED.clear();
  }

  @After
  public void forgetClips() {
    BagCache.SHARED.clear();
  }

  @Test
  public void aTildeIsTheHomeFolder() {
    Path home = Path.of(System.getProperty("user.home")).toAbsolutePath().normalize();
    assertEquals(Optional.of(home.resolve("clips")), folderOf("~/clips"));
    assertEquals(Optional.of(Path.of("~clips").toAbsolutePath()), folderOf("~clips"));
  }

  private static Optional<Path> folderOf(String name) {
    return new StoreChoice(new File(name), 0).folder();
  }

  private static MelDeltaSpectrogram small() {
    MelDeltaSpectrogram filter = new MelDeltaSpectrogram();
    filter.setBands(6);
    filter.setSegmentFrames(8);
    filter.setStepFrames(4);
    return filter;
  }

  private MelDeltaSpectrogram stored() {
    MelDeltaSpectrogram filter = small();
    filter.setStore(store.toFile());
    filter.setLog(
        new Logger() {
          @Override
          public void logMessage(String message) {
            messages.add(message);
          }

          @Override
          public void statusMessage(String message) {
            // Progress is not what is tested.
          }
        });
    return filter;
  }

  private static Instances use(Filter filter, Instances clips) throws Exception {
    filter.setInputFormat(clips);
    return Filter.useFilter(clips, filter);
  }

  /** As a new process would, which has no clip in memory. */
  private Instances useAnew(MediaFilter filter, Instances clips) throws Exception {
    BagCache.SHARED.clear();
    return use(filter, clips);
  }

  private static void assertSameBags(Instances expected, Instances actual) {
    assertEquals(expected.toString(), actual.toString());
    for (int i = 0; i < expected.numInstances(); i++) {
      Instances bag = ClipTables.bag(expected.get(i));
      for (int s = 0; s < bag.numInstances(); s++) {
        double[] same = ClipTables.bag(actual.get(i)).get(s).toDoubleArray();
        assertArrayEquals(bag.get(s).toDoubleArray(), same, 0);
      }
    }
  }

  private List<Path> arrays() throws IOException {
    try (Stream<Path> files = Files.walk(store)) {
      return files.filter(file -> file.toString().endsWith(".npy")).sorted().toList();
    }
  }

  @Test
  public void bagsAreTheSameBitForBit() throws Exception {
    Instances clips = ClipTables.tones(root, 6, 0.5);
    Instances expected = use(small(), clips);
    assertSameBags(expected, useAnew(stored(), clips));
    List<Path> arrays = arrays();
    assertEquals(6, arrays.size());
    FileTime written = Files.getLastModifiedTime(arrays.get(0));
    assertSameBags(expected, useAnew(stored(), clips));
    assertEquals(written, Files.getLastModifiedTime(arrays.get(0)));
    assertTrue(Files.exists(store.resolve("index.csv")));
  }

  @Test
  public void clipThatIsFoundIsNotDecoded() throws Exception {
    Instances clips = ClipTables.tones(root, 1, 0.5);
    Path recording = root.resolve("c0.wav");
    FileTime longAgo = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(recording, longAgo);
    Instances expected = use(stored(), clips);
    // By size and time this is the recording that the index knows.
    Files.write(recording, new byte[(int) Files.size(recording)]);
    Files.setLastModifiedTime(recording, longAgo);
    assertSameBags(expected, useAnew(stored(), clips));
    BagCache.SHARED.clear();
    assertThrows(Exception.class, () -> use(small(), clips));
  }

  @Test
  public void clipInMemoryIsNotLookedFor() throws Exception {
    Instances clips = ClipTables.tones(root, 3, 0.5);
    use(stored(), clips);
    Path one = arrays().get(0);
    byte[] whole = Files.readAllBytes(one);
    Files.delete(one);
    use(stored(), clips);
    assertFalse(Files.exists(one));
    useAnew(stored(), clips);
    assertArrayEquals(whole, Files.readAllBytes(one));
  }

  @Test
  public void modelAndFiguresAreTheSame() throws Exception {
    Instances clips = ClipTables.tones(root, 12, 0.5);
    assertEquals(figures(small(), clips), figures(stored(), clips));
    BagCache.SHARED.clear();
    assertEquals(figures(small(), clips), figures(stored(), clips));
  }

  private static String figures(MediaFilter filter, Instances clips) throws Exception {
    FilteredClassifier classifier = new FilteredClassifier();
    classifier.setFilter(filter);
    PathNetClassifier pathNet = new PathNetClassifier();
    pathNet.setOptions(new String[] {"-G", "3", "-H", "4", "-M", "3", "-N", "2", "-L", "2"});
    classifier.setClassifier(pathNet);
    Evaluation evaluation = new Evaluation(clips);
    evaluation.crossValidateModel(classifier, clips, 3, new Random(1));
    StringBuilder figures = new StringBuilder(evaluation.toSummaryString());
    evaluation.predictions().forEach(prediction -> figures.append('\n').append(prediction));
    return figures.toString();
  }

  @Test
  public void limitsHoldForStoredClips() throws Exception {
    Instances clips = ClipTables.tones(root, 1, 0.5);
    use(stored(), clips);
    MelDeltaSpectrogram strict = stored();
    strict.setMaxSeconds(0.2);
    BagCache.SHARED.clear();
    String message = assertThrows(Exception.class, () -> use(strict, clips)).getMessage();
    assertTrue(message, message.contains("max-seconds"));
  }

  @Test
  public void modelFromElsewhereMakesNoStore() throws Exception {
    Instances clips = ClipTables.tones(root, 2, 0.5);
    MelDeltaSpectrogram filter = stored();
    use(filter, clips);
    File saved = folder.newFile("filter.model");
    SerializationHelper.write(saved.getPath(), filter);
    Files.move(store, root.resolve("store on the other machine"));
    Filter loaded = (Filter) SerializationHelper.read(saved.getPath());
    BagCache.SHARED.clear();
    for (Instance clip : clips) {
      loaded.input(clip);
      assertEquals(1, ClipTables.bag(loaded.output()).numInstances() > 0 ? 1 : 0);
    }
    assertFalse(Files.exists(store));
  }

  @Test
  public void optionSurvivesCopyingAndIsListed() throws Exception {
    MelDeltaSpectrogram filter = small();
    assertFalse(List.of(filter.getOptions()).contains("-store"));
    filter.setOptions(new String[] {"-store", store.toString(), "-store-gb", "3"});
    MelDeltaSpectrogram copy = (MelDeltaSpectrogram) new SerializedObject(filter).getObject();
    assertEquals(store.toFile(), copy.getStore());
    assertEquals(3, copy.getStoreGigabytes());
    assertTrue(String.join(" ", copy.getOptions()).contains("-store " + store + " -store-gb 3"));
  }

  @Test
  public void keywordsNameTheDefaultFolderAndNone() {
    assertEquals(Optional.empty(), new StoreChoice(new File(""), 1).folder());
    assertEquals(Optional.empty(), new StoreChoice(new File("none"), 1).folder());
    assertEquals(
        Optional.of(ResourceUtils.getWekaHome().toPath().resolve("emotionTransfer-store")),
        new StoreChoice(new File("default"), 1).folder());
    assertEquals(
        Optional.of(Path.of("x").toAbsolutePath()), new StoreChoice(new File("x"), 1).folder());
  }

  @Test
  public void bagsOfTheStoreCanBeSavedWithoutIt() throws Exception {
    Instances clips = ClipTables.tones(root, 2, 0.5);
    Instances bags = useAnew(stored(), clips);
    SerializedObject saved = new SerializedObject(bags);
    Instances expected = use(small(), clips);
    for (Path array : arrays()) {
      Files.delete(array);
    }
    assertSameBags(expected, (Instances) saved.getObject());
    assertEquals(List.of(), messages.stream().filter(m -> m.contains("store")).toList());
  }
}
