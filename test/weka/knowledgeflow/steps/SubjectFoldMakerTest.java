package weka.knowledgeflow.steps;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import emotiontransfer.weka.evaluation.SubjectFolds;
import emotiontransfer.weka.evaluation.SubjectWiseEvaluation;
import emotiontransfer.weka.progress.RecordingLog;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Properties;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.trees.J48;
import weka.core.Attribute;
import weka.core.DenseInstance;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.WekaException;
import weka.core.converters.ArffLoader;
import weka.core.converters.ConverterUtils.DataSink;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;
import weka.knowledgeflow.Flow;
import weka.knowledgeflow.FlowRunner;

/** Folds of subjects in the KnowledgeFlow: the flow that users start from, run without a window. */
public class SubjectFoldMakerTest {

  private static final Path FLOW = Path.of("doc/experiments/subject-folds.kf");
  private static final int CLIPS = 40;

  private static final int ATTEMPTS = 3;
  private static final long PATIENCE_MILLIS = 60_000;

  @Rule public TemporaryFolder folder = new TemporaryFolder();

  private final RecordingLog log = new RecordingLog();

  @Test
  public void exampleFlowAgreesWithTheEvaluationBySubject() throws Exception {
    Instances table = table();
    String text = run(flow(table), new J48());
    Matcher correct = Pattern.compile("Correctly Classified Instances +(\\d+)").matcher(text);
    assertTrue(text, correct.find());
    SubjectFolds folds = SubjectFolds.of(table, "subject", SubjectFolds.LEAVE_ONE_OUT, 1);
    SubjectWiseEvaluation expected =
        SubjectWiseEvaluation.run(new J48(), folds, OptionalInt.empty(), null);
    assertEquals((int) expected.pooled().correct(), Integer.parseInt(correct.group(1)));
    assertTrue(text, Pattern.compile("Total Number of Instances +40 ").matcher(text).find());
  }

  @Test
  public void exampleFlowLearnsWithPathNet() throws Exception {
    PathNetClassifier small = new PathNetClassifier();
    small.setOptions(new String[] {"-G", "1", "-P", "2", "-M", "4"});
    assertTrue(run(flow(table()), small).contains("PathNetClassifier"));
  }

  @Test
  public void exampleFlowHasTheDemonstrationsPathAndOptions() throws Exception {
    String json = Files.readString(FLOW);
    assertTrue(json.contains("\"velua.corpus\""));
    Flow flow = Flow.loadFlow(FLOW.toFile().getAbsoluteFile(), null);
    Classifier learn = (Classifier) flow.findStep("Classifier").getManagedStep();
    FilteredClassifier filtered = (FilteredClassifier) learn.getClassifier();
    assertEquals(new File("default"), ((MelDeltaSpectrogram) filtered.getFilter()).getStore());
    assertEquals(80, ((PathNetClassifier) filtered.getClassifier()).getGenerations());
  }

  @Test
  public void stepIsOfferedByThePackage() throws Exception {
    Properties plugins = new Properties();
    try (var in = Files.newInputStream(Path.of("resources/PluginManager.props"))) {
      plugins.load(in);
    }
    assertEquals(
        SubjectFoldMaker.class.getName(), plugins.getProperty("weka.knowledgeflow.steps.Step"));
    KFStep shown = SubjectFoldMaker.class.getAnnotation(KFStep.class);
    assertTrue(getClass().getClassLoader().getResource(shown.iconPath()) != null);
  }

  @Test
  public void badNumbersStopTheFlowWithASentence() throws Exception {
    Flow flow = flow(table());
    SubjectFoldMaker maker = (SubjectFoldMaker) flow.findStep("SubjectFoldMaker").getManagedStep();
    maker.setNumFolds("many");
    runToTheEnd(flow);
    assertTrue(
        log.messages.toString(),
        log.messages.toString().contains("must be a whole number, but is 'many'"));
    assertFalse(new File(folder.getRoot(), "out.txt").exists());
  }

  @Test
  public void tableWithoutSubjectsStopsTheFlowWithASentence() throws Exception {
    Flow flow = flow(table());
    ((SubjectFoldMaker) flow.findStep("SubjectFoldMaker").getManagedStep()).setSubject("speaker");
    runToTheEnd(flow);
    assertTrue(
        log.messages.toString(), log.messages.toString().contains("has no attribute 'speaker'"));
  }

  @Test
  public void setsShareNoSubject() throws Exception {
    Instances table = table();
    SubjectFolds folds = SubjectFolds.of(table, "subject", 2, 1);
    for (SubjectFolds.Fold fold : folds.folds()) {
      Set<String> shared = subjects(SubjectFolds.select(folds.trainingRows(fold), table));
      shared.retainAll(subjects(SubjectFolds.select(folds.testRows(fold), table)));
      assertEquals(Set.of(), shared);
    }
  }

  private static Set<String> subjects(Instances rows) {
    Set<String> names = new TreeSet<>();
    for (Instance row : rows) {
      names.add(row.stringValue(0));
    }
    return names;
  }

  /** The example with the test's files in the place of the demonstration's. */
  private Flow flow(Instances table) throws Exception {
    File file = new File(folder.getRoot(), "table.arff");
    DataSink.write(file.getPath(), table);
    Flow flow = Flow.loadFlow(FLOW.toFile().getAbsoluteFile(), null);
    ArffLoader loader = new ArffLoader();
    loader.setFile(file);
    ((Loader) flow.findStep("Loader").getManagedStep()).setLoader(loader);
    ((TextSaver) flow.findStep("TextSaver").getManagedStep())
        .setFile(new File(folder.getRoot(), "out.txt"));
    return flow;
  }

  private String run(Flow flow, weka.classifiers.Classifier scheme) throws Exception {
    ((Classifier) flow.findStep("Classifier").getManagedStep()).setClassifier(scheme);
    runToTheEnd(flow);
    File out = new File(folder.getRoot(), "out.txt");
    assertTrue(log.messages.toString(), out.exists());
    return Files.readString(out.toPath());
  }

  /**
   * Runs a flow. Where folds end at the same moment, Weka's step Classifier can stay busy for ever,
   * having lost that its last one ended: such a flow is stopped and run again.
   */
  private void runToTheEnd(Flow flow) throws Exception {
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      FlowRunner runner = new FlowRunner();
      runner.setLogger(log);
      runner.setFlow(flow);
      try {
        runner.run();
      } catch (WekaException rejected) {
        log.messages.add(rejected.getMessage());
        return;
      }
      Thread end = new Thread(runner::waitUntilFinished);
      end.setDaemon(true);
      end.start();
      end.join(PATIENCE_MILLIS);
      if (!end.isAlive()) {
        return;
      }
      runner.stopProcessing();
      Files.deleteIfExists(folder.getRoot().toPath().resolve("out.txt"));
    }
    throw new AssertionError("the flow did not end: " + log.messages);
  }

  private static Instances table() {
    ArrayList<Attribute> attributes = new ArrayList<>();
    attributes.add(new Attribute("subject", List.of("s1", "s2", "s3", "s4")));
    attributes.add(new Attribute("x"));
    attributes.add(new Attribute("emotion", List.of("anger", "fear")));
    Instances table = new Instances("clips", attributes, CLIPS);
    table.setClassIndex(2);
    Random random = new Random(1);
    for (int clip = 0; clip < CLIPS; clip++) {
      int emotion = clip / 4 % 2;
      table.add(
          new DenseInstance(1, new double[] {clip % 4, emotion + random.nextGaussian(), emotion}));
    }
    return table;
  }
}
