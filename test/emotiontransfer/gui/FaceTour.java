package emotiontransfer.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.Point;
import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.text.JTextComponent;

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
    screen.closeWindow(log);
    Path model = corpora.resolve("faces.model");
    trainsAModel(explorer, model);
    screen.closeWindow(explorer.window());
    weka.close(window);
    recognisesFaces(chooser, model, corpora.resolve("faces"));
  }

  private void trainsAModel(ExplorerWindow explorer, Path model) {
    weka.selectTab(explorer.window(), "Classify");
    explorer.chooseClassifier("functions", "PathNetClassifier");
    Window options = explorer.openClassifierOptions();
    weka.setOption(options, "generations", "5");
    weka.press(options, "OK");
    screen.awaitGone(options);
    weka.press(explorer.classify(), "Use training set");
    weka.press(explorer.classify(), "Start");
    explorer.awaitResult(0);
    explorer.openResultMenu(0);
    weka.choose("Save model");
    weka.chooseFile(model, "");
    screen.await("the saved model", () -> Files.exists(model));
  }

  /** The window has a model of faces decide about videos, one of which is none. */
  private void recognisesFaces(Window chooser, Path model, Path videos) throws Exception {
    Files.writeString(videos.resolve("anna/anger/none.mp4"), "no video");
    weka.openMenu(chooser, "Tools");
    weka.choose("Recognise emotions...");
    Window window = screen.window("Recognise emotions");
    weka.press(window, "Open model...");
    weka.chooseFile(model, "");
    JLabel fit = screen.find(window, JLabel.class, label -> "fit".equals(label.getName()));
    screen.await(
        "the model", () -> fit.getText().equals("2 emotions; sees faces in videos and pictures"));
    weka.press(window, "Add files...");
    weka.chooseFile(videos, "");
    JTextComponent status =
        screen.find(window, JTextComponent.class, text -> "status".equals(text.getName()));
    screen.await(
        "the decisions", () -> status.getText().startsWith("9 recordings, " + CLIPS + " decided"));
    JTable table = screen.find(window, JTable.class, any -> "decisions".equals(any.getName()));
    weka.clickCell(table, 0, 0);
    JLabel clip = screen.find(window, JLabel.class, label -> "clip".equals(label.getName()));
    screen.await("the clip", () -> clip.getText().isBlank());
    screen.shoot("recognise-faces", window);
    int none =
        IntStream.range(0, 9)
            .filter(i -> "not read".equals(table.getValueAt(i, 1)))
            .findFirst()
            .orElseThrow();
    weka.clickCell(table, none, 0);
    screen.await("the reason", () -> clip.getText().contains("none.mp4"));
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
