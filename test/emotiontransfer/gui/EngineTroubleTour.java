package emotiontransfer.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.swing.JTextArea;

/**
 * What the Run tab says about what is missing and about engines that cannot be used: one with
 * another secret, one that is not there, one that dies. No part is lost by that or by Stop.
 */
final class EngineTroubleTour extends Tour {

  private static final int SUBJECTS = 4;

  /** Three schemes on each subject. */
  private static final int ROWS = 3 * SUBJECTS;

  private static final String ABSENT = "127.0.0.1:1";

  private ExperimenterFrame experimenter;
  private ResultsTable results;
  private Engine stranger;
  private Engine mortal;
  private Engine steady;

  @Override
  Window start(Path corpora) throws Exception {
    steady = EngineExperiment.startEngine(screen, corpora);
    mortal = EngineExperiment.startEngine(screen, corpora);
    stranger =
        EngineExperiment.startEngine(screen, Files.createDirectory(corpora.resolve("other")));
    return EngineExperiment.openExperimenter(screen, corpora);
  }

  @Override
  void walk(Window window, Path corpora) throws Exception {
    results = ResultsTable.ofWekaHome();
    results.forget();
    experimenter = new ExperimenterFrame(screen, weka, window);
    experimenter.mode("Advanced");
    experimenter.open(corpora.resolve("subject-per-run.exp"));
    experimenter.repeat(SUBJECTS);
    experimenter.distribute();
    readsWhatIsMissing();
    readsWhyEnginesAreNotUsed();
    results.forget();
    stopsAndContinues();
    readsThatNoEngineIsLeft();
  }

  private void readsWhatIsMissing() {
    JTextArea log = experimenter.start();
    experimenter.awaitEnd(log, "There are no hosts: press 'Hosts' in the Setup tab", 1);
    weka.selectTab(experimenter.window(), "Setup");
    screen.closeWindow(
        experimenter.nameHosts(List.of(stranger.host(), ABSENT, mortal.host(), steady.host())));
    experimenter.writeToDatabase("jdbc:postgresql://127.0.0.1:1/none");
    experimenter.start();
    experimenter.awaitEnd(log, "The experiment cannot be started: ", 1);
    weka.selectTab(experimenter.window(), "Setup");
    experimenter.writeToDatabase(results.url());
  }

  private void readsWhyEnginesAreNotUsed() {
    JTextArea log = experimenter.start();
    mortal.await(screen, "Iterating (exp run #");
    mortal.kill();
    experimenter.awaitRuns(log, SUBJECTS);
    experimenter.awaitEnd(log, "Experiment completed successfully.", 1);
    String text = log.getText();
    assertTrue(text, text.contains("The engine at " + stranger.host() + " has another secret"));
    assertTrue(text, text.contains("No engine answers at " + ABSENT + ": Connection refused."));
    assertTrue(text, text.contains("No engine answers at " + mortal.host()));
    stranger.await(screen, "Rejected the program at 127.0.0.1:");
    assertEquals(ROWS, results.trainingTimes().size());
  }

  private void stopsAndContinues() {
    JTextArea log = experimenter.start();
    screen.await("the first rows", () -> !results.trainingTimes().isEmpty());
    weka.press(experimenter.window(), "Stop");
    experimenter.awaitEnd(log, "Start continues with the rest.", 1);
    Map<String, Double> before = results.trainingTimes();
    assertTrue(before.toString(), before.size() < ROWS);

    experimenter.start();
    experimenter.awaitEnd(log, "Experiment completed successfully.", 2);
    Map<String, Double> after = results.trainingTimes();
    assertEquals(ROWS, after.size());
    // A fold that was done again would have taken another time.
    before.forEach((fold, time) -> assertEquals(fold, time, after.get(fold)));
  }

  private void readsThatNoEngineIsLeft() {
    steady.kill();
    JTextArea log = experimenter.start();
    experimenter.awaitEnd(log, "All connections to remote hosts failed.", 1);
  }
}
