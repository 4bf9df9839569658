package emotiontransfer.weka.progress;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.DefaultListModel;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;
import weka.classifiers.Classifier;
import weka.classifiers.functions.PathNetClassifier;
import weka.classifiers.meta.FilteredClassifier;
import weka.core.Instances;
import weka.core.converters.ConverterUtils.DataSink;
import weka.experiment.CSVResultListener;
import weka.experiment.ClassifierSplitEvaluator;
import weka.experiment.ClipTables;
import weka.experiment.Experiment;
import weka.experiment.LeaveOneSubjectOutResultProducer;
import weka.filters.AllFilter;
import weka.gui.GenericObjectEditor;
import weka.gui.LogPanel;
import weka.gui.experiment.RunPanel;
import weka.gui.explorer.ClassifierPanel;

/** Weka's own panels, without windows around them, while their buttons have been pressed. */
public class WindowRunTest {

  private static final long PATIENCE_SECONDS = 120;

  @Rule public TemporaryFolder folder = new TemporaryFolder();

  private final List<String> statuses = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch ended = new CountDownLatch(1);

  /** Notes what the status line shows, in the thread that sets it. */
  private void watch(LogPanel log, String end) {
    WindowRun.field(log, "m_StatusLab", JLabel.class)
        .addPropertyChangeListener(
            "text",
            change -> {
              statuses.add(String.valueOf(change.getNewValue()));
              if (end.equals(change.getNewValue())) {
                ended.countDown();
              }
            });
  }

  private static Classifier behindFilter() throws Exception {
    FilteredClassifier filtered = new FilteredClassifier();
    filtered.setFilter(new AllFilter());
    filtered.setClassifier(small());
    return filtered;
  }

  private static PathNetClassifier small() throws Exception {
    PathNetClassifier small = new PathNetClassifier();
    small.setOptions(new String[] {"-G", "2", "-P", "2", "-M", "4"});
    return small;
  }

  private void crossValidate(Classifier scheme) throws Exception {
    ClassifierPanel panel = new ClassifierPanel();
    LogPanel log = new LogPanel();
    SwingUtilities.invokeAndWait(
        () -> {
          panel.setLog(log);
          Instances table = ClipTables.noisy(1);
          panel.setInstances(table);
          WindowRun.field(panel, "m_ClassifierEditor", GenericObjectEditor.class).setValue(scheme);
          WindowRun.field(panel, "m_CVText", JTextField.class).setText("3");
          watch(log, "OK");
          WindowRun.field(panel, "m_StartBut", AbstractButton.class).doClick();
        });
    assertTrue(statuses.toString(), ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  private void assertShown(String status) {
    assertTrue(
        status + " is missing in " + statuses,
        statuses.stream().anyMatch(shown -> shown.startsWith(status)));
  }

  @Test
  public void explorerShowsItsFoldAroundTheGenerations() throws Exception {
    crossValidate(small());
    assertShown("model of all data, generation 1 of 2");
    assertShown("fold 1 of 3, generation 1 of 2");
    assertShown("fold 3 of 3, generation 1 of 2");
    assertEquals("OK at the end only", 1, Collections.frequency(statuses, "OK"));
  }

  @Test
  public void explorerShowsTheSameOfASchemeWithinAnother() throws Exception {
    crossValidate(behindFilter());
    assertShown("model of all data, generation 1 of 2");
    assertShown("fold 3 of 3, generation 1 of 2");
    assertEquals("OK at the end only", 1, Collections.frequency(statuses, "OK"));
  }

  @Test
  public void experimenterShowsSchemeRunFoldAndGeneration() throws Exception {
    Experiment experiment = new Experiment();
    LeaveOneSubjectOutResultProducer producer = new LeaveOneSubjectOutResultProducer();
    ClassifierSplitEvaluator evaluator = new ClassifierSplitEvaluator();
    evaluator.setClassifier(behindFilter());
    evaluator.setNoSizeDetermination(true);
    producer.setSplitEvaluator(evaluator);
    experiment.setResultProducer(producer);
    CSVResultListener results = new CSVResultListener();
    results.setOutputFile(folder.newFile("results.csv"));
    experiment.setResultListener(results);
    experiment.setRunUpper(2);
    File arff = new File(folder.getRoot(), "clips.arff");
    DataSink.write(arff.getPath(), ClipTables.noisy(1));
    DefaultListModel<File> tables = new DefaultListModel<>();
    tables.addElement(arff);
    experiment.setDatasets(tables);
    RunPanel panel = new RunPanel();
    LogPanel log = WindowRun.field(panel, "m_Log", LogPanel.class);
    SwingUtilities.invokeAndWait(
        () -> {
          panel.setExperiment(experiment);
          watch(log, "Not running");
          WindowRun.field(panel, "m_StartBut", AbstractButton.class).doClick();
        });
    assertTrue(statuses.toString(), ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS));
    assertShown("run 1 of 2, fold 1 of 4, generation 1 of 2");
    assertShown("run 2 of 2, fold 4 of 4, generation 1 of 2");
    assertFalse("the experiment goes on", statuses.contains("OK"));
  }

  @Test
  public void iterationsOfAnExperimentAreNamedInWekasOrder() {
    ExperimenterRun.Counters tablesFirst = new ExperimenterRun.Counters(10, 2, 3, true, 0);
    assertEquals(60, tablesFirst.all());
    assertEquals("scheme 1 of 3, table 1 of 2, run 1 of 10", tablesFirst.label(0));
    assertEquals("scheme 1 of 3, table 2 of 2, run 1 of 10", tablesFirst.label(10));
    assertEquals("scheme 3 of 3, table 2 of 2, run 10 of 10", tablesFirst.label(59));
    ExperimenterRun.Counters schemesFirst = new ExperimenterRun.Counters(10, 2, 3, false, 0);
    assertEquals("table 1 of 2, scheme 2 of 3, run 1 of 10", schemesFirst.label(10));
    assertEquals("run 1 of 1", new ExperimenterRun.Counters(1, 1, 1, true, 0).label(0));
    assertEquals(
        List.of("run 1 of 2", "run 2 of 2"),
        Stream.of(0L, 1L).map(new ExperimenterRun.Counters(2, 1, 1, true, 0)::label).toList());
  }

  @Test
  public void otherThreadsAreNoneOfAWindow() {
    assertTrue(WindowRun.of(Task.of("Reading clips", "step", "clip", 3)).isEmpty());
  }
}
