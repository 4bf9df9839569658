package weka.experiment;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javax.swing.DefaultListModel;
import org.junit.Test;
import weka.core.Utils;
import weka.core.WekaException;

/** How the parts of a remote experiment are scheduled, without any engine. */
public class RemoteRunsTest {

  private final List<String> launched = new ArrayList<>();
  private final List<String> log = new ArrayList<>();

  /** Notes what would be sent to an engine. */
  private final class Launches extends RemoteRuns.Rescheduled {

    private static final long serialVersionUID = 1L;

    Launches(Experiment base) throws Exception {
      super(base, log::add);
    }

    @Override
    public void launchNext(int part, int host) {
      launched.add("part " + part + " to host " + host);
    }

    void finish(int host) {
      incrementFinished();
      availableHost(host);
    }

    void lose(int part) {
      waitingExperiment(part);
    }
  }

  private Launches started(int runs) throws Exception {
    Experiment base = new Experiment();
    base.setRunLower(1);
    base.setRunUpper(runs);
    DefaultListModel<File> tables = new DefaultListModel<>();
    tables.addElement(new File("clips.arff"));
    base.setDatasets(tables);
    Launches experiment = new Launches(base);
    experiment.setSplitByDataSet(false);
    experiment.addRemoteHost("127.0.0.1:1");
    experiment.addRemoteHost("127.0.0.1:2");
    experiment.initialize();
    experiment.runExperiment();
    return experiment;
  }

  /** Weka's own class forgets it: nobody is left who would finish and take the next part. */
  @Test
  public void lastPartOfADeadEngineGoesToAnIdleOne() throws Exception {
    Launches experiment = started(2);
    assertEquals(List.of("part 0 to host 0", "part 1 to host 1"), launched);
    experiment.finish(1);
    assertEquals(2, launched.size());
    experiment.lose(0);
    assertEquals("part 0 to host 1", launched.get(2));
    experiment.finish(1);
    assertEquals(2, experiment.done());
    assertTrue(log.toString(), log.contains("Experiment completed successfully."));
  }

  @Test
  public void lostPartWaitsForABusyEngine() throws Exception {
    Launches experiment = started(3);
    experiment.lose(0);
    assertEquals(2, launched.size());
    experiment.finish(1);
    experiment.finish(1);
    assertEquals(List.of("part 2 to host 1", "part 0 to host 1"), launched.subList(2, 4));
    experiment.finish(1);
    assertEquals(3, experiment.done());
  }

  @Test
  public void commandRejectsWhatCannotWork() {
    String producer =
        " -T clips.arff -P weka.experiment.LeaveOneSubjectOutResultProducer --"
            + " -W weka.experiment.ClassifierSplitEvaluator -- -W weka.classifiers.rules.ZeroR";
    assertRejected("Option -h is missing.", "-D weka.experiment.CSVResultListener" + producer);
    assertRejected(
        "The results go to a CSVResultListener, which each engine would begin anew",
        "-h 127.0.0.1:1 -D weka.experiment.CSVResultListener" + producer);
    assertRejected("is not there", "-h 127.0.0.1:1 -l absent.xml");
    assertRejected(
        "run, dataset or scheme, but not 'fold'",
        "-h 127.0.0.1:1 -split fold -D weka.experiment.DatabaseResultListener" + producer);
    assertRejected(
        "one scheme",
        "-h 127.0.0.1:1 -split scheme -D weka.experiment.DatabaseResultListener" + producer);
  }

  @Test
  public void engineRejectsPortsThatAreNone() {
    for (String port : List.of("0", "65536", "home")) {
      String message =
          assertThrows(
                  WekaException.class,
                  () -> new EmotionEngine().run(null, new String[] {"-p", port}))
              .getMessage();
      assertTrue(message, message.startsWith("Option -p must be"));
    }
  }

  @Test
  public void secretIsNamedOrRenounced() {
    assertRejected(
        "Options -secret and -no-secret exclude each other.",
        "-h 127.0.0.1:1 -no-secret -secret engine.secret");
    String message =
        assertThrows(
                WekaException.class,
                () -> new EmotionEngine().run(null, new String[] {"-secret", "test"}))
            .getMessage();
    assertTrue(
        message, message.startsWith("The secret of engines, 'test' (option -secret), is no"));
  }

  private static void assertRejected(String sentence, String options) {
    String message =
        assertThrows(
                WekaException.class, () -> new RemoteRuns().run(null, Utils.splitOptions(options)))
            .getMessage();
    assertTrue(message, message.contains(sentence));
  }
}
