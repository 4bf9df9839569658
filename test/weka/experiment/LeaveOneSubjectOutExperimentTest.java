package weka.experiment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.beans.PropertyDescriptor;
import java.io.File;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import javax.swing.DefaultListModel;
import org.junit.BeforeClass;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.Classifier;
import weka.classifiers.bayes.NaiveBayes;
import weka.classifiers.trees.J48;
import weka.core.Instances;
import weka.core.Range;
import weka.core.converters.ConverterUtils.DataSink;
import weka.core.converters.ConverterUtils.DataSource;

/** The result producer inside Weka's experiments. */
public class LeaveOneSubjectOutExperimentTest {

  @Rule public TemporaryFolder folder = new TemporaryFolder();

  private final Instances table = ClipTables.noisy(1);
  private final CollectedResults collected = new CollectedResults();

  @BeforeClass
  public static void registerMetricsAsThePackageDoes() {
    ExampleExperiments.registerMetrics();
  }

  @Test
  public void isSavedAndReadAsExperimentFiles() throws Exception {
    for (String extension : new String[] {".exp", ".xml"}) {
      LeaveOneSubjectOutResultProducer producer = producer(new J48());
      producer.setSubject("speaker");
      producer.setNumFolds(3);
      producer.setTrainingSubjects(2);
      producer.setConfusionFile(new File("c.csv"));
      Experiment experiment = iterating(producer, new J48(), new NaiveBayes());
      String file = new File(folder.getRoot(), "loso" + extension).getPath();
      Experiment.write(file, experiment);
      LeaveOneSubjectOutResultProducer read =
          (LeaveOneSubjectOutResultProducer) Experiment.read(file).getResultProducer();
      assertEquals("speaker", read.getSubject());
      assertEquals(3, read.getNumFolds());
      assertEquals(2, read.getTrainingSubjects());
      assertEquals("c.csv", read.getConfusionFile().getName());
      assertEquals(
          J48.class,
          ((ClassifierSplitEvaluator) read.getSplitEvaluator()).getClassifier().getClass());
    }
  }

  @Test
  public void averagesOfARunAreThoseOfItsSubjects() throws Exception {
    LeaveOneSubjectOutResultProducer producer = producer(new J48());
    producer.doRun(1);
    double expected =
        collected.column("Percent_correct").stream()
            .mapToDouble(v -> (double) v)
            .average()
            .orElse(-1);
    CollectedResults averaged = new CollectedResults();
    AveragingResultProducer averaging = new AveragingResultProducer();
    averaging.setResultProducer(producer(new J48()));
    averaging.setResultListener(averaged);
    averaging.setExpectedResultsPerAverage(4);
    averaging.setInstances(table);
    averaging.preProcess();
    averaging.doRun(1);
    assertEquals(1, averaged.keys.size());
    assertEquals(expected, (double) averaged.column("Percent_correct").get(0), 1e-9);
  }

  @Test
  public void pairedCorrectedTTesterPairsSchemesBySubject() throws Exception {
    File results = new File(folder.getRoot(), "results.arff");
    InstancesResultListener listener = new InstancesResultListener();
    listener.setOutputFile(results);
    LeaveOneSubjectOutResultProducer producer = producer(new NaiveBayes());
    producer.setResultListener(listener);
    producer.preProcess();
    for (Classifier scheme : new Classifier[] {new NaiveBayes(), new J48()}) {
      ((ClassifierSplitEvaluator) producer.getSplitEvaluator()).setClassifier(scheme);
      for (int run = 1; run <= 3; run++) {
        producer.doRun(run);
      }
    }
    producer.postProcess();
    Instances rows = DataSource.read(results.getPath());
    assertEquals(2 * 3 * 4, rows.size());
    assertEquals(4, rows.attribute("Key_Fold").numValues());
    PairedCorrectedTTester tester = tester(rows);
    int uar = rows.attribute("UAR").index();
    assertEquals(12, tester.calculateStatistics(rows.get(0), 0, 1, uar).count, 0);
    tester.setDatasetKeyColumns(range(rows, "Key_Fold"));
    assertEquals(4, tester.getNumDatasets());
    assertEquals(3, tester.calculateStatistics(rows.get(0), 0, 1, uar).count, 0);
  }

