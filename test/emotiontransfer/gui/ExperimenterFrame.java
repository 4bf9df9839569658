package emotiontransfer.gui;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
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

  /** Lets the results go to the database at an address. */
  void writeToDatabase(String url) {
    Window options = openOptions("Destination");
    weka.setOption(options, "databaseURL", url);
    close(options);
  }

  /** Says how often everything is repeated. */
  void repeat(int runs) {
    // The first run is 1.
    JTextField last =
        screen.find(part("Runs"), JTextField.class, field -> !"1".equals(field.getText()));
    screen.type(last, String.valueOf(runs));
  }

  /** Lets each run go to one of the machines that are still to be named. */
  void distribute() {
    JPanel distribute = part("Distribute experiment");
    screen.click(screen.find(distribute, JCheckBox.class, any -> true));
    screen.click(
        screen.find(distribute, JRadioButton.class, button -> "By run".equals(button.getText())));
  }

  /** Names machines; returns the window where that is done. */
  Window nameHosts(List<String> machines) {
    weka.press(part("Distribute experiment"), "Hosts");
    Window hosts = screen.window("Edit host names");
    JTextField field = screen.find(hosts, JTextField.class, any -> true);
    for (String machine : machines) {
      screen.type(field, machine);
      screen.tap(KeyEvent.VK_ENTER);
    }
    return hosts;
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

  /** Starts, and does not wait; returns the log. */
  JTextArea start() {
    weka.selectTab(window, "Run");
    JTextArea log = screen.find(window, JTextArea.class, any -> true);
    weka.press(window, "Start");
    return log;
  }

  /** Waits until the log has the end of each of so many runs. */
  void awaitRuns(JTextArea log, int runs) {
    for (int run = 1; run <= runs; run++) {
      String end = "completed successfully (exp run # %d).".formatted(run);
      screen.await(end, () -> log.getText().contains(end));
    }
  }

  /** Waits until the log has a sentence for the given time, and all can be started again. */
  void awaitEnd(JTextArea log, String sentence, int time) {
    screen.await(
        "'%s' number %d in the log".formatted(sentence, time),
        () -> log.getText().split(Pattern.quote(sentence), -1).length == time + 1);
    AbstractButton start = weka.button(window, "Start");
    screen.await("the button Start", start::isEnabled);
    screen.find(window, JLabel.class, label -> "Not running".equals(label.getText()));
  }

  /** Waits until the Analyse tab has as many results as a pattern says. */
  void awaitLoaded(String number) {
    String loaded = "Got %s results".formatted(number);
    screen.find(window, JLabel.class, label -> String.valueOf(label.getText()).matches(loaded));
  }

  /** Lets the subjects be the rows of the table of the test. */
  void rowsAreSubjects() {
    weka.press(part("Configure test"), "Rows");
    Window keys = screen.window("Select items");
    JList<?> list = screen.find(keys, JList.class, any -> true);
    int fold =
        IntStream.range(0, list.getModel().getSize())
            .filter(i -> list.getModel().getElementAt(i).toString().matches("(?i).*fold"))
            .findFirst()
            .orElseThrow();
    Rectangle cell = screen.onEventThread(() -> list.getCellBounds(fold, fold));
    screen.click(list, new Point(cell.x + cell.width / 2, cell.y + cell.height / 2));
    weka.press(keys, "Select");
    screen.awaitGone(keys);
  }

  /** Tests the results of the run that has ended, on a field; returns the table. */
  String test(String field) {
    weka.selectTab(window, "Analyse");
    weka.press(window, "Experiment");
    return testLoaded(field);
  }

  /** Tests the results that are being loaded, on a field; returns the table. */
  String testLoaded(String field) {
    awaitLoaded("\\d+");
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
