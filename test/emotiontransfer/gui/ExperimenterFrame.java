package emotiontransfer.gui;

import java.awt.Window;
import java.nio.file.Path;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.JTree;
import weka.gui.PropertyPanel;

/** An Experimenter that is on the screen. */
record ExperimenterFrame(Screen screen, Weka weka, Window window) {

  private static final String OPTIONS = "weka.gui.GenericObjectEditor";

  /** Opens it from the GUI chooser. */
  static ExperimenterFrame open(Screen screen, Weka weka, Window chooser) {
    weka.press(chooser, "Experimenter");
    return new ExperimenterFrame(screen, weka, screen.window("Weka Experiment Environment"));
  }

  /** Returns a part of the window by the title in its frame. */
  JPanel part(String title) {
    return weka.titled(window, title);
  }

  /** Chooses the configuration mode. */
  void mode(String name) {
    weka.select(
        screen.find(window, JComboBox.class, box -> Weka.choices(box).contains("Advanced")), name);
  }

  /** Opens an experiment through the dialog. */
  void open(Path file) {
    weka.press(window, "Open...");
    weka.chooseFile(file, "");
  }

  /** Picks the result generator in the tree of classes, which is photographed. */
  void chooseProducer(String name, String picture) {
    JTree classes = weka.openClasses(part("Result generator"));
    weka.showNode(classes, "experiment", name);
    screen.shoot(picture, window);
    weka.chooseNode(classes, "experiment", name);
  }

  /** Keeps model and data from being serialized in every fold. */
  void switchSizesOff() {
    Window options = openOptions("Result generator");
    screen.click(
        screen.find(weka.row(options, "splitEvaluator"), PropertyPanel.class, any -> true));
    Window evaluator = screen.anotherWindow(OPTIONS, options);
    weka.select(
        screen.find(weka.row(evaluator, "noSizeDetermination"), JComboBox.class, any -> true),
        "True");
    close(evaluator);
    close(options);
  }

  /** Clicks on the object in a part of the window, which opens its options. */
  Window openOptions(String part) {
    weka.openOptions(part(part));
    return screen.window(OPTIONS);
  }

  /** Leaves a dialog with its changes. */
  void close(Window options) {
    weka.press(options, "OK");
    screen.awaitGone(options);
  }

  /** Lets the results go to a file. */
  void writeTo(Path results) {
    Window options = openOptions("Destination");
    weka.press(weka.row(options, "outputFile"), "Browse...");
    weka.chooseFile(results, "");
    close(options);
  }

  /** Says how often everything is repeated. */
  void repeat(int runs) {
    JPanel numbers = part("Runs");
    JTextField last = screen.find(numbers, JTextField.class, field -> "10".equals(field.getText()));
    screen.type(last, String.valueOf(runs));
  }

  /** Adds a table through the dialog. */
  void addTable(Path arff) {
    JPanel tables = part("Datasets");
    weka.press(tables, "Add new...");
    weka.chooseFile(arff, ExplorerWindow.ARFF);
  }

  /** Starts, and waits for the end; returns what the log says. */
  String run() {
    weka.selectTab(window, "Run");
    JTextArea log = screen.find(window, JTextArea.class, any -> true);
    weka.press(window, "Start");
    screen.await(
        "the end of the run", () -> log.getText().matches("(?s).*There w\\w+ \\d+ error.*"));
    return log.getText();
  }

  /** Tests the results of the run that has ended, on a field; returns the table. */
  String test(String field) {
    weka.selectTab(window, "Analyse");
    weka.press(window, "Experiment");
    return testLoaded(field);
  }

  /** Tests the results that are being loaded, on a field; returns the table. */
  String testLoaded(String field) {
    screen.find(
        window, JLabel.class, label -> String.valueOf(label.getText()).matches("Got \\d+ results"));
    weka.select(
        screen.find(
            part("Configure test"),
            JComboBox.class,
            box -> Weka.choices(box).contains(field) && !Weka.choices(box).contains("<default>")),
        field);
    weka.press(window, "Perform test");
    JTextArea output = screen.find(part("Test output"), JTextArea.class, any -> true);
    screen.await("the table of the test", () -> output.getText().contains("Key:"));
    return output.getText();
  }
}
