package weka.classifiers.functions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.weka.classify.AbstractSegmentClassifier;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.Classifier;
import weka.classifiers.trees.J48;
import weka.core.Instances;
import weka.core.WekaException;

/**
 * What holds for every scheme with an option {@code -source}: files that are not what they claim.
 */
public abstract class SourceModelChecks {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  /** A small source, and where it was saved. */
  AbstractSegmentClassifier<?> source;

  File sourceFile;

  /** Returns a scheme with a source, to be built on another table. */
  abstract AbstractSegmentClassifier<?> begun(String options, File... sources) throws Exception;

  /** The table of the source, and another one. */
  abstract List<Instances> tables();

  private Classifier untrained() throws Exception {
    return source.getClass().getDeclaredConstructor().newInstance();
  }

  private String scheme() {
    return source.getClass().getSimpleName();
  }

  private byte[] whole() throws Exception {
    return Files.readAllBytes(sourceFile.toPath());
  }

  private void buildFrom(File file) throws Exception {
    begun("", file).buildClassifier(tables().get(1));
  }

  final void assertRejected(byte[] content, String expected) throws Exception {
    File file = folder.newFile();
    Files.write(file.toPath(), content);
    WekaException rejection = assertThrows(WekaException.class, () -> buildFrom(file));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains(file.getName()));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains(expected));
    assertFalse(rejection.getMessage(), rejection.getMessage().contains("\n"));
    assertFalse(rejection.getMessage(), rejection.getMessage().contains(".;"));
  }

  static byte[] serialized(Object object) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(object);
    }
    return bytes.toByteArray();
  }

  /** Returns bytes that mean nothing, always the same. */
  static byte[] noise() {
    byte[] noise = new byte[5000];
    new Random(1).nextBytes(noise);
    return noise;
  }

  @Test
  public void aSubjectOfTheSourceIsRejectedUnlessAllowed() throws Exception {
    AbstractSegmentClassifier<?> same = begun("", sourceFile);
    Instances bags = tables().get(0);
    WekaException inTraining = assertThrows(WekaException.class, () -> same.buildClassifier(bags));
    assertTrue(
        inTraining.getMessage(),
        inTraining.getMessage().startsWith("Subject source-0 of the training data was in"));
    assertFalse(same.getAllowSubjectOverlap());
    same.setAllowSubjectOverlap(true);
    same.buildClassifier(bags);
    same.setAllowSubjectOverlap(false);
    WekaException inTest =
        assertThrows(WekaException.class, () -> same.distributionForInstance(bags.get(0)));
    assertTrue(
        inTest.getMessage(), inTest.getMessage().startsWith("Subject source-0 of the test data"));
    same.setAllowSubjectOverlap(true);
    assertEquals(4, same.distributionForInstance(bags.get(0)).length);
  }

  @Test
  public void truncatedModelsAreRejected() throws Exception {
    byte[] whole = whole();
    for (int length : new int[] {0, 3, 100, 300, whole.length / 2, whole.length - 1}) {
      assertRejected(Arrays.copyOf(whole, length), "not a readable " + scheme());
    }
  }

  @Test
  public void randomBytesAreRejected() throws Exception {
    assertRejected(noise(), "not a readable " + scheme());
  }

  @Test
  public void otherClassesAreNamedAndNotLoaded() throws Exception {
    assertRejected(serialized(new J48()), "weka.classifiers.trees.J48");
    HashMap<String, Object> map = new HashMap<>();
    map.put("model", source);
    assertRejected(serialized(map), "java.util.HashMap");
    assertRejected(serialized("a string"), "holds a java.lang.String instead of a " + scheme());
  }

  @Test
  public void anUntrainedModelIsRejected() throws Exception {
    assertRejected(serialized(untrained()), scheme() + ": no model has been built yet;");
  }

  @Test
  public void aMissingFileIsNamed() {
    File missing = new File(folder.getRoot(), "missing.model");
    WekaException rejection = assertThrows(WekaException.class, () -> buildFrom(missing));
    assertTrue(
        rejection.getMessage(), rejection.getMessage().contains("missing.model does not exist"));
  }
}
