package emotiontransfer.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import emotiontransfer.demo.SmallCorpora;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JMenu;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.text.JTextComponent;
import weka.gui.PropertyPanel;

/** From the GUI chooser through the corpus window into an Explorer that shows the clips. */
final class CorpusTour extends Tour {

  static final String ENTRY = "Emotion corpus...";

  @Override
  void walk(Window chooser, Path corpora) throws Exception {
    JMenu tools = weka.openMenu(chooser, "Tools");
    weka.entry(ENTRY);
    screen.shoot("corpus-menu", chooser, SwingUtilities.getWindowAncestor(tools.getPopupMenu()));
    weka.choose(ENTRY);
    Window window = screen.window("Emotion corpus");
    scan(screen, weka, window, corpora.resolve("velua"));
    showsCountsPreviewAndRejects(screen, weka, window);
    showsWhyAScanFailed(screen, weka, window, corpora);
    scan(screen, weka, window, corpora.resolve("velua"));
    writesACorpusFileAndOpensIt(screen, weka, window, corpora);
    ExplorerWindow explorer = opensTheExplorer(screen, weka, window);
    savesAndOpensArff(explorer, corpora);
    opensAFolderThroughTheLoadersOwnDialog(screen, explorer, corpora);
  }

  /** Chooses a folder in the corpus window and waits for its clips. */
  static void scan(Screen screen, Weka weka, Window window, Path folder) {
    weka.press(window, "Choose folder...");
    weka.chooseFile(folder, "");
    awaitSummary(screen, window, "Scheme folders");
  }

  private static void awaitSummary(Screen screen, Window window, String start) {
    JTextComponent summary = text(screen, window, "summary");
    screen.await(start, () -> summary.getText().startsWith(start));
  }

  private static JTextComponent text(Screen screen, Window window, String name) {
    return screen.find(window, JTextComponent.class, text -> name.equals(text.getName()));
  }

  /** Waits until a clip is shown in the corpus window. */
  static void awaitPreview(Screen screen, Window window, String legend) {
    JLabel below = screen.find(window, JLabel.class, label -> "legend".equals(label.getName()));
    screen.await("the preview", () -> below.getText().startsWith(legend));
  }

  private static void showsCountsPreviewAndRejects(Screen screen, Weka weka, Window window) {
    JTable counts = screen.find(window, JTable.class, table -> "counts".equals(table.getName()));
    int last = counts.getRowCount() - 1;
    assertEquals("total", counts.getValueAt(last, 0));
    assertEquals((long) SmallCorpora.CLIPS, counts.getValueAt(last, counts.getColumnCount() - 1));
    awaitPreview(screen, window, "log-mel spectrogram");
    screen.shoot("corpus-window", window);
    weka.selectTab(window, "Rejected (1)");
    JTable rejects = screen.find(window, JTable.class, table -> "rejects".equals(table.getName()));
    assertTrue(String.valueOf(rejects.getValueAt(0, 0)).endsWith("hum.wav"));
    screen.shoot("corpus-rejects", window);
    weka.selectTab(window, "Clips (" + SmallCorpora.CLIPS + ")");
    JTable clips = screen.find(window, JTable.class, table -> "clips".equals(table.getName()));
    weka.clickCell(clips, 5, 0);
    String file = String.valueOf(clips.getValueAt(5, 0));
    screen.find(window, JLabel.class, label -> String.valueOf(label.getText()).startsWith(file));
    awaitPreview(screen, window, "log-mel spectrogram");
  }

  private static void showsWhyAScanFailed(Screen screen, Weka weka, Window window, Path corpora)
      throws Exception {
    Path folder = Files.createDirectory(corpora.resolve("takes"));
    Path clip = corpora.resolve("velua/velua-f01/anger/s01.wav");
    Files.copy(clip, folder.resolve("take 1.wav"));
    Files.copy(clip, folder.resolve("take 2.wav"));
    weka.press(window, "Choose folder...");
    weka.chooseFile(folder, "");
    awaitSummary(screen, window, "No naming scheme fits");
    assertFalse(weka.button(window, "Save corpus file...").isEnabled());
    assertFalse(weka.button(window, "Open in Explorer").isEnabled());
    weka.selectTab(window, "Clips");
    JTable clips = screen.find(window, JTable.class, table -> "clips".equals(table.getName()));
    assertEquals(0, clips.getRowCount());
    screen.shoot("corpus-failed", window);
  }

  private static void writesACorpusFileAndOpensIt(
      Screen screen, Weka weka, Window window, Path corpora) throws Exception {
    Path file = corpora.resolve("written.corpus");
    weka.press(window, "Save corpus file...");
    weka.chooseFile(file, "");
    screen.await("the corpus file", () -> Files.exists(file));
    List<String> lines = Files.readAllLines(file);
    assertTrue(lines.toString(), lines.contains("dir=velua"));
    weka.press(window, "Choose folder...");
    weka.chooseFile(file, "");
    awaitSummary(screen, window, "From written.corpus: Scheme folders");
    assertEquals(corpora.resolve("velua").toString(), text(screen, window, "folder").getText());
  }

  private static ExplorerWindow opensTheExplorer(Screen screen, Weka weka, Window window) {
    weka.press(window, "Open in Explorer");
    Window explorer = screen.window("Weka Explorer");
    ExplorerWindow opened = new ExplorerWindow(screen, weka, explorer);
    opened.awaitInstances(SmallCorpora.CLIPS);
    opened.awaitRelation("velua");
    screen.shoot("explorer-clips", explorer);
    Window log = opened.openLog();
    JTextArea lines = screen.find(log, JTextArea.class, area -> true);
    screen.await("the counts", () -> lines.getText().contains("32 clips (32 audio), 4 subjects"));
    screen.closeWindow(log);
    return opened;
  }

  private static void opensAFolderThroughTheLoadersOwnDialog(
      Screen screen, ExplorerWindow explorer, Path corpora) {
    Weka weka = explorer.weka();
    weka.press(explorer.window(), "Open file...");
    weka.press(weka.fileChooser(), "Invoke options dialog");
    weka.chooseFile(corpora.resolve("velua.corpus"), "Emotion corpora");
    Window options = screen.window("weka.gui.GenericObjectEditor");
    screen.click(
        screen.find(explorer.weka().row(options, "directory"), PropertyPanel.class, panel -> true));
    weka.chooseFile(corpora.resolve("nordan"), "");
    screen.shoot("explorer-loader", options);
    weka.press(options, "OK");
    explorer.awaitRelation("nordan");
  }

  private static void savesAndOpensArff(ExplorerWindow explorer, Path corpora) {
    Path arff = corpora.resolve("clips.arff");
    explorer.save(arff);
    explorer.open(corpora.resolve("nordan.corpus"), "Emotion corpora");
    explorer.awaitRelation("nordan");
    explorer.open(arff, ExplorerWindow.ARFF);
    explorer.awaitRelation("velua");
  }
}
