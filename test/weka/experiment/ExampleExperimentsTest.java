package weka.experiment;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.weka.filter.FilterChain;
import emotiontransfer.weka.filter.MediaFilter;
import java.io.File;
import java.lang.reflect.Array;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.swing.DefaultListModel;
import org.junit.BeforeClass;
import org.junit.ClassRule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Instances;
import weka.core.OptionHandler;
import weka.core.SerializationHelper;
import weka.core.converters.ConverterUtils.DataSource;
import weka.filters.Filter;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;

/** The experiments that users start from: they load as they are, and run. */
public class ExampleExperimentsTest {

  @ClassRule public static final TemporaryFolder FOLDER = new TemporaryFolder();

  private static File table;
  private static File source;

  @BeforeClass
  public static void makeTablesAndASource() throws Exception {
    ExampleExperiments.registerMetrics();
    Path root = FOLDER.getRoot().toPath();
    table = ToneCorpus.write(root, "near", 0);
    PathNetClassifier pathNet = new PathNetClassifier();
    pathNet.setOptions(new String[] {"-G", "1", "-P", "2"});
    FilteredClassifier classifier = new FilteredClassifier();
    classifier.setFilter(new MelDeltaSpectrogram());
    classifier.setClassifier(pathNet);
    classifier.buildClassifier(ToneCorpus.clips(ToneCorpus.write(root, "far", 200)));
    source = FOLDER.newFile("source.model");
    SerializationHelper.write(source.getPath(), classifier);
  }

  @Test
  public void everyFileIsWhatTheBuilderMakes() throws Exception {
    Map<String, Experiment> built = ExampleExperiments.all();
    try (Stream<Path> files = Files.list(ExampleExperiments.FOLDER)) {
      assertEquals(
          new TreeSet<>(built.keySet()),
          new TreeSet<>(
              files
                  .map(file -> file.getFileName().toString())
                  .filter(name -> name.endsWith(".exp"))
                  .toList()));
    }
    for (Map.Entry<String, Experiment> example : built.entrySet()) {
      Experiment expected = example.getValue();
      Experiment read = read(example.getKey());
      assertEquals(schemes(expected), schemes(read));
      assertEquals(expected.getDatasets().get(0), read.getDatasets().get(0));
      assertEquals(expected.getRunUpper(), read.getRunUpper());
      assertEquals(expected.getNotes(), read.getNotes());
      assertEquals(expected.getResultListener().getClass(), read.getResultListener().getClass());
      assertArrayEquals(
          ((OptionHandler) expected.getResultProducer()).getOptions(),
          ((OptionHandler) read.getResultProducer()).getOptions());
    }
  }

  @Test
  public void scratchTransferAndBaselinesRun() throws Exception {
    Instances results = runSmall("scratch-transfer-baselines.exp", 1);
    assertEquals(5 * ToneCorpus.SUBJECTS, results.numInstances());
    assertEquals(5, results.numDistinctValues(results.attribute("Key_Scheme_options")));
    assertTrue(results.attribute("UAR").isNumeric());
    assertEquals("folders-near1", results.get(0).stringValue(results.attribute("Key_Fold")));
  }

  @Test
  public void subjectsAreRuns() throws Exception {
    Instances results = runSmall("subject-per-run.exp", ToneCorpus.SUBJECTS);
    assertEquals(3 * ToneCorpus.SUBJECTS, results.numInstances());
    assertEquals(ToneCorpus.SUBJECTS, results.numDistinctValues(results.attribute("Key_Fold")));
  }

  @Test
  public void speakerDependentCrossValidationKeepsClipsWhole() throws Exception {
    Instances results = runSmall("speaker-dependent.exp", 1);
    assertEquals(2 * 3, results.numInstances());
    // One clip is one instance, however many segments it has.
    assertEquals(
        2 * ToneCorpus.CLIPS,
        results.attributeStats(results.attribute("Number_of_testing_instances").index())
            .numericStats
            .sum,
        0);
  }

  private static Experiment read(String name) throws Exception {
    return Experiment.read(ExampleExperiments.FOLDER.resolve(name).toString());
  }

  private static List<List<String>> schemes(Experiment experiment) {
    List<List<String>> schemes = new ArrayList<>();
    for (int i = 0; i < Array.getLength(experiment.getPropertyArray()); i++) {
      schemes.add(List.of(((OptionHandler) experiment.getPropertyArrayValue(i)).getOptions()));
    }
    return schemes;
  }

  /** Runs an example with small networks, and with the files of this test in its paths' places. */
  private static Instances runSmall(String name, int runs) throws Exception {
    Experiment experiment = read(name);
    for (int i = 0; i < Array.getLength(experiment.getPropertyArray()); i++) {
      if (!(experiment.getPropertyArrayValue(i) instanceof FilteredClassifier filtered)) {
        continue;
      }
      for (Filter filter : FilterChain.of(filtered.getFilter())) {
        if (filter instanceof MediaFilter reader) {
          assertEquals(new File("default"), reader.getStore());
          reader.setStore(new File(FOLDER.getRoot(), "store"));
        }
      }
      if (filtered.getClassifier() instanceof PathNetClassifier pathNet) {
        pathNet.setGenerations(1);
        pathNet.setPopulation(2);
        if (pathNet.getSources().length > 0) {
          assertEquals(new File("source.model"), pathNet.getSources()[0]);
          pathNet.setSources(new File[] {source});
        }
      }
    }
    if (experiment.getResultProducer() instanceof CrossValidationResultProducer producer) {
      producer.setNumFolds(3);
    }
    DefaultListModel<File> tables = new DefaultListModel<>();
    tables.addElement(table);
    experiment.setDatasets(tables);
    experiment.setRunUpper(runs);
    File results = new File(FOLDER.getRoot(), name + ".arff");
    InstancesResultListener listener = new InstancesResultListener();
    listener.setOutputFile(results);
    experiment.setResultListener(listener);
    experiment.initialize();
    while (experiment.hasMoreIterations()) {
      experiment.nextIteration();
    }
    experiment.postProcess();
    return DataSource.read(results.getPath());
  }
}
