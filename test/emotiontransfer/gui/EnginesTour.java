package emotiontransfer.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.Window;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JTextArea;

/** Two engines do the example whose runs are subjects, which the Analyse tab then shows. */
final class EnginesTour extends Tour {

  private static final int SCHEMES = 3;
  private static final int SUBJECTS = 4;

  private ExperimenterFrame experimenter;
  private Engine first;
  private Engine second;

  @Override
  Window start(Path corpora) throws Exception {
    first = EngineExperiment.startEngine(screen, corpora);
    second = EngineExperiment.startEngine(screen, corpora);
    return EngineExperiment.openExperimenter(screen, corpora);
  }

  @Override
  void walk(Window window, Path corpora) throws Exception {
    ResultsTable results = ResultsTable.ofWekaHome();
    results.forget();
    experimenter = new ExperimenterFrame(screen, weka, window);
    experimenter.mode("Advanced");
    experimenter.open(corpora.resolve("subject-per-run.exp"));
    experimenter.writeToDatabase(results.url());
    experimenter.distribute();
    screen.closeWindow(experimenter.nameHosts(List.of(first.host(), second.host())));
    experimenter.repeat(SUBJECTS);
    String log = runsEverything();
    assertTrue(log, log.contains("on host " + first.host()));
    assertTrue(log, log.contains("on host " + second.host()));
    assertEquals(SCHEMES * SUBJECTS, results.trainingTimes().size());
    seesEverySubject();
  }

  private String runsEverything() {
    JTextArea log = experimenter.start();
    experimenter.awaitRuns(log, SUBJECTS);
    experimenter.awaitEnd(log, "Experiment completed successfully.", 1);
    screen.shoot("experimenter-engines", experimenter.window());
    String text = log.getText();
    assertTrue(text, text.contains("4 runs completed successfully. 0 failures during running."));
    return text;
  }

  private void seesEverySubject() {
    weka.selectTab(experimenter.window(), "Analyse");
    weka.press(experimenter.window(), "Experiment");
    experimenter.awaitLoaded(String.valueOf(SCHEMES * SUBJECTS));
    experimenter.rowsAreSubjects();
    String table = experimenter.testLoaded("uar");
    assertTrue(table, table.contains("Resultsets: " + SCHEMES));
    for (String subject : List.of("f01", "f03", "m02", "m04")) {
      assertTrue(table, table.contains("folders-velua-" + subject));
    }
  }
}
