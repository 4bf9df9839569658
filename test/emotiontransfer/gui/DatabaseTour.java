package emotiontransfer.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.Window;
import java.nio.file.Path;
import java.util.Map;
import javax.swing.JLabel;
import javax.swing.JTextArea;

/**
 * Results go to HSQLDB, with the settings of the documentation in WEKA_HOME; the experiment is
 * stopped, and continues where it was.
 */
final class DatabaseTour extends Tour {

  /** At the address of the settings. */
  private static final ResultsTable TABLE =
      new ResultsTable("jdbc:hsqldb:file:results/hsqldb;shutdown=true");

  /** Five schemes on four subjects. */
  private static final int ROWS = 20;

  private ExperimenterFrame experimenter;

  @Override
  void walk(Window chooser, Path corpora) throws Exception {
    ExampleFiles.writeSource(corpora);
    experimenter = ExperimenterFrame.open(screen, weka, chooser);
    experimenter.mode("Advanced");
    weka.press(experimenter.window(), "Open...");
    FileTypes.shoot(screen, weka, "experimenter-open");
    weka.chooseFile(corpora.resolve("scratch-transfer-baselines.exp"), "");
    choosesTheDatabase();
    stopsAndContinues();
    analysesWhatIsThere();
  }

  private void choosesTheDatabase() {
    weka.chooseClass(experimenter.part("Destination"), "experiment", "DatabaseResultListener");
    Window options = experimenter.openOptions("Destination");
    screen.shoot("experimenter-database", experimenter.window(), options);
    experimenter.close(options);
  }

  private void stopsAndContinues() {
    weka.selectTab(experimenter.window(), "Run");
    JTextArea log = screen.find(experimenter.window(), JTextArea.class, any -> true);
    weka.press(experimenter.window(), "Start");
    // HSQLDB swallows an interrupt that meets one of its statements, so that Stop has to be pressed
    // while a subject is trained on: right after the row of the one before.
    screen.await("the first subjects", () -> TABLE.trainingTimes().size() > 1);
    weka.press(experimenter.window(), "Stop");
    awaitEnds(log, 1);
    assertTrue(log.getText(), log.getText().contains("User aborting experiment"));
    Map<String, Double> before = TABLE.trainingTimes();
    assertTrue(before.toString(), before.size() < ROWS);

    weka.press(experimenter.window(), "Start");
    awaitEnds(log, 2);
    Map<String, Double> after = TABLE.trainingTimes();
    assertEquals(ROWS, after.size());
    // A fold that was done again would have taken another time.
    before.forEach((fold, time) -> assertEquals(fold, time, after.get(fold)));

    weka.press(experimenter.window(), "Start");
    awaitEnds(log, 3);
    assertEquals(after, TABLE.trainingTimes());
    assertTrue(log.getText(), log.getText().split("There were 0 errors", -1).length > 2);
    screen.shoot("experimenter-resume", experimenter.window());
  }

  private void awaitEnds(JTextArea log, int number) {
    screen.await(
        "run " + number + " to end",
        () -> log.getText().split("There w\\w+ \\d+ error", -1).length == number + 1);
    screen.find(
        experimenter.window(), JLabel.class, label -> "Not running".equals(label.getText()));
  }

  private void analysesWhatIsThere() {
    weka.selectTab(experimenter.window(), "Analyse");
    weka.press(experimenter.window(), "Database...");
    Window connection = screen.window("Database Connection Parameters");
    screen.shoot("experimenter-connection", experimenter.window(), connection);
    weka.press(connection, "OK");
    screen.awaitGone(connection);
    String table = experimenter.testLoaded("UAR");
    assertTrue(table, table.contains("Resultsets: 5"));
    screen.shoot("experimenter-database-test", experimenter.window());
  }
}
