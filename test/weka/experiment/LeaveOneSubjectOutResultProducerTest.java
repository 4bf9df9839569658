package weka.experiment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertNotEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.Classifier;
import weka.classifiers.bayes.NaiveBayes;
import weka.classifiers.evaluation.Evaluation;
import weka.classifiers.functions.LinearRegression;
import weka.classifiers.meta.FilteredClassifier;
import weka.classifiers.trees.J48;
import weka.core.Attribute;
import weka.core.Instances;
import weka.core.SerializedObject;
import weka.core.Utils;
import weka.core.WekaException;
import weka.core.converters.ConverterUtils.DataSource;
import weka.filters.AllFilter;

public class LeaveOneSubjectOutResultProducerTest {

  @Rule public TemporaryFolder folder = new TemporaryFolder();

  private final Instances table = ClipTables.noisy(1);
  private final CollectedResults collected = new CollectedResults();

  @BeforeClass
  public static void registerMetricsAsThePackageDoes() {
    ExampleExperiments.registerMetrics();
  }

  @Before
  public void forget() {
    SpyClassifier.forget();
  }

  @Test
  public void sendsOneRowPerSubjectWithItsNameAsFold() throws Exception {
    LeaveOneSubjectOutResultProducer producer = producer(new NaiveBayes());
    producer.doRun(1);
    assertEquals(List.of("s1", "s2", "s3", "s4"), collected.folds());
    assertEquals("Fold", producer.getKeyNames()[2]);
    assertEquals(List.of(30.0, 20.0, 20.0, 10.0), collected.column("Number_of_testing_instances"));
  }

  @Test
  public void runAndItsKeysAgree() throws Exception {
    for (int folds : new int[] {0, 2, 3}) {
      LeaveOneSubjectOutResultProducer producer = producer(new SpyClassifier());
      producer.setNumFolds(folds);
      for (int run = 1; run <= 3; run++) {
        collected.keys.clear();
        producer.doRunKeys(run);
        List<List<Object>> announced = List.copyOf(collected.keys);
        collected.keys.clear();
        producer.doRun(run);
        assertEquals(announced, collected.keys);
        assertEquals(producer.getKeyNames().length, announced.get(0).size());
        assertEquals(folds == 0 ? 4 : folds, announced.size());
      }
    }
  }

  @Test
  public void rowsHaveTheAnnouncedColumns() throws Exception {
    LeaveOneSubjectOutResultProducer producer = producer(new NaiveBayes());
    producer.doRun(1);
    Object[] types = producer.getResultTypes();
    assertEquals(types.length, producer.getResultNames().length);
    for (Object[] row : collected.results) {
      assertEquals(types.length, row.length);
      for (int i = 0; i < row.length; i++) {
        assertTrue(row[i] == null || row[i].getClass() == types[i].getClass());
      }
    }
  }

  @Test
  public void testClipsNeverReachTheTraining() throws Exception {
    for (int folds : new int[] {0, 2}) {
      SpyClassifier.forget();
      LeaveOneSubjectOutResultProducer producer = producer(new SpyClassifier.SubjectAware());
      producer.setNumFolds(folds);
      producer.doRun(1);
      assertEquals(folds == 0 ? 4 : folds, SpyClassifier.TRAININGS.size());
      Set<Double> everTested = new HashSet<>();
      for (SpyClassifier.Training training : SpyClassifier.TRAININGS) {
        assertTrue(Collections.disjoint(subjects(training.clips()), subjects(training.tested())));
        assertEquals(80, training.clips().size() + training.tested().size());
        everTested.addAll(training.tested());
      }
      assertEquals(80, everTested.size());
    }
  }

  @Test
  public void fewTrainingSubjectsTrainAndShowInTheKey() throws Exception {
    for (int run = 1; run <= 2; run++) {
      LeaveOneSubjectOutResultProducer producer = producer(new SpyClassifier());
      producer.setTrainingSubjects(run);
      producer.doRun(run);
    }
    // Run 1 draws s3, s3, s4, s3; run 2 draws s3 + s4, s3 + s4, s1 + s4, s1 + s2.
    List<Set<Double>> expected =
        List.of(
            Set.of(2.0),
            Set.of(2.0),
            Set.of(3.0),
            Set.of(2.0),
            Set.of(2.0, 3.0),
            Set.of(2.0, 3.0),
            Set.of(0.0, 3.0),
            Set.of(0.0, 1.0));
    assertEquals(expected, SpyClassifier.TRAININGS.stream().map(t -> subjects(t.clips())).toList());
    assertEquals("1 training subject: clips", collected.keys.get(0).get(0));
    assertEquals("2 training subjects: clips", collected.keys.get(4).get(0));
  }

