package emotiontransfer.weka.classify;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static org.junit.Assume.assumeTrue;

import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.Pooling;
import emotiontransfer.pathnet.model.ModelFormat;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.AbstractClassifier;
import weka.classifiers.Classifier;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.meta.Vote;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.TestInstances;
import weka.core.Utils;
import weka.core.WekaException;
import weka.filters.AllFilter;
import weka.filters.Filter;
import weka.filters.MultiFilter;
import weka.filters.unsupervised.attribute.Standardize;
import weka.filters.unsupervised.attribute.SubjectStandardize;

/** Model files of both kinds, and files that claim to be one. */
public class ModelFileTest {

  private static final String SMALL = "-G 2 -L 2 -M 4 -H 3 -N 2 -P 3 -pool vote";

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Instances table;
  private PathNetClassifier trained;
  private File own;
  private File serialized;

  @Before
  public void train() throws Exception {
    TestInstances random = new TestInstances();
    random.setNumNominal(0);
    random.setNumNumeric(3);
    table = random.generate();
    own = new File(folder.getRoot(), "a.pathnet");
    trained = scheme(SMALL + " -export " + own);
    trained.buildClassifier(table);
    serialized = saved("a.model", trained);
  }

  private static PathNetClassifier scheme(String options) throws Exception {
    PathNetClassifier scheme = new PathNetClassifier();
    scheme.setOptions(Utils.splitOptions(options));
    return scheme;
  }

  private File saved(String name, Object object) throws Exception {
    File file = new File(folder.getRoot(), name);
    SerializationHelper.write(file.getPath(), object);
    return file;
  }

  private static String fingerprint(PathNetModel model) {
    return ModelFormat.fingerprint(model);
  }

  @Test
  public void anExportedModelIsTheSavedOne() throws Exception {
    String fingerprint = fingerprint(trained.model());
    assertEquals(fingerprint, fingerprint(ModelFile.pathNet(own)));
    assertEquals(fingerprint, fingerprint(ModelFile.pathNet(serialized)));
    assertEquals(fingerprint, fingerprint(ModelFile.pathNetSource(own)));
    for (File file : List.of(own, serialized)) {
      ModelFile.Saved saved = ModelFile.pathNetAnywhere(file);
      assertEquals(Pooling.VOTE, saved.pooling());
      assertArrayEquals(
          trained.distributionForInstance(table.get(0)),
          saved.decider().decide(table.get(0)).clip(),
          0);
    }
  }

  @Test
  public void anExportedModelIsASource() throws Exception {
    PathNetClassifier ofOwn = scheme(SMALL + " -source " + own);
    PathNetClassifier ofSerialized = scheme(SMALL + " -source " + serialized);
    ofOwn.buildClassifier(table);
    ofSerialized.buildClassifier(table);
    assertEquals(trained.model().activePathway(), ofOwn.model().frozenPathway());
    assertArrayEquals(
        ofSerialized.distributionForInstance(table.get(0)),
        ofOwn.distributionForInstance(table.get(0)),
        0);
  }

  @Test
  public void aCopyForAFoldExportsNothing() throws Exception {
    assertTrue(own.delete());
    AbstractClassifier.makeCopy(trained).buildClassifier(table);
    assertFalse(own.exists());
    assertFalse(String.join(" ", trained.model().provenance().options()).contains("export"));
  }

