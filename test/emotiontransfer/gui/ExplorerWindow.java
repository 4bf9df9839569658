package emotiontransfer.gui;

import java.awt.Rectangle;
import java.awt.Window;
import java.nio.file.Path;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.text.BadLocationException;
import weka.core.OptionHandler;
import weka.gui.ResultHistoryPanel;
import weka.gui.explorer.ClassifierPanel;
import weka.gui.explorer.Explorer;
import weka.gui.explorer.PreprocessPanel;

/** An Explorer that is on the screen. */
record ExplorerWindow(Screen screen, Weka weka, Window window, Explorer explorer) {

  /** How the file dialogs begin the name of Weka's own format. */
  static final String ARFF = "Arff data files (*.arff)";

  ExplorerWindow(Screen screen, Weka weka, Window window) {
    this(screen, weka, window, screen.find(window, Explorer.class, candidate -> true));
  }

  private PreprocessPanel preprocess() {
    return explorer.getPreprocessPanel();
  }

  ClassifierPanel classify() {
    return Screen.all(explorer, ClassifierPanel.class).get(0);
  }

  /** Opens a file through the dialog. */
  void open(Path file, String fileType) {
    weka.selectTab(window, "Preprocess");
    weka.press(preprocess(), "Open file...");
    weka.chooseFile(file, fileType);
  }

  void awaitInstances(int number) {
    screen.await(
        number + " instances",
        () ->
            preprocess().getInstances() != null
                && preprocess().getInstances().numInstances() == number);
    idle();
  }

  void awaitRelation(String name) {
    screen.await("relation " + name, () -> preprocess().getInstances().relationName().equals(name));
    idle();
  }

  /** Applies a filter of {@code filters.unsupervised.attribute} that adds the attribute bag. */
  void filter(String name) {
    weka.chooseClass(preprocess(), "filters", "unsupervised", "attribute", name);
    weka.press(preprocess(), "Apply");
    screen.await("bags", () -> preprocess().getInstances().attribute("bag") != null);
    idle();
  }

  /** Saves the table through the dialog, and waits until it is written. */
  void save(Path arff) {
    weka.press(window, "Save...");
    weka.chooseFile(arff, ARFF);
    screen.await("the table in " + arff, () -> arff.toFile().length() > 0);
    idle();
  }

  private void idle() {
    awaitStatus("OK");
  }

  JTable attributes() {
    return screen.find(preprocess(), JTable.class, table -> table.getColumnCount() == 3);
  }

  Window openLog() {
    weka.press(window, "Log");
    return screen.window("Log");
  }

  void chooseClassifier(String group, String name) {
    weka.chooseClass(classify(), "classifiers", group, name);
    screen.await(name, () -> classify().getClassifier().getClass().getSimpleName().equals(name));
  }

  Window openClassifierOptions() {
    weka.openOptions(classify());
    return screen.window("weka.gui.GenericObjectEditor");
  }

  /** Returns the value of an option of the chosen classifier. */
  String option(String name) {
    String[] options = ((OptionHandler) classify().getClassifier()).getOptions();
    int at = List.of(options).indexOf("-" + name);
    return at < 0 ? "" : options[at + 1];
  }

  /** Waits until the status line begins with some words. */
  void awaitStatus(String words) {
    screen.find(window, JLabel.class, label -> String.valueOf(label.getText()).startsWith(words));
  }

  /** Waits for a result, whose number is given from 0, to be finished; returns its text. */
  String awaitResult(int number) {
    ResultHistoryPanel history = classify().getResultHistory();
    screen.await("result " + number, () -> history.getList().getModel().getSize() > number);
    AbstractButton start = weka.button(classify(), "Start");
    screen.await("the run to end", start::isEnabled);
    String name = String.valueOf(history.getList().getModel().getElementAt(number));
    return history.getNamedBuffer(name).toString();
  }

  /** Opens the menu of a result. */
  void openResultMenu(int number) {
    weka.openResultMenu(classify().getResultHistory().getList(), number);
  }

  /** Brings a line of the output to the top. */
  void scrollTo(String line) {
    JTextArea output =
        screen.find(classify(), JTextArea.class, area -> area.getText().contains(line));
    screen.onEventThread(
        () -> {
          try {
            Rectangle at = output.modelToView2D(output.getText().indexOf(line)).getBounds();
            at.height = output.getVisibleRect().height;
            output.scrollRectToVisible(at);
            return true;
          } catch (BadLocationException e) {
            throw new AssertionError("no line " + line, e);
          }
        });
  }
}