  @Test
  public void sourceOfASubjectThatIsNotDrawnIsRejectedToo() {
    LeaveOneSubjectOutResultProducer producer =
        producer(new SpyClassifier.SubjectAware().trainedOn("s2"));
    producer.setTrainingSubjects(1);
    String rejection = assertThrows(WekaException.class, () -> producer.doRun(1)).getMessage();
    assertTrue(rejection, rejection.contains("has seen subject s2"));
  }

  @Test
  public void learnerSeesNeitherSubjectNorFile() throws Exception {
    producer(new SpyClassifier()).doRun(1);
    for (SpyClassifier.Training training : SpyClassifier.TRAININGS) {
      assertEquals(List.of("x", "y"), training.attributes());
      assertEquals(2, training.classIndex());
    }
  }

  @Test
  public void runReshufflesTheTrainingAndSeedsTheScheme() throws Exception {
    LeaveOneSubjectOutResultProducer producer = producer(new SpyClassifier());
    producer.doRun(1);
    producer.doRun(2);
    producer.doRun(1);
    SpyClassifier.Training first = SpyClassifier.TRAININGS.get(0);
    SpyClassifier.Training second = SpyClassifier.TRAININGS.get(4);
    assertEquals(1, first.seed());
    assertEquals(2, second.seed());
    assertNotEquals(first.clips(), second.clips());
    assertEquals(new HashSet<>(first.clips()), new HashSet<>(second.clips()));
    assertEquals(first.clips(), SpyClassifier.TRAININGS.get(8).clips());
  }

  /** Otherwise the Experimenter would take each run for another scheme. */
  @Test
  public void seedOfTheRunDoesNotShowInTheKey() throws Exception {
    LeaveOneSubjectOutResultProducer producer = producer(new SpyClassifier());
    producer.doRun(1);
    producer.doRun(7);
    assertEquals(collected.keys.get(0).subList(3, 6), collected.keys.get(4).subList(3, 6));
    assertTrue(String.valueOf(collected.keys.get(4).get(4)).contains("-S 1"));
  }

  @Test
  public void skippedFoldsDoNotChangeTheOthers() throws Exception {
    producer(new SpyClassifier()).doRun(1);
    List<Double> whole = SpyClassifier.TRAININGS.get(2).clips();
    SpyClassifier.forget();
    collected.unwantedFolds.addAll(List.of("s1", "s2"));
    producer(new SpyClassifier()).doRun(1);
    assertEquals(2, SpyClassifier.TRAININGS.size());
    assertEquals(whole, SpyClassifier.TRAININGS.get(0).clips());
  }

  @Test
  public void agreesWithALoopByHand() throws Exception {
    producer(new J48()).doRun(1);
    List<Object> percent = collected.column("Percent_correct");
    List<Object> uar = collected.column("UAR");
    for (int subject = 0; subject < 4; subject++) {
      Evaluation byHand = byHand(new J48(), subject);
      assertEquals(byHand.pctCorrect(), (double) percent.get(subject), 1e-9);
      double sum = 0;
      int present = 0;
      for (int label = 0; label < 3; label++) {
        double clips = Utils.sum(byHand.confusionMatrix()[label]);
        sum += clips > 0 ? byHand.recall(label) : 0;
        present += clips > 0 ? 1 : 0;
      }
      assertEquals(sum / present, (double) uar.get(subject), 1e-9);
    }
  }

  @Test
  public void additionalMeasuresBecomeColumns() throws Exception {
    LeaveOneSubjectOutResultProducer producer = producer(new SpyClassifier());
    assertEquals(List.of("measureTrainingClips"), Collections.list(producer.enumerateMeasures()));
    assertThrows(IllegalArgumentException.class, () -> producer.getMeasure("measureTrainingClips"));
    producer.setAdditionalMeasures(new String[] {"measureTrainingClips"});
    producer.doRun(1);
    assertEquals(List.of(50.0, 60.0, 60.0, 70.0), collected.column("measureTrainingClips"));
    assertEquals(70, producer.getMeasure("measureTrainingClips"), 0);
  }

