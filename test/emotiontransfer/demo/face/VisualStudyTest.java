package emotiontransfer.demo.face;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.demo.face.actor.Scene;
import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.evaluation.SubjectWiseEvaluation;
import java.io.File;
import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.functions.PathNetClassifier;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.Utils;
import weka.core.converters.EmotionCorpusLoader;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.FaceCrop;

/**
 * The study of the paper on faces, small: from video files to figures from scratch and with
 * transfer.
 */
public class VisualStudyTest {

  private static final FaceCorpus SOURCE = new FaceCorpus("marlund", Scene.STUDIO, 4, 2, 6);
  private static final FaceCorpus DESTINATION = new FaceCorpus("ovela", Scene.HOME, 4, 2, 6);

  /** Of six emotions, all equally frequent. */
  private static final double CHANCE = 1.0 / 6;

  @ClassRule public static final TemporaryFolder TEMPORARY = new TemporaryFolder();

  private static Instances source;
  private static Instances destination;
  private static PathNetClassifier sourceModel;
  private static File sourceFile;

  @BeforeClass
  public static void evolveTheSource() throws Exception {
    source = bags(SOURCE);
    destination = bags(DESTINATION);
    sourceModel = classifier("");
    sourceModel.buildClassifier(source);
    sourceFile = TEMPORARY.newFile("source.model");
    SerializationHelper.write(sourceFile.getPath(), sourceModel);
  }

  private static Instances bags(FaceCorpus corpus) throws Exception {
    Path folder = TEMPORARY.newFolder(corpus.name()).toPath();
    corpus.write(folder, 1);
    EmotionCorpusLoader loader = new EmotionCorpusLoader();
    loader.setOptions(new String[] {"-dir", folder.toString(), "-modality", "video"});
    Instances clips = loader.getDataSet();
    FaceCrop filter = new FaceCrop();
    filter.setInputFormat(clips);
    return Filter.useFilter(clips, filter);
  }

  private static PathNetClassifier classifier(String options) throws Exception {
    PathNetClassifier classifier = new PathNetClassifier();
    classifier.setOptions(Utils.splitOptions("-M 8 -H 10 -P 6 -G 20 -mini-batch 16 " + options));
    return classifier;
  }

  private static Evaluation leaveOneSubjectOut(PathNetClassifier classifier) throws Exception {
    SubjectFolds folds = SubjectFolds.of(destination, "subject", SubjectFolds.LEAVE_ONE_OUT, 1);
    return SubjectWiseEvaluation.run(classifier, folds, OptionalInt.empty(), null).pooled();
  }

  private static double right(PathNetClassifier classifier, Instances bags) throws Exception {
    Evaluation evaluation = new Evaluation(bags);
    evaluation.evaluateModel(classifier, bags);
    return evaluation.weightedRecall();
  }

  @Test
  public void everyFrameOfAClipBecomesAFaceOf64By64InColour() {
    assertEquals(DESTINATION.clips(), destination.numInstances());
    for (int clip = 0; clip < destination.numInstances(); clip++) {
      Instances bag = destination.get(clip).relationalValue(destination.attribute("bag"));
      assertEquals(DESTINATION.frames(), bag.numInstances());
      assertEquals(3 * 64 * 64, bag.numAttributes());
    }
  }

  @Test
  public void theSourceLearnsItsFaces() throws Exception {
    double recall = right(sourceModel, source);
    assertTrue("recall " + recall, recall > 0.7);
  }

  @Test
  public void fromScratchStrangersAreUnderstoodBetterThanByChance() throws Exception {
    assertBetterThanChance(classifier(""));
  }

  @Test
  public void withTransferStrangersAreUnderstoodBetterThanByChance() throws Exception {
    PathNetClassifier classifier = classifier("");
    classifier.setSources(new File[] {sourceFile});
    assertBetterThanChance(classifier);
  }

  private static void assertBetterThanChance(PathNetClassifier classifier) throws Exception {
    Evaluation evaluation = leaveOneSubjectOut(classifier);
    assertEquals(DESTINATION.clips(), evaluation.numInstances(), 0);
    double recall = evaluation.weightedRecall();
    assertTrue("recall " + recall, recall > CHANCE);
  }

  @Test
  public void theSourcesPathwayStaysFrozenInTheTransferredModel() throws Exception {
    PathNetClassifier transferred = classifier("-G 2");
    transferred.setSources(new File[] {sourceFile});
    transferred.buildClassifier(destination);
    assertEquals(sourceModel.model().activePathway(), transferred.model().frozenPathway());
    assertTrue(transferred.getMeasure("measureFrozenModules") > 0);
  }
}