  @Test
  public void experimentOfTheDesignRuns() throws Exception {
    File bags = new File(folder.getRoot(), "bags.arff");
    DataSink.write(bags.getPath(), table);
    File results = new File(folder.getRoot(), "results.csv");
    Experiment experiment = new Experiment();
    experiment.setOptions(
        new String[] {
          "-L",
          "1",
          "-U",
          "2",
          "-T",
          bags.getPath(),
          "-D",
          "weka.experiment.CSVResultListener -O " + results.getPath(),
          "-P",
          "weka.experiment.LeaveOneSubjectOutResultProducer",
          "--",
          "-subject",
          "subject",
          "-W",
          "weka.experiment.ClassifierSplitEvaluator",
          "--",
          "-no-size",
          "-W",
          "weka.classifiers.trees.J48",
          "--",
          "-M",
          "3"
        });
    experiment.initialize();
    experiment.runExperiment();
    experiment.postProcess();
    Instances rows = DataSource.read(results.getPath());
    assertEquals(8, rows.size());
    assertTrue(rows.attribute("UAR").isNumeric());
    assertEquals("s1", rows.get(0).stringValue(rows.attribute("Key_Fold")));
  }

  @Test
  public void experimentIteratesOverSchemes() throws Exception {
    File bags = new File(folder.getRoot(), "bags.arff");
    DataSink.write(bags.getPath(), table);
    Experiment experiment =
        iterating(producer(new J48()), new J48(), new NaiveBayes(), new SpyClassifier());
    experiment.setRunLower(1);
    experiment.setRunUpper(2);
    experiment.setResultListener(collected);
    DefaultListModel<File> tables = new DefaultListModel<>();
    tables.addElement(bags);
    experiment.setDatasets(tables);
    experiment.initialize();
    experiment.runExperiment();
    experiment.postProcess();
    assertEquals(3 * 2 * 4, collected.keys.size());
    assertEquals(3, collected.keys.stream().map(key -> key.get(3)).distinct().count());
    List<Object> measures = collected.column("measureTrainingClips");
    assertEquals(Collections.frequency(measures, null), 16);
    assertEquals(Collections.frequency(measures, 70.0), 2);
  }

  /** The numbers are data sets of the Analyse tab, whichever of them an experiment begins with. */
  @Test
  public void experimentComparesNumbersOfTrainingSubjects() throws Exception {
    File bags = new File(folder.getRoot(), "bags.arff");
    DataSink.write(bags.getPath(), table);
    File results = new File(folder.getRoot(), "results.arff");
    InstancesResultListener listener = new InstancesResultListener();
    listener.setOutputFile(results);
    LeaveOneSubjectOutResultProducer producer = producer(new NaiveBayes());
    Experiment experiment = new Experiment();
    experiment.setResultProducer(producer);
    experiment.setResultListener(listener);
    experiment.setUsePropertyIterator(true);
    Class<?> owner = LeaveOneSubjectOutResultProducer.class;
    PropertyDescriptor varied = new PropertyDescriptor("trainingSubjects", owner);
    experiment.setPropertyPath(new PropertyNode[] {new PropertyNode(producer, varied, owner)});
    experiment.setPropertyArray(new Integer[] {0, 1, 2});
    experiment.setRunLower(1);
    experiment.setRunUpper(2);
    DefaultListModel<File> tables = new DefaultListModel<>();
    tables.addElement(bags);
    experiment.setDatasets(tables);
    experiment.initialize();
    experiment.runExperiment();
    experiment.postProcess();
    Instances rows = DataSource.read(results.getPath());
    assertEquals(3 * 2 * 4, rows.size());
    PairedCorrectedTTester tester = tester(rows);
    assertEquals("a row for each number", 3, tester.getNumDatasets());
    assertEquals(1, tester.getNumResultsets());
    tester.setDatasetKeyColumns(range(rows, "Key_Scheme"));
    tester.setResultsetKeyColumns(range(rows, "Key_Dataset"));
    assertEquals("or a column for each", 3, tester.getNumResultsets());
    int war = rows.attribute("WAR").index();
    assertEquals(8, tester.calculateStatistics(rows.get(0), 0, 1, war).count, 0);
  }

  private static PairedCorrectedTTester tester(Instances rows) {
    PairedCorrectedTTester tester = new PairedCorrectedTTester();
    tester.setInstances(rows);
    tester.setDatasetKeyColumns(range(rows, "Key_Dataset"));
    tester.setResultsetKeyColumns(range(rows, "Key_Scheme", "Key_Scheme_options"));
    tester.setRunColumn(rows.attribute("Key_Run").index());
    tester.setFoldColumn(rows.attribute("Key_Fold").index());
    return tester;
  }

  private static Experiment iterating(
      LeaveOneSubjectOutResultProducer producer, Classifier... schemes) throws Exception {
    Experiment experiment = new Experiment();
    ExampleExperiments.iterate(experiment, producer, schemes);
    return experiment;
  }

  private static Range range(Instances rows, String... names) {
    Range range =
        new Range(
            String.join(
                ",",
                Arrays.stream(names)
                    .map(name -> String.valueOf(rows.attribute(name).index() + 1))
                    .toList()));
    range.setUpper(rows.numAttributes() - 1);
    return range;
  }

  private LeaveOneSubjectOutResultProducer producer(Classifier classifier) {
    return collected.producer(table, classifier);
  }
}