  @Test
  public void pooledConfusionIsWrittenForEachRun() throws Exception {
    LeaveOneSubjectOutResultProducer producer = producer(new J48());
    File file = new File(folder.getRoot(), "confusion.csv");
    producer.setConfusionFile(file);
    producer.preProcess();
    producer.doRun(1);
    producer.doRun(2);
    producer.postProcess();
    double[][] expected = new double[3][3];
    for (int subject = 0; subject < 4; subject++) {
      double[][] fold = byHand(new J48(), subject).confusionMatrix();
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 3; j++) {
          expected[i][j] += fold[i][j];
        }
      }
    }
    Instances written = DataSource.read(file.getPath());
    assertEquals(2 * 9, written.size());
    assertEquals(
        160, Utils.sum(written.attributeToDoubleArray(written.attribute("Count").index())), 0);
    for (int i = 0; i < 9; i++) {
      assertEquals(expected[i / 3][i % 3], written.get(i).value(written.attribute("Count")), 0);
      assertEquals(
          ClipTables.EMOTIONS.get(i / 3), written.get(i).stringValue(written.attribute("Actual")));
      assertEquals(4, written.get(i).value(written.attribute("Folds_pooled")), 0);
    }
  }

  @Test
  public void rawOutputHasEveryFoldAndThePooledConfusion() throws Exception {
    LeaveOneSubjectOutResultProducer producer = producer(new J48());
    File zip = new File(folder.getRoot(), "raw.zip");
    producer.setRawOutput(true);
    producer.setOutputFile(zip);
    producer.doRun(1);
    producer.postProcess();
    try (ZipFile entries = new ZipFile(zip)) {
      List<String> names = entries.stream().map(entry -> entry.getName()).toList();
      assertEquals(5, names.size());
      assertTrue(names.get(0), names.get(0).matches("1\\.s1-[0-9a-f]{8}\\.clips\\..*"));
      assertTrue(names.get(4), names.get(4).matches("1\\.pooled-[0-9a-f]{8}\\.clips\\..*"));
      String pooled =
          new String(entries.getInputStream(entries.getEntry(names.get(4))).readAllBytes());
      assertTrue(pooled, pooled.startsWith("Pooled over 4 folds: WAR 0."));
    }
  }

  @Test
  public void rawOutputNamesFewTrainingSubjects() throws Exception {
    LeaveOneSubjectOutResultProducer producer = producer(new J48());
    producer.setTrainingSubjects(2);
    File zip = new File(folder.getRoot(), "raw.zip");
    producer.setRawOutput(true);
    producer.setOutputFile(zip);
    producer.doRun(3);
    producer.postProcess();
    try (ZipFile entries = new ZipFile(zip)) {
      ZipEntry fold = entries.stream().findFirst().orElseThrow();
      assertTrue(fold.getName(), fold.getName().contains(".2_training_subjects__clips."));
      String raw = new String(entries.getInputStream(fold).readAllBytes());
      assertTrue(raw, raw.startsWith("2 training subjects: s2, s3"));
    }
  }

  @Test
  public void undecidedClipsAreInThePooledConfusionAndCountAsWrong() throws Exception {
    LeaveOneSubjectOutResultProducer producer = producer(new UnsureClassifier());
    File file = new File(folder.getRoot(), "confusion.csv");
    File zip = new File(folder.getRoot(), "raw.zip");
    producer.setConfusionFile(file);
    producer.setRawOutput(true);
    producer.setOutputFile(zip);
    producer.preProcess();
    producer.doRun(1);
    producer.postProcess();
    Instances written = DataSource.read(file.getPath());
    Attribute count = written.attribute("Count");
    assertEquals(80, Utils.sum(written.attributeToDoubleArray(count.index())), 0);
    // Weka's loader reads '?' as a missing value.
    double undecided =
        written.stream()
            .filter(row -> row.isMissing(written.attribute("Predicted")))
            .mapToDouble(row -> row.value(count))
            .sum();
    assertEquals(20, undecided, 0);
    for (int subject = 0; subject < 4; subject++) {
      Evaluation byHand = byHand(new UnsureClassifier(), subject);
      double war = byHand.correct() / byHand.numInstances();
      assertEquals(war, (double) collected.column("WAR").get(subject), 1e-12);
    }
    try (ZipFile entries = new ZipFile(zip)) {
      String name = entries.stream().map(ZipEntry::getName).reduce((a, b) -> b).orElseThrow();
      String pooled = new String(entries.getInputStream(entries.getEntry(name)).readAllBytes());
      assertTrue(
          pooled, pooled.contains("20 of 80 clips were left undecided; they count as wrong."));
      assertTrue(pooled, pooled.contains("Columns: anger, fear, neutral, ?"));
    }
  }

  @Test
  public void otherSplitEvaluatorsWorkWithoutPooledConfusion() throws Exception {
    LeaveOneSubjectOutResultProducer producer = producer(new SpyClassifier());
    CostSensitiveClassifierSplitEvaluator costs = new CostSensitiveClassifierSplitEvaluator();
    costs.setClassifier(new SpyClassifier());
    costs.setOnDemandDirectory(folder.getRoot());
    Files.writeString(
        folder
            .getRoot()
            .toPath()
            .resolve("clips-weka.filters.unsupervised.attribute.Remove-R1-2.cost"),
        "3 3\n0 1 1\n1 0 1\n1 1 0\n");
    producer.setSplitEvaluator(costs);
    producer.doRun(3);
    assertEquals(List.of("s1", "s2", "s3", "s4"), collected.folds());
    assertEquals(3, SpyClassifier.TRAININGS.get(0).seed());
    producer.setConfusionFile(new File(folder.getRoot(), "confusion.csv"));
    assertTrue(
        assertThrows(WekaException.class, () -> producer.doRun(1))
            .getMessage()
            .contains("CostSensitiveClassifierSplitEvaluator"));
  }

  @Test
  public void tableThatCannotBeDividedIsRejectedBeforeAnythingIsTrained() {
    LeaveOneSubjectOutResultProducer producer = producer(new SpyClassifier());
    producer.setSubject("speaker");
    WekaException rejection = assertThrows(WekaException.class, () -> producer.doRun(1));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("no attribute 'speaker'"));
    assertEquals(
        rejection.getMessage(),
        assertThrows(WekaException.class, () -> producer.doRunKeys(1)).getMessage());
    assertEquals(List.of(), SpyClassifier.TRAININGS);
  }

  @Test
  public void subjectOfTheSourceIsRejectedBeforeAnythingIsTrained() {
    FilteredClassifier scheme = new FilteredClassifier();
    scheme.setFilter(new AllFilter());
    scheme.setClassifier(new SpyClassifier.SubjectAware().trainedOn("s3"));
    LeaveOneSubjectOutResultProducer producer = producer(scheme);
    WekaException rejection = assertThrows(WekaException.class, () -> producer.doRun(1));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("has seen subject s3"));
    assertEquals(List.of(), SpyClassifier.TRAININGS);
  }

  @Test
  public void folderOfTheConfusionFileIsCheckedFirst() {
    LeaveOneSubjectOutResultProducer producer = producer(new SpyClassifier());
    producer.setConfusionFile(new File(folder.getRoot(), "absent/confusion.csv"));
    IOException rejection = assertThrows(IOException.class, () -> producer.doRun(1));
    assertTrue(rejection.getMessage(), rejection.getMessage().contains("is not there"));
    assertEquals(List.of(), SpyClassifier.TRAININGS);
  }

  @Test
  public void attributeThatIdentifiesClipsIsFoundBehindRemovedOnes() throws Exception {
    LeaveOneSubjectOutResultProducer producer = producer(new J48());
    ClassifierSplitEvaluator evaluator = (ClassifierSplitEvaluator) producer.getSplitEvaluator();
    evaluator.setAttributeID(3);
    producer.doRun(1);
    assertTrue(String.valueOf(collected.column("Instance_ID").get(1)).startsWith("1.0|5.0|9.0|"));
    assertEquals(3, evaluator.getAttributeID());
    evaluator.setAttributeID(0);
    assertTrue(
        assertThrows(WekaException.class, () -> producer.doRun(1))
            .getMessage()
            .startsWith("Attribute 1 cannot identify clips"));
  }

  @Test
  public void regressionIsEvaluatedBySubjectToo() throws Exception {
    table.setClassIndex(2);
    RegressionSplitEvaluator regression = new RegressionSplitEvaluator();
    regression.setClassifier(new LinearRegression());
    LeaveOneSubjectOutResultProducer producer = producer(new J48());
    producer.setSplitEvaluator(regression);
    producer.doRun(1);
    assertEquals(List.of("s1", "s2", "s3", "s4"), collected.folds());
    assertEquals(List.of(30.0, 20.0, 20.0, 10.0), collected.column("Number_of_testing_instances"));
    producer.setNumFolds(2);
    producer.doRun(1);
    assertEquals("1", collected.folds().get(4));
  }

  @Test
  public void isSavedWithAnExperiment() throws Exception {
    LeaveOneSubjectOutResultProducer producer = producer(new J48());
    producer.setNumFolds(2);
    producer.doRun(1);
    LeaveOneSubjectOutResultProducer copy =
        (LeaveOneSubjectOutResultProducer) new SerializedObject(producer).getObject();
    assertArrayEquals(producer.getOptions(), copy.getOptions());
  }

  private LeaveOneSubjectOutResultProducer producer(Classifier classifier) {
    return collected.producer(table, classifier);
  }

  private Set<Double> subjects(List<Double> clips) {
    Set<Double> subjects = new HashSet<>();
    clips.forEach(clip -> subjects.add(table.get(clip.intValue()).value(1)));
    return subjects;
  }

  /** Trains on x and y of all others and tests on one subject, without any code under test. */
  private Evaluation byHand(Classifier classifier, int subject) throws Exception {
    Instances plain = new Instances(table);
    plain.deleteAttributeAt(0);
    Instances training = new Instances(plain, 0);
    Instances test = new Instances(plain, 0);
    plain.forEach(clip -> (clip.value(0) == subject ? test : training).add(clip));
    training.deleteAttributeAt(0);
    test.deleteAttributeAt(0);
    training.randomize(new Random(99));
    classifier.buildClassifier(training);
    Evaluation evaluation = new Evaluation(training);
    evaluation.evaluateModel(classifier, test);
    return evaluation;
  }
}
