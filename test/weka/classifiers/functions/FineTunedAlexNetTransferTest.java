package weka.classifiers.functions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.nio.file.Files;
import java.util.List;
import java.util.Set;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.WekaException;

/** Fine-tuning from {@code -source}, and files that are not what they claim to be. */
public class FineTunedAlexNetTransferTest extends SourceModelChecks {

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static final int INPUTS = 3 * 4 * 4;
  private static final Instances SOURCE_BAGS = BagTables.make("source", 40, INPUTS, 4, 3);
  private static final Instances BAGS = BagTables.make("target", 24, INPUTS, 3, 3);
  private static FineTunedAlexNet trained;
  private static File trainedFile;

  @BeforeClass
  public static void trainTheSource() throws Exception {
    trained = FineTunedAlexNetBagTest.classifier("-epochs 6 -decision dtpm");
    trained.buildClassifier(SOURCE_BAGS);
    trainedFile = FOLDER.newFile("source.model");
    SerializationHelper.write(trainedFile.getPath(), trained);
  }

  @Before
  public void takeTheSource() {
    source = trained;
    sourceFile = trainedFile;
  }

  @Override
  FineTunedAlexNet begun(String options, File... files) throws Exception {
    FineTunedAlexNet classifier = FineTunedAlexNetBagTest.classifier("-epochs 1 " + options);
    classifier.setSource(files[0]);
    return classifier;
  }

  @Override
  List<Instances> tables() {
    return List.of(SOURCE_BAGS, BAGS);
  }

  private FineTunedAlexNet transfer(String options) throws Exception {
    FineTunedAlexNet classifier = begun(options, sourceFile);
    classifier.buildClassifier(BAGS);
    return classifier;
  }

  @Test
  public void weightsOfTheSourceAreTheBeginning() throws Exception {
    FineTunedAlexNet scratch = FineTunedAlexNetBagTest.classifier("-epochs 1");
    scratch.buildClassifier(BAGS);
    FineTunedAlexNet tuned = transfer("");
    // The clouds of the first three classes are those of the source.
    assertTrue(
        tuned.getMeasure("measureTrainingLoss")
            + " after transfer, "
            + scratch.getMeasure("measureTrainingLoss")
            + " from scratch",
        tuned.getMeasure("measureTrainingLoss") < scratch.getMeasure("measureTrainingLoss"));
    assertEquals(3, tuned.trained().trained().network().weights().shape().classes());
  }

  @Test
  public void theLineageHasTheSourceAndItsSubjects() throws Exception {
    FineTunedAlexNet tuned = transfer("-freeze 5");
    Set<String> subjects = Set.of("source-0", "source-1", "source-2");
    assertEquals(subjects, Set.copyOf(tuned.trained().trained().provenance().sourceSubjects()));
    assertEquals(subjects, tuned.sourceSubjects());
    String text = tuned.toString();
    assertTrue(text, text.contains("source source.model: source, 3 subjects"));
    File tunedFile = FOLDER.newFile("tuned.model");
    SerializationHelper.write(tunedFile.getPath(), tuned);
    FineTunedAlexNet third = begun("", tunedFile);
    assertTrue(third.sourceSubjects().containsAll(subjects));
    assertTrue(third.sourceSubjects().containsAll(List.of("target-0", "target-1", "target-2")));
    assertEquals(Set.of(), FineTunedAlexNetBagTest.classifier("").sourceSubjects());
  }

  @Test
  public void anotherSizeOrOtherFeaturesAreRejectedWithBothNamed() throws Exception {
    WekaException size = assertThrows(WekaException.class, () -> transfer("-width 0.04"));
    assertTrue(size.getMessage(), size.getMessage().contains("width 0.03"));
    assertTrue(size.getMessage(), size.getMessage().contains("width 0.04"));
    size = assertThrows(WekaException.class, () -> transfer("-input-size 67"));
    assertTrue(size.getMessage(), size.getMessage().contains("59x59x3"));
    assertTrue(size.getMessage(), size.getMessage().contains("67x67x3"));
    FineTunedAlexNet other = begun("", sourceFile);
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
