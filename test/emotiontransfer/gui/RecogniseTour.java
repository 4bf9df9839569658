package emotiontransfer.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;

/** The first minute: recordings are recognised with the package's own model, by clicking alone. */
final class RecogniseTour extends Tour {

  private static final String ENTRY = "Recognise emotions...";

  private Window window;

  @Override
  void walk(Window chooser, Path corpora) throws Exception {
    weka.openMenu(chooser, "Tools");
    weka.choose(ENTRY);
    window = screen.window("Recognise emotions");
    JTextComponent card = text("card");
    screen.await("the model's card", () -> card.getText().contains("must not be used"));
    screen.shoot("recognise-card", window);
    decidesAboutAFolder(corpora);
    looksAtAClip();
    asksForAMicrophone();
    exports(corpora);
  }

  private JTextComponent text(String name) {
    return screen.find(window, JTextComponent.class, text -> name.equals(text.getName()));
  }

  private JTable decisions() {
    return screen.find(window, JTable.class, table -> "decisions".equals(table.getName()));
  }

  private void decidesAboutAFolder(Path corpora) {
    weka.press(window, "Add files...");
    weka.chooseFile(corpora.resolve("velua"), "");
    JTextComponent status = text("status");
    screen.await("the decisions", () -> status.getText().matches("\\d+ recordings, .*"));
    JTable table = decisions();
    assertTrue(table.getRowCount() > 10);
    assertEquals("emotion", table.getColumnName(1));
    assertEquals("sadness", table.getColumnName(table.getColumnCount() - 1));
  }

  private void looksAtAClip() {
    weka.clickCell(decisions(), 2, 0);
    JComboBox<?> track = screen.find(window, JComboBox.class, box -> "track".equals(box.getName()));
    screen.await("the clip", () -> track.getItemCount() == 2);
    screen.shoot("recognise-clip", window);
    weka.select(track, "Waveform");
    JComponent picture =
        screen.find(window, JComponent.class, canvas -> "picture".equals(canvas.getName()));
    screen.click(picture);
    screen.shoot("recognise-waveform", window);
  }

  /** There is none on this display; where there is one, recording begins. */
  private void asksForAMicrophone() {
    weka.press(window, "Record");
    JTextComponent status = text("status");
    screen.await(
        "an answer", () -> status.getText().matches("(There is no microphone|Recording).*"));
    if (status.getText().startsWith("Recording")) {
      weka.press(window, "End recording");
    }
  }

  private void exports(Path corpora) throws Exception {
    Path table = corpora.resolve("decisions.csv");
    weka.press(window, "Export table...");
    weka.chooseFile(table, "Comma-separated");
    screen.await("the table", () -> Files.exists(table));
    Path picture = corpora.resolve("clip.svg");
    weka.press(window, "Export picture...");
    weka.chooseFile(picture, "SVG");
    JTextComponent status = text("status");
    screen.await("the picture", () -> status.getText().equals("Written: " + picture));
    assertTrue(Files.readString(table).startsWith("file,segments,predicted,prob_anger"));
    assertTrue(Files.readString(picture).contains("probability"));
  }
}
