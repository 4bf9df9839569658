package emotiontransfer.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.demo.SmallCorpora;
import java.awt.Window;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import javax.swing.JRadioButton;
import javax.swing.JSpinner;

/** The Stop button of the Classify tab, for Weka's own run and for leave one subject out. */
final class StopTour extends Tour {

  /** More than anybody would wait for. */
  private static final String ENDLESS = "1000000";

  private ExplorerWindow explorer;

  @Override
  void walk(Window chooser, Path corpora) throws Exception {
    weka.press(chooser, "Explorer");
    explorer = new ExplorerWindow(screen, weka, screen.window("Weka Explorer"));
    explorer.open(corpora.resolve("velua.corpus"), "Emotion corpora");
    explorer.awaitInstances(SmallCorpora.CLIPS);
    explorer.filter("MelDeltaSpectrogram");
    weka.selectTab(explorer.window(), "Classify");
    explorer.chooseClassifier("functions", "PathNetClassifier");
    weka.press(explorer.classify(), "Use training set");

    // Natives start threads of their own when they are first used, and keep them.
    setGenerations("1");
    weka.press(explorer.classify(), "Start");
    explorer.awaitResult(0);
    Set<String> before = threads();

    setGenerations(ENDLESS);
    weka.press(explorer.classify(), "Start");
    explorer.awaitStatus("generation 2");
    screen.shoot("explorer-running", explorer.window());
    weka.press(explorer.classify(), "Stop");
    explorer.awaitResult(1);
    assertNoThreadBehind(before);

    askForTwoFolds();
    explorer.awaitStatus("model of all subjects, generation ");
    weka.press(explorer.classify(), "Stop");
    String result = explorer.awaitResult(2);
    assertTrue(result, result.contains("subject-wise 2-fold cross-validation, 4 subjects"));
    assertTrue(result, result.contains("=== Run cancelled by user ==="));
    assertNoThreadBehind(before);
  }

  private void setGenerations(String number) {
    Window options = explorer.openClassifierOptions();
    weka.setOption(options, "generations", number);
    weka.press(options, "OK");
    screen.awaitGone(options);
    assertEquals(number, explorer.option("G"));
  }

  private void askForTwoFolds() {
    weka.press(explorer.classify(), "Leave one subject out");
    Window dialog = screen.window("Leave one subject out");
    screen.click(
        screen.find(dialog, JRadioButton.class, button -> button.getText().startsWith("Whole")));
    JSpinner folds = screen.find(dialog, JSpinner.class, spinner -> spinner.isEnabled());
    screen.type(((JSpinner.DefaultEditor) folds.getEditor()).getTextField(), "2");
    weka.press(dialog, "OK");
    screen.awaitGone(dialog);
  }

  /** Threads of the window system come and go as they please. */
  private static Set<String> threads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> !name.matches("(AWT|Java2D|Swing|TimerQueue|Image|process reaper).*"))
        .collect(Collectors.toSet());
  }

  private void assertNoThreadBehind(Set<String> before) {
    screen.await(
        "the threads to end; beside " + before + " there were " + threads(),
        () -> before.containsAll(threads()));
  }
}
