package weka.classifiers.functions;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;
import static weka.classifiers.functions.BagTables.fingerprint;

import emotiontransfer.pathnet.model.ModelFormat;
import emotiontransfer.weka.classify.ModelFile;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.core.Instances;
import weka.core.SerializationHelper;
import weka.core.WekaException;
import weka.core.converters.ArffSaver;
import weka.core.converters.ConverterUtils.DataSource;

/** Evolutions that are continued: by Weka's iteration, and from the checkpoint of a killed JVM. */
public class PathNetResumeTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final Instances bags = BagTables.make("demo", 45, 12, 3, 3);

  private static PathNetClassifier reloaded(PathNetClassifier classifier) throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    SerializationHelper.write(bytes, classifier);
    return (PathNetClassifier)
        SerializationHelper.read(new ByteArrayInputStream(bytes.toByteArray()));
  }

  private static void iterate(PathNetClassifier classifier, Instances data) throws Exception {
    classifier.initializeClassifier(data);
    while (classifier.next()) {
      assertFalse(Thread.currentThread().isInterrupted());
    }
    classifier.done();
  }

  @Test
  public void aSavedModelIsContinuedToTheModelOfAnUninterruptedRun() throws Exception {
    PathNetClassifier straight = BagTables.classifier("-G 20 -resume");
    straight.buildClassifier(bags);
    PathNetClassifier begun = BagTables.classifier("-G 8 -resume");
    begun.buildClassifier(bags);
    PathNetClassifier continued = reloaded(begun);
    continued.setGenerations(20);
    iterate(continued, bags);
    assertEquals(20, continued.model().trace().history().size());
    BagTables.assertSameDecision(straight, bags.get(0), continued, bags.get(0));
    assertEquals(fingerprint(straight), fingerprint(continued));
  }

  @Test
  public void buildingAnewForgetsTheModelBefore() throws Exception {
    PathNetClassifier classifier = BagTables.classifier("-G 8 -resume");
    classifier.buildClassifier(bags);
    String first = fingerprint(classifier);
    classifier.buildClassifier(bags);
    assertEquals(8, classifier.model().trace().history().size());
    assertEquals(first, fingerprint(classifier));
  }

  @Test
  public void otherDataOrOptionsAreNotAContinuation() throws Exception {
    PathNetClassifier begun = BagTables.classifier("-G 4 -resume");
    begun.buildClassifier(bags);
    Instances fewer = new Instances(bags, 0, 30);
    WekaException data =
        assertThrows(WekaException.class, () -> reloaded(begun).initializeClassifier(fewer));
    assertTrue(data.getMessage(), data.getMessage().contains("other training data"));
    PathNetClassifier faster = reloaded(begun);
    faster.setLearningRate(0.3);
    WekaException options =
        assertThrows(WekaException.class, () -> faster.initializeClassifier(bags));
    assertTrue(options.getMessage(), options.getMessage().contains("-learning-rate 0.1"));
  }

  @Test
  public void cleaningUpMakesASmallerModelWithTheSamePredictions() throws Exception {
    PathNetClassifier classifier = BagTables.classifier("-G 4 -resume");
    classifier.buildClassifier(bags);
    assertTrue(classifier.model().isResumable());
    String before = fingerprint(classifier);
    classifier.setResume(false);
    classifier.done();
    assertFalse(classifier.model().isResumable());
    assertEquals(before, fingerprint(classifier));
  }

  @Test
  public void divergenceReachesTheUserAsItIs() throws Exception {
    PathNetClassifier wild = BagTables.classifier("-G 4 -learning-rate 1e10");
    BagTables.assertDiverges(wild, bags, "generation 1, mini-batch ");
  }

  /** One mini-batch a pass, so that the weights take some generations to leave the range. */
  @Test
  public void divergenceLosesNoGenerationBeforeIt() throws Exception {
    File checkpoint = new File(folder.getRoot(), "run.checkpoint");
    String options = " -mini-batch 1000 -learning-rate 1e4 -checkpoint-every 1 -G ";
    PathNetClassifier wild = BagTables.classifier(options + 200);
    wild.setCheckpoint(checkpoint);
    IllegalStateException diverged =
        assertThrows(IllegalStateException.class, () -> wild.buildClassifier(bags));
    int before = ModelFile.pathNetSource(checkpoint).trace().history().size();
    assertTrue(before > 0);
    String where = "generation " + (before + 1) + ", mini-batch 1:";
    assertTrue(diverged.getMessage(), diverged.getMessage().contains(where));
    PathNetClassifier shorter = BagTables.classifier(options + before);
    shorter.setCheckpoint(checkpoint);
    shorter.buildClassifier(bags);
    assertEquals(before, shorter.model().trace().history().size());
  }

  /** Begins an evolution, and returns its checkpoint file. */
  private File begin(PathNetClassifier classifier) throws Exception {
    File checkpoint = new File(folder.getRoot(), "run.checkpoint");
    classifier.setCheckpoint(checkpoint);
    classifier.initializeClassifier(bags);
    return checkpoint;
  }

  @Test
  public void aCheckpointIsWrittenOnTheWayAndDeletedAtTheEnd() throws Exception {
    PathNetClassifier classifier = BagTables.classifier("-G 7 -checkpoint-every 3");
    File checkpoint = begin(classifier);
    for (int generation = 1; generation <= 7; generation++) {
      assertTrue(classifier.next());
      assertEquals("generation " + generation, generation >= 3, checkpoint.exists());
    }
    assertFalse(classifier.next());
    classifier.done();
    assertEquals("nothing is left behind", 0, folder.getRoot().list().length);
    assertFalse(classifier.model().isResumable());
  }

  @Test
  public void aCheckpointOfAnotherRunIsNamedAndKept() throws Exception {
    PathNetClassifier first = BagTables.classifier("-G 6 -checkpoint-every 2");
    File checkpoint = begin(first);
    first.next();
    first.next();
    PathNetClassifier second = BagTables.classifier("-G 6 -S 9");
    WekaException rejection = assertThrows(WekaException.class, () -> begin(second));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("run.checkpoint"));
    assertTrue(checkpoint.exists());
  }

  /** A process that is killed without a chance to say goodbye, as by {@code kill -9}. */
  @Test
  public void aKilledProcessResumesToTheIdenticalModel() throws Exception {
    File arff = folder.newFile("bags.arff");
    ArffSaver saver = new ArffSaver();
    saver.setInstances(bags);
    saver.setFile(arff);
    saver.writeBatch();
    File checkpoint = new File(folder.getRoot(), "run.checkpoint");
    File model = new File(folder.getRoot(), "final.model");

    Process killed = run(arff, checkpoint, model, 2_000_000);
    while (!checkpoint.exists()) {
      assertTrue("it still runs", killed.isAlive());
      Thread.onSpinWait();
    }
    killed.destroyForcibly().waitFor();
    assertFalse(model.exists());
    int reached = ModelFile.pathNetSource(checkpoint).trace().history().size();
    assertTrue("reached " + reached, reached >= 5);

    int generations = reached + 10;
    assertEquals(0, run(arff, checkpoint, model, generations).waitFor());
    PathNetClassifier straight = BagTables.classifier("-G " + generations);
    straight.buildClassifier(new DataSource(arff.getPath()).getDataSet(3));
    assertEquals(fingerprint(straight), ModelFormat.fingerprint(ModelFile.pathNetSource(model)));
  }

  private static Process run(File arff, File checkpoint, File model, int generations)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(new File(System.getProperty("java.home"), "bin/java").getPath());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(PathNetClassifier.class.getName());
    command.addAll(List.of("-t", arff.getPath(), "-no-cv", "-v", "-o"));
    command.addAll(List.of("-d", model.getPath(), "-G", String.valueOf(generations)));
    command.addAll(List.of("-M", "6", "-H", "8", "-N", "2", "-P", "4", "-mini-batch", "8"));
    command.addAll(List.of("-learning-rate", "0.1", "-num-slots", "2"));
    command.addAll(List.of("-checkpoint", checkpoint.getPath(), "-checkpoint-every", "5"));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectErrorStream(true);
    builder.redirectOutput(ProcessBuilder.Redirect.DISCARD);
    return builder.start();
  }
}
