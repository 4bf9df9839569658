package weka.experiment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.PrivatePostgres;
import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import javax.swing.DefaultListModel;
import org.junit.Before;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.Classifier;
import weka.classifiers.bayes.NaiveBayes;
import weka.classifiers.trees.J48;
import weka.core.Attribute;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Range;
import weka.core.converters.ConverterUtils.DataSink;
import weka.core.converters.ConverterUtils.DataSource;

/** Results of subjects in HSQLDB and PostgreSQL: written, continued, and compared. */
public class ExperimentDatabaseTest {

  private static final int SUBJECTS = 4;

  @ClassRule public static final PrivatePostgres POSTGRES = new PrivatePostgres();

  @Rule public TemporaryFolder folder = new TemporaryFolder();

  private File table;

  @BeforeClass
  public static void registerMetricsAsThePackageDoes() {
    ExampleExperiments.registerMetrics();
  }

  @Before
  public void writeTable() throws Exception {
    SpyClassifier.forget();
    table = folder.newFile("clips.arff");
    DataSink.write(table.getPath(), ClipTables.noisy(1));
  }

  /** A new database in memory for each call. */
  private static Properties hsqldb() throws Exception {
    return PrivatePostgres.documentedProperties("hsqldb", "jdbc:hsqldb:mem:" + UUID.randomUUID());
  }

  private static DatabaseResultListener listener(Properties properties) throws Exception {
    DatabaseResultListener listener = new DatabaseResultListener();
    listener.initialize(properties);
    return listener;
  }

  @Test
  public void hsqldbHoldsTheFiguresOfAFile() throws Exception {
    assertHoldsTheFiguresOfAFile(hsqldb());
  }

  @Test
  public void postgresqlHoldsTheFiguresOfAFile() throws Exception {
    assertHoldsTheFiguresOfAFile(POSTGRES.properties());
  }

  private void assertHoldsTheFiguresOfAFile(Properties properties) throws Exception {
    File file = folder.newFile("results.arff");
    InstancesResultListener toFile = new InstancesResultListener();
    toFile.setOutputFile(file);
    run(experiment(toFile, "subject", new NaiveBayes(), new J48()));
    // The index from 1 names the same attribute, but makes a results table of its own.
    run(experiment(listener(properties), "2", new NaiveBayes(), new J48()));

    Instances expected = DataSource.read(file.getPath());
    Instances found = results(properties);
    assertEquals(2 * 2 * SUBJECTS, found.numInstances());
    for (String metric : List.of("WAR", "UAR", "Percent_correct", "Number_of_testing_instances")) {
      assertEquals(figures(expected, metric).keySet(), figures(found, metric).keySet());
      // Weka writes six digits to a file.
      figures(expected, metric)
          .forEach((key, figure) -> assertEquals(figure, figures(found, metric).get(key), 1e-6));
    }
    assertComparesSchemes(found, "WAR");
    assertComparesSchemes(found, "UAR");
  }

  /** As the Analyse tab does: first over all subjects, then with a subject in each row. */
  private static void assertComparesSchemes(Instances results, String metric) throws Exception {
    PairedCorrectedTTester tester = new PairedCorrectedTTester();
    tester.setInstances(results);
    tester.setResultsetKeyColumns(ranges(results, "Key_Scheme", "Key_Scheme_options"));
    tester.setRunColumn(column(results, "Key_Run").index());
    tester.setFoldColumn(column(results, "Key_Fold").index());
    tester.setDatasetKeyColumns(ranges(results, "Key_Dataset"));
    int figure = column(results, metric).index();
    String overall = tester.multiResultsetFull(0, figure);
    assertTrue(overall, overall.contains("clips") && overall.contains("(v/ /*)"));
    assertEquals(2 * SUBJECTS, tester.calculateStatistics(results.get(0), 0, 1, figure).count, 0);

    tester.setDatasetKeyColumns(ranges(results, "Key_Fold"));
    String bySubject = tester.multiResultsetFull(0, figure);
    for (String subject : List.of("s1", "s2", "s3", "s4")) {
      assertTrue(bySubject, bySubject.contains(subject));
    }
    assertEquals(2, tester.calculateStatistics(results.get(0), 0, 1, figure).count, 0);
  }

  @Test
  public void interruptedExperimentContinuesInHsqldb() throws Exception {
    assertContinues(hsqldb());
  }

  @Test
  public void interruptedExperimentContinuesInPostgresql() throws Exception {
    assertContinues(POSTGRES.properties());
  }

