package emotiontransfer.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.Point;
import java.awt.Window;
import java.nio.file.Path;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.JTextArea;

/** A corpus of videos and one of pictures in the corpus window, and faces in the Explorer. */
final class FaceTour extends Tour {

  /** Videos of the corpus. */
  static final int CLIPS = 8;

  @Override
  void walk(Window chooser, Path corpora) throws Exception {
    weka.openMenu(chooser, "Tools");
    weka.choose(CorpusTour.ENTRY);
    Window window = screen.window("Emotion corpus");
    CorpusTour.scan(screen, weka, window, corpora.resolve("pictures"));
    CorpusTour.awaitPreview(screen, window, "face crops of folders-anna");
    choosesAPictureOfTheSheet(window);
    screen.shoot("corpus-pictures", window);
    CorpusTour.scan(screen, weka, window, corpora.resolve("faces"));
    CorpusTour.awaitPreview(screen, window, "first face crops");
    screen.shoot("corpus-faces", window);

    weka.press(window, "Open in Explorer");
    ExplorerWindow explorer = new ExplorerWindow(screen, weka, screen.window("Weka Explorer"));
    explorer.awaitInstances(CLIPS);
    explorer.filter("FaceCrop");
    Window log = explorer.openLog();
    JTextArea lines = screen.find(log, JTextArea.class, area -> true);
    assertTrue(
        lines.getText(), lines.getText().contains("Reading clips: ended after " + CLIPS + "/"));
    assertTrue(
        lines.getText(), lines.getText().contains(CLIPS + " bags of 12 to 12 segments, 96 "));
  }

  /** A click on the picture below the first one selects its row in the table of clips. */
  private void choosesAPictureOfTheSheet(Window window) {
    JComponent sheet =
        screen.find(window, JComponent.class, view -> "sheet".equals(view.getName()));
    int line = sheet.getFontMetrics(sheet.getFont()).getHeight();
    int side = Math.min(sheet.getWidth() / 6, sheet.getHeight() / 3 - line) - 4;
    screen.click(sheet, new Point(30, 2 * line + 4 + side + side / 2));
    CorpusTour.awaitPreview(screen, window, "face crops of folders-anna");
    weka.selectTab(window, "Clips (" + 2 * 3 * FaceCorpus.PICTURES + ")");
    JTable clips = screen.find(window, JTable.class, table -> "clips".equals(table.getName()));
    assertEquals("anna/fear/1.png", clips.getValueAt(clips.getSelectedRow(), 0));
  }
}
