package emotiontransfer.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.Window;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import javax.swing.JButton;
import javax.swing.JList;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextField;

/** Examples of the user guide in the windows that open them. */
final class ExamplesTour extends Tour {

  /** Shows all steps of the flow. */
  private static final int WIDTH = 1200;

  private static final int HEIGHT = 640;

  @Override
  void walk(Window chooser, Path corpora) throws Exception {
    opensInTheSimpleMode(chooser, corpora.resolve("speaker-dependent.exp"));
    runsTheFlow(chooser, corpora);
  }

  private void opensInTheSimpleMode(Window chooser, Path example) {
    ExperimenterFrame experimenter = ExperimenterFrame.open(screen, weka, chooser);
    experimenter.mode("Simple");
    experimenter.open(example);
    JList<?> schemes = screen.find(experimenter.part("Algorithms"), JList.class, any -> true);
    screen.await("two schemes", () -> schemes.getModel().getSize() == 2);
    JTextField folds =
        screen.find(experimenter.part("Experiment Type"), JTextField.class, any -> true);
    assertEquals("10", folds.getText());
    screen.shoot("experimenter-simple", experimenter.window());
    weka.close(experimenter.window());
  }

  private void runsTheFlow(Window chooser, Path corpora) throws Exception {
    weka.press(chooser, "KnowledgeFlow");
    Window window = screen.window("Weka KnowledgeFlow Environment");
    screen.resize(window, WIDTH, HEIGHT);
    weka.openMenu(window, "File");
    weka.choose("Open...");
    weka.chooseFile(corpora.resolve("subject-folds.kf"), "");
    screen.find(window, JTabbedPane.class, tabs -> isSelected(tabs, "subject-folds"));
    JTable status =
        screen.find(window, JTable.class, table -> stepsOf(table).contains("[KnowledgeFlow]"));
    screen.click(
        screen.find(
            window,
            JButton.class,
            button -> String.valueOf(button.getToolTipText()).startsWith("Run this flow (all")));
    screen.await(
        "fold and generation in the row of the step",
        () -> statusOf(status, "Classifier").matches("folds? [0-9, ]+ of 4, generation .*"));
    Path text = corpora.resolve("subject-folds.txt");
    screen.await("the flow's text", () -> text.toFile().length() > 0);
    screen.await("the end of the flow", () -> statusOf(status, "[KnowledgeFlow]").equals("OK."));
    assertFalse("rows of no step", stepsOf(status).contains("Unknown"));
    screen.shoot("knowledgeflow", window);
    String result = Files.readString(text);
    assertTrue(result, result.contains("UAR"));
    assertTrue(result, result.contains("Total Number of Instances               32"));
  }

  private static boolean isSelected(JTabbedPane tabs, String title) {
    int index = tabs.indexOfTab(title);
    return index >= 0 && index == tabs.getSelectedIndex();
  }

  private static List<String> stepsOf(JTable table) {
    return IntStream.range(0, table.getRowCount())
        .mapToObj(row -> String.valueOf(table.getValueAt(row, 0)))
        .toList();
  }

  private static String statusOf(JTable table, String step) {
    int row = stepsOf(table).indexOf(step);
    return row < 0 ? "" : String.valueOf(table.getValueAt(row, table.getColumnCount() - 1));
  }
}