  private void assertContinues(Properties properties) throws Exception {
    DatabaseResultListener failing =
        new DatabaseResultListener() {
          private static final long serialVersionUID = 1L;
          private int accepted;

          @Override
          public void acceptResult(ResultProducer producer, Object[] key, Object[] result)
              throws Exception {
            if (++accepted > 5) {
              throw new IllegalStateException("the power went off");
            }
            super.acceptResult(producer, key, result);
          }
        };
    failing.initialize(properties);
    Experiment interrupted = experiment(failing, "subject", new SpyClassifier());
    assertThrows(IllegalStateException.class, () -> run(interrupted));
    assertEquals(6, SpyClassifier.TRAININGS.size());
    SpyClassifier.forget();

    run(experiment(listener(properties), "subject", new SpyClassifier()));
    assertEquals(2 * SUBJECTS - 5, SpyClassifier.TRAININGS.size());
    assertEquals(2, SpyClassifier.TRAININGS.get(0).seed());
    Instances rows = results(properties);
    assertEquals(2 * SUBJECTS, rows.numInstances());
    Attribute measure = column(rows, "measureTrainingClips");
    for (Instance row : rows) {
      // In the rows of the continued experiment too, where Weka takes the column's name from the
      // database, in the database's letters.
      assertTrue(row.toString(measure), row.value(measure) >= 50);
    }
    SpyClassifier.forget();
    run(experiment(listener(properties), "subject", new SpyClassifier()));
    assertEquals(List.of(), SpyClassifier.TRAININGS);
  }

  /** That is Weka's rule for files: they begin anew. */
  @Test
  public void commaSeparatedResultsBeginAnew() throws Exception {
    File file = folder.newFile("results.csv");
    for (int time = 1; time <= 2; time++) {
      CSVResultListener listener = new CSVResultListener();
      listener.setOutputFile(file);
      run(experiment(listener, "subject", new SpyClassifier()));
      assertEquals(time * 2 * SUBJECTS, SpyClassifier.TRAININGS.size());
      assertEquals(2 * SUBJECTS, DataSource.read(file.getPath()).numInstances());
    }
  }

  private static void run(Experiment experiment) throws Exception {
    experiment.initialize();
    while (experiment.hasMoreIterations()) {
      experiment.nextIteration();
    }
    experiment.postProcess();
  }

  private Experiment experiment(ResultListener listener, String subject, Classifier... schemes)
      throws Exception {
    LeaveOneSubjectOutResultProducer producer = new CollectedResults().producer(null, schemes[0]);
    producer.setSubject(subject);
    Experiment experiment = new Experiment();
    ExampleExperiments.iterate(experiment, producer, schemes);
    experiment.setResultListener(listener);
    experiment.setRunLower(1);
    experiment.setRunUpper(2);
    DefaultListModel<File> tables = new DefaultListModel<>();
    tables.addElement(table);
    experiment.setDatasets(tables);
    return experiment;
  }

  /** Reads the newest results table as the Analyse tab does. */
  private static Instances results(Properties properties) throws Exception {
    InstanceQuery query = new InstanceQuery();
    query.initialize(properties);
    query.connectToDatabase();
    Instances index = query.retrieveInstances("SELECT * FROM " + DatabaseUtils.EXP_INDEX_TABLE);
    Attribute number = column(index, DatabaseUtils.EXP_RESULT_COL);
    int newest = (int) index.lastInstance().value(number);
    Instances rows = query.retrieveInstances("SELECT * FROM Results" + newest);
    query.disconnectFromDatabase();
    return rows;
  }

  private static Map<String, Double> figures(Instances results, String metric) {
    Map<String, Double> figures = new TreeMap<>();
    for (Instance row : results) {
      StringBuilder key = new StringBuilder();
      for (String part : List.of("Key_Scheme", "Key_Run", "Key_Fold")) {
        key.append(row.toString(column(results, part))).append(' ');
      }
      figures.put(key.toString(), row.value(column(results, metric)));
    }
    return figures;
  }

  private static Range ranges(Instances results, String... names) {
    StringBuilder list = new StringBuilder();
    for (String name : names) {
      list.append(list.isEmpty() ? "" : ",").append(column(results, name).index() + 1);
    }
    Range range = new Range(list.toString());
    range.setUpper(results.numAttributes() - 1);
    return range;
  }

  /** Databases have their own mind about capital letters. */
  private static Attribute column(Instances rows, String name) {
    for (int i = 0; i < rows.numAttributes(); i++) {
      if (rows.attribute(i).name().equalsIgnoreCase(name)) {
        return rows.attribute(i);
      }
    }
    throw new AssertionError("no column " + name);
  }
}
