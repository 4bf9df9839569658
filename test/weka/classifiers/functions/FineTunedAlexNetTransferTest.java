package weka.classifiers.functions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.Classifier;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.WekaException;

/** Fine-tuning from {@code -source}, and files that are not what they claim to be. */
public class FineTunedAlexNetTransferTest extends SourceModelChecks {

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static final int INPUTS = 3 * 4 * 4;
  private static final Instances SOURCE_BAGS = BagTables.make("source", 40, INPUTS, 4, 3);
  private static final Instances BAGS = BagTables.make("target", 24, INPUTS, 3, 3);
  private static FineTunedAlexNet source;
  private static File sourceFile;

  @BeforeClass
  public static void trainTheSource() throws Exception {
    source = FineTunedAlexNetBagTest.classifier("-epochs 6 -decision dtpm");
    source.buildClassifier(SOURCE_BAGS);
    sourceFile = FOLDER.newFile("source.model");
    SerializationHelper.write(sourceFile.getPath(), source);
  }

  private static FineTunedAlexNet transfer(String options, File file) throws Exception {
    FineTunedAlexNet classifier = FineTunedAlexNetBagTest.classifier(options);
    classifier.setSource(file);
    classifier.buildClassifier(BAGS);
    return classifier;
  }

  @Override
  Classifier untrained() {
    return new FineTunedAlexNet();
  }

  @Override
  Classifier source() {
    return source;
  }

  @Override
  File sourceFile() {
    return sourceFile;
  }

  @Override
  void buildFrom(File file) throws Exception {
    transfer("", file);
  }

  @Test
  public void weightsOfTheSourceAreTheBeginning() throws Exception {
    FineTunedAlexNet scratch = FineTunedAlexNetBagTest.classifier("-epochs 1");
    scratch.buildClassifier(BAGS);
    FineTunedAlexNet tuned = transfer("-epochs 1", sourceFile);
    // The clouds of the first three classes are those of the source.
    assertTrue(
        tuned.getMeasure("measureTrainingLoss")
            + " after transfer, "
            + scratch.getMeasure("measureTrainingLoss")
            + " from scratch",
        tuned.getMeasure("measureTrainingLoss") < scratch.getMeasure("measureTrainingLoss"));
    assertEquals(3, tuned.model().network().shape().classes());
  }

  @Test
  public void theLineageHasTheSourceAndItsSubjects() throws Exception {
    FineTunedAlexNet tuned = transfer("-epochs 1 -freeze 5", sourceFile);
    Set<String> subjects = Set.of("source-0", "source-1", "source-2");
    assertEquals(subjects, Set.copyOf(tuned.model().provenance().sourceSubjects()));
    assertEquals(subjects, tuned.sourceSubjects());
    String text = tuned.toString();
    assertTrue(text, text.contains("source source.model: source, 3 subjects"));
    File tunedFile = FOLDER.newFile("tuned.model");
    SerializationHelper.write(tunedFile.getPath(), tuned);
    FineTunedAlexNet third = FineTunedAlexNetBagTest.classifier("");
    third.setSource(tunedFile);
    assertTrue(third.sourceSubjects().containsAll(subjects));
    assertTrue(third.sourceSubjects().containsAll(List.of("target-0", "target-1", "target-2")));
    assertEquals(Set.of(), FineTunedAlexNetBagTest.classifier("").sourceSubjects());
  }

  @Test
  public void aSubjectOfTheSourceIsRejectedUnlessAllowed() throws Exception {
    FineTunedAlexNet same = FineTunedAlexNetBagTest.classifier("-epochs 1");
    same.setSource(sourceFile);
    same.buildClassifier(SOURCE_BAGS);
    WekaException rejection =
        assertThrows(WekaException.class, () -> same.distributionForInstance(SOURCE_BAGS.get(0)));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("source-0"));
    assertFalse(same.getAllowSubjectOverlap());
    same.setAllowSubjectOverlap(true);
    assertEquals(4, same.distributionForInstance(SOURCE_BAGS.get(0)).length);
  }

  @Test
  public void anotherSizeOrOtherFeaturesAreRejectedWithBothNamed() throws Exception {
    WekaException size =
        assertThrows(WekaException.class, () -> transfer("-width 0.04", sourceFile));
    assertTrue(size.getMessage(), size.getMessage().contains("width 0.03"));
    assertTrue(size.getMessage(), size.getMessage().contains("width 0.04"));
    FineTunedAlexNet other = FineTunedAlexNetBagTest.classifier("");
    other.setSource(sourceFile);
    Instances settings = new Instances(BAGS);
    settings.setRelationName("target-features(Test -inputs 77)");
    WekaException features =
        assertThrows(WekaException.class, () -> other.buildClassifier(settings));
    assertTrue(features.getMessage(), features.getMessage().contains("-inputs 48"));
    assertTrue(features.getMessage(), features.getMessage().contains("-inputs 77"));
  }

  @Test
  public void damagedModelsAreRejected() throws Exception {
    byte[] damaged = Files.readAllBytes(sourceFile.toPath());
    damaged[damaged.length / 2] ^= 4;
    assertRejected(damaged, "not a readable FineTunedAlexNet");
  }

  @Test
  public void aPathNetIsNoSource() throws Exception {
    assertRejected(serialized(BagTables.classifier("")), "PathNetClassifier");
  }
}
