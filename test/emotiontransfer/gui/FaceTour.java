package emotiontransfer.gui;

import static org.junit.Assert.assertTrue;

import java.awt.Window;
import java.nio.file.Path;
import javax.swing.JTextArea;

/** A corpus of videos in the corpus window, and its faces in the Explorer. */
final class FaceTour extends Tour {

  /** Videos of the corpus. */
  static final int CLIPS = 8;

  @Override
  void walk(Window chooser, Path corpora) throws Exception {
    weka.openMenu(chooser, "Tools");
    weka.choose(CorpusTour.ENTRY);
    Window window = screen.window("Emotion corpus");
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
}
