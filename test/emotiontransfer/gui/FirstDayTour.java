package emotiontransfer.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.demo.SmallCorpora;
import java.awt.Window;
import java.nio.file.Path;
import javax.swing.JComboBox;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.text.JTextComponent;

/**
 * All that a researcher does on the first day, after the installation into an empty home, by
 * clicking alone: a recording is recognised by the package's model, an unknown corpus is opened by
 * a pattern, subjects are left out one by one with the preset, and the figures are looked at.
 */
final class FirstDayTour extends Tour {

  private Path corpora;
  private Window window;

  @Override
  void walk(Window chooser, Path givenCorpora) throws Exception {
    corpora = givenCorpora;
    recognisesARecording(chooser);
    weka.openMenu(chooser, "Tools");
    weka.choose(CorpusTour.ENTRY);
    window = screen.window("Emotion corpus");
    opensAnUnknownCorpusByAPattern();
    weka.press(window, "Open in Explorer");
    ExplorerWindow explorer = new ExplorerWindow(screen, weka, screen.window("Weka Explorer"));
    explorer.awaitInstances(SmallCorpora.CLIPS);
    explorer.filter("MelDeltaSpectrogram");
    leavesOneSubjectOutWithThePreset(explorer);
    looksAtTheFigures(explorer);
  }

  private void recognisesARecording(Window chooser) {
    weka.openMenu(chooser, "Tools");
    weka.choose("Recognise emotions...");
    Window recognise = screen.window("Recognise emotions");
    weka.press(recognise, "Add files...");
    weka.chooseFile(corpora.resolve("velua/velua-f03/anger/s01.wav"), "");
    JTextComponent status = text(recognise, "status");
    screen.await("the decision", () -> status.getText().startsWith("1 recording, 1 decided"));
    JComboBox<?> track =
        screen.find(recognise, JComboBox.class, box -> "track".equals(box.getName()));
    screen.await("the clip", () -> track.getItemCount() == 2);
    screen.shoot("first-recognise", recognise);
    weka.close(recognise);
  }

  private JTextComponent text(Window of, String name) {
    return screen.find(of, JTextComponent.class, text -> name.equals(text.getName()));
  }

  private void awaitSummary(String words) {
    JTextComponent summary = text(window, "summary");
    screen.await(words, () -> summary.getText().contains(words));
  }

  private JTable table(String name) {
    return screen.find(window, JTable.class, table -> name.equals(table.getName()));
  }

  private void opensAnUnknownCorpusByAPattern() {
    weka.press(window, "Choose folder...");
    weka.chooseFile(corpora.resolve("unknown"), "");
    awaitSummary("No naming scheme fits");
    screen.shoot("first-unknown", window);
    weka.select(
        screen.find(window, JComboBox.class, box -> "scheme".equals(box.getName())), "pattern");
    weka.press(window, "Propose");
    awaitSummary("Proposed; it takes 'f01', 'f03', 'm02', 'm04' for subjects");
    CorpusTour.awaitPreview(screen, window, "log-mel spectrogram");
    screen.shoot("corpus-pattern", window);

    JTextField pattern = (JTextField) text(window, "pattern");
    String proposed = pattern.getText();
    screen.type(pattern, "rec\\d+-(?<subject>f\\d+-(?<emotion>[a-z]+)-.*");
    awaitSummary("has a mistake at character");
    screen.shoot("corpus-pattern-mistake", window);
    screen.type(pattern, "rec\\d+-(?<subject>f\\d+)-(?<emotion>[a-z]+)-.*");
    int half = SmallCorpora.CLIPS / 2;
    weka.selectTab(window, "Rejected (" + half + ")");
    assertEquals(half, table("rejects").getRowCount());
    String detail = String.valueOf(table("rejects").getValueAt(0, 1));
    assertTrue(detail, detail.startsWith("fits up to 'rec"));
    CorpusTour.awaitPreview(screen, window, "log-mel spectrogram");
    screen.shoot("corpus-pattern-misfits", window);
    screen.type(pattern, proposed);
    weka.selectTab(window, "Rejected (0)");
    weka.selectTab(window, "Clips (" + SmallCorpora.CLIPS + ")");
    assertEquals("pattern-f01", table("clips").getValueAt(0, 1));
  }

  private void leavesOneSubjectOutWithThePreset(ExplorerWindow explorer) {
    weka.selectTab(explorer.window(), "Classify");
    explorer.chooseClassifier("functions", "PathNetClassifier");
    Window options = explorer.openClassifierOptions();
    weka.select(screen.find(weka.row(options, "preset"), JComboBox.class, box -> true), "SPEECH");
    screen.shoot("first-preset", options);
    weka.press(options, "OK");
    screen.awaitGone(options);
    weka.press(explorer.classify(), "Leave one subject out");
    Window dialog = screen.window("Leave one subject out");
    weka.press(dialog, "OK");
    String result = explorer.awaitResult(0);
    assertTrue(result, result.contains("=== leave-one-subject-out, 4 subjects ==="));
    assertTrue(result, result.contains("pattern-m04"));
    explorer.scrollTo("=== Confusion Matrix ===");
    screen.shoot("first-result", explorer.window());
  }

  private void looksAtTheFigures(ExplorerWindow explorer) {
    explorer.openResultMenu(0);
    weka.choose("Visualize threshold curve", "anger");
    Window curve = screen.window("Weka Classifier Visualize");
    screen.shoot("first-roc", curve);
    screen.closeWindow(curve);
    explorer.openResultMenu(0);
    weka.choose("Plugins", "Pathways");
    Window pathways = screen.window("Pathways: ");
    screen.shoot("first-pathways", pathways);
    screen.closeWindow(pathways);
  }
}
