package weka.classifiers.functions;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.model.ModelFormat;
import java.io.File;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import org.junit.Before;
import org.junit.Test;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.WekaException;

/** Transfer through {@code -source}, and files that are not what they claim to be. */
public class PathNetTransferTest extends SourceModelChecks {

  private final Instances sourceBags = BagTables.make("source", 60, 12, 4, 3);
  private final Instances bags = BagTables.make("target", 45, 12, 3, 3);

  @Before
  public void evolveTheSource() throws Exception {
    source = BagTables.classifier("-G 4");
    source.buildClassifier(sourceBags);
    sourceFile = folder.newFile("source.model");
    SerializationHelper.write(sourceFile.getPath(), source);
  }

  @Override
  PathNetClassifier begun(String options, File... files) throws Exception {
    PathNetClassifier classifier = BagTables.classifier(options);
    classifier.setSources(files);
    return classifier;
  }

  @Override
  List<Instances> tables() {
    return List.of(sourceBags, bags);
  }

  private PathNetModel sourceModel() {
    return ((PathNetClassifier) source).model();
  }

  private PathNetClassifier transfer(String options, File... files) throws Exception {
    PathNetClassifier classifier = begun(options, files);
    classifier.buildClassifier(bags);
    return classifier;
  }

  @Test
  public void frozenModulesOfTheSourceAreActiveAndUnchanged() throws Exception {
    PathNetClassifier transferred = transfer("", sourceFile);
    assertEquals(sourceModel().activePathway(), transferred.model().frozenPathway());
    assertEquals(
        sourceModel().grid().bitHash(sourceModel().activePathway()),
        transferred.model().grid().bitHash(sourceModel().activePathway()));
    assertEquals(
        transferred.model().frozenPathway().size(),
        transferred.getMeasure("measureFrozenModules"),
        0);
    assertEquals(3, transferred.model().shape().classes());
    assertEquals(45, BagTables.correct(transferred, bags), 4);
  }

  @Test
  public void theLineageHasNameCorpusSubjectsAndHash() throws Exception {
    PathNetClassifier transferred = transfer("", sourceFile);
    var info = transferred.model().provenance().sources().get(0);
    assertEquals("source.model", info.name());
    assertEquals("source", info.corpus());
    assertEquals(List.of("source-0", "source-1", "source-2"), info.subjects());
    assertEquals(ModelFormat.fingerprint(sourceModel()), info.sha256());
    String text = transferred.toString();
    assertTrue(text, text.contains("source.model: source, 3 subjects"));
    assertTrue(text, text.contains("*"));
    assertEquals(Set.copyOf(info.subjects()), transferred.sourceSubjects());
  }

  @Test
  public void aChainOfTwoSourcesIsFrozenWhole() throws Exception {
    PathNetClassifier middle = transfer("-G 4", sourceFile);
    File middleFile = folder.newFile("middle.model");
    SerializationHelper.write(middleFile.getPath(), middle);
    PathNetClassifier last = transfer("-G 4 -allow-subject-overlap", sourceFile, middleFile);
    assertEquals(middle.model().activePathway(), last.model().frozenPathway());
    assertEquals(2, last.model().provenance().sources().size());
  }

  @Test
  public void aGzippedModelIsReadToo() throws Exception {
    File zipped = folder.newFile("source.model.gz");
    try (ObjectOutputStream out =
        new ObjectOutputStream(new GZIPOutputStream(Files.newOutputStream(zipped.toPath())))) {
      out.writeObject(source);
    }
    PathNetClassifier plain = transfer("-G 2", sourceFile);
    PathNetClassifier gzipped = transfer("-G 2", zipped);
    assertArrayEquals(
        plain.distributionForInstance(bags.get(0)),
        gzipped.distributionForInstance(bags.get(0)),
        0);
  }

  @Test
  public void anotherGridOrOtherFeaturesAreRejectedWithBothNamed() throws Exception {
    WekaException shape =
        assertThrows(WekaException.class, () -> transfer("-H 9 -M 6", sourceFile));
    assertTrue(shape.getMessage(), shape.getMessage().contains("6 modules x 8 neurons"));
    PathNetClassifier wider = begun("", sourceFile);
    Instances otherBags = BagTables.make("target", 12, 14, 3, 3);
    WekaException features =
        assertThrows(WekaException.class, () -> wider.buildClassifier(otherBags));
    assertTrue(features.getMessage(), features.getMessage().contains("14 inputs"));
    Instances otherSettings = new Instances(bags);
    otherSettings.setRelationName("target-features(Test -inputs 77)");
    WekaException signature =
        assertThrows(WekaException.class, () -> wider.buildClassifier(otherSettings));
    assertTrue(signature.getMessage(), signature.getMessage().contains("-inputs 12"));
    assertTrue(signature.getMessage(), signature.getMessage().contains("-inputs 77"));
  }

  @Test
  public void randomBytesBehindAProperHeaderAreRejected() throws Exception {
    byte[] noise = noise();
    System.arraycopy(serialized("x"), 0, noise, 0, 4);
    assertRejected(noise, "not a readable PathNetClassifier");
  }

  @Test
  public void damagedModelsAreRejected() throws Exception {
    byte[] damaged = Files.readAllBytes(sourceFile.toPath());
    damaged[damaged.length - 500] ^= 4;
    assertRejected(damaged, "checksum");
  }

  @Test
  public void arraysThatAreTooLargeAreRejectedBeforeTheyAreAllocated() throws Exception {
    byte[] bytes = serialized(new byte[] {1, 2, 3});
    // The length of the array stands before its three elements.
    bytes[bytes.length - 7] = 0x7f;
    assertRejected(bytes, "too large");
  }

  @Test
  public void anotherFormatVersionIsRejected() throws Exception {
    byte[] bytes = Files.readAllBytes(sourceFile.toPath());
    int magic = indexOf(bytes, new byte[] {0x50, 0x61, 0x74, 0x68, 0, 0, 0, ModelFormat.VERSION});
    bytes[magic + 7] = 42;
    assertRejected(bytes, "format version 42");
  }

  private static int indexOf(byte[] bytes, byte[] pattern) {
    for (int i = 0; i + pattern.length <= bytes.length; i++) {
      if (Arrays.equals(pattern, Arrays.copyOfRange(bytes, i, i + pattern.length))) {
        return i;
      }
    }
    throw new AssertionError("pattern not found");
  }

  @Test
  public void aDeepObjectGraphIsRejected() throws Exception {
    List<Object> nested = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      List<Object> outer = new ArrayList<>();
      outer.add(nested);
      nested = outer;
    }
    assertRejected(serialized(nested), "too large an object graph");
  }
}