  @Test
  public void aFolderThatIsNotThereIsNamedBeforeTheTraining() throws Exception {
    PathNetClassifier scheme = scheme("-G 100000 -export " + folder.getRoot() + "/gone/a.pathnet");
    IOException rejection = assertThrows(IOException.class, () -> scheme.buildClassifier(table));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("(option -export)"));
  }

  @Test
  public void whatStandsAroundAModelIsPassedOver() throws Exception {
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(new Standardize());
    filtered.setClassifier(scheme(SMALL));
    filtered.buildClassifier(table);
    File file = saved("filtered.model", filtered);
    PathNetModel inside = ModelFile.pathNetIn(filtered).orElseThrow();
    assertEquals(fingerprint(inside), fingerprint(ModelFile.pathNet(file)));
    assertRejectedAsSource(file, "has a Standardize before its PathNetClassifier");
    Vote vote = new Vote();
    vote.setClassifiers(new Classifier[] {filtered});
    file = saved("vote.model", vote);
    assertRejectedAsSource(file, "holds a weka.classifiers.meta.Vote instead");
  }

  @Test
  public void aSourceMayStandBehindFiltersThatItsFeaturesName() throws Exception {
    FilteredClassifier filtered = new FilteredClassifier();
    MultiFilter chain = new MultiFilter();
    chain.setFilters(new Filter[] {new AllFilter(), new SubjectStandardize()});
    filtered.setFilter(chain);
    filtered.setClassifier(scheme(SMALL));
    table.insertAttributeAt(new Attribute("subject", List.of("s1", "s2")), 0);
    for (int i = 0; i < table.size(); i++) {
      table.get(i).setValue(0, i % 2);
    }
    filtered.buildClassifier(table);
    File file = saved("filtered.model", filtered);
    PathNetModel inside = ModelFile.pathNetIn(filtered).orElseThrow();
    assertEquals(fingerprint(inside), fingerprint(ModelFile.pathNetSource(file)));
  }

  /** Nested sets take 2^40 steps to make, and hash maps of them no fewer. */
  @Test(timeout = 20_000)
  public void objectsThatTakeForEverAreNotMade() throws Exception {
    Set<Object> root = new HashSet<>();
    Map<Object, Object> map = new HashMap<>();
    Set<Object> a = root;
    Set<Object> b = new HashSet<>();
    for (int i = 0; i < 17; i++) {
      Set<Object> nextA = new HashSet<>(Set.of("x" + i));
      Set<Object> nextB = new HashSet<>();
      a.add(nextA);
      a.add(nextB);
      b.add(nextA);
      b.add(nextB);
      a = nextA;
      b = nextB;
    }
    map.put("sets", root);
    assertRejected(saved("sets.model", root), "instead of a PathNetClassifier");
    assertRejected(saved("map.model", map), "java.util.HashMap instead of a PathNetClassifier");
  }

  @Test
  public void arraysAreBoundedByTheBytesThatAreLeft() throws Exception {
    for (Object array : List.of(new byte[3], new double[3], new String[3], new float[3][1])) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
        out.writeObject(array);
      }
      byte[] claimed = bytes.toByteArray();
      int at = indexOfLengthThree(claimed);
      claimed[at] = 0x3f;
      File file = folder.newFile();
      Files.write(file.toPath(), claimed);
      String message = assertRejected(file, "PathNetClassifier");
      assertTrue(message, message.contains("too large") || message.contains("truncated"));
    }
  }

  private static int indexOfLengthThree(byte[] bytes) {
    for (int i = bytes.length - Integer.BYTES; i >= 0; i--) {
      if (bytes[i] == 0 && bytes[i + 1] == 0 && bytes[i + 2] == 0 && bytes[i + 3] == 3) {
        return i;
      }
    }
    throw new AssertionError("no array of three");
  }

  @Test
  public void aFileThatUnpacksToAThousandTimesItsSizeIsRejected() throws Exception {
    File file = folder.newFile("zeros.model");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file.toPath()))) {
      for (int i = 0; i < 20; i++) {
        out.write(new byte[1 << 20]);
      }
    }
    assertRejected(file, "unpacks to more than 50 times its size");
    File zipped = saved("a.model.gz", trained);
    assertEquals(fingerprint(trained.model()), fingerprint(ModelFile.pathNet(zipped)));
  }

  @Test
  public void onlyAFileIsOpened() throws Exception {
    assertRejected(folder.getRoot(), "is a folder");
    assertRejected(new File(folder.getRoot(), "gone.pathnet"), "does not exist");
    File pipe = new File(folder.getRoot(), "pipe");
    assumeTrue(File.separatorChar == '/');
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.getPath()).start().waitFor());
    assertRejected(pipe, "is a pipe, a socket or a device");
    assertRejectedAsSource(pipe, "is a pipe, a socket or a device");
  }

  @Test
  public void anOptionWithALineFeedIsRejectedInOneLine() throws Exception {
    String saved = new String(Files.readAllBytes(serialized.toPath()), StandardCharsets.ISO_8859_1);
    assertTrue(saved.contains("-label-smoothing"));
    File file = folder.newFile("line-feed.model");
    String other = saved.replace("-label-smoothing", "-label\nsmoothing");
    Files.write(file.toPath(), other.getBytes(StandardCharsets.ISO_8859_1));
    assertRejected(file, "which this version rejects");
  }

  @Test
  public void damageEndsInASentenceOrAModel() throws Exception {
    for (File file : List.of(own, serialized)) {
      byte[] whole = Files.readAllBytes(file.toPath());
      File damaged = new File(folder.getRoot(), "damaged" + file.getName());
      ModelTorture.Result result = ModelTorture.of(whole, damaged.toPath(), 31);
      assertEquals(List.of(), result.faults().subList(0, Math.min(3, result.faults().size())));
      assertTrue(result.toString(), result.tries() > whole.length / 31 * 3);
    }
  }

  private static String assertRejected(File file, String why) {
    WekaException rejection = assertThrows(WekaException.class, () -> ModelFile.pathNet(file));
    String message = rejection.getMessage();
    assertTrue(message, message.startsWith("Model " + file) && message.contains(why));
    assertFalse(message, message.contains("null") || message.contains("\n"));
    return message;
  }

  private static void assertRejectedAsSource(File file, String why) {
    WekaException rejection =
        assertThrows(WekaException.class, () -> ModelFile.pathNetSource(file));
    String message = rejection.getMessage();
    assertTrue(message, message.startsWith("Source model " + file) && message.contains(why));
  }
}
