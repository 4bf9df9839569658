import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Window;
import java.awt.event.InputEvent;
import java.io.File;
import java.lang.reflect.Field;
import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import javax.imageio.ImageIO;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JDialog;
import javax.swing.JFileChooser;
import javax.swing.JFrame;
import javax.swing.JList;
import javax.swing.JTabbedPane;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import weka.core.WekaPackageManager;
import weka.gui.experiment.Experimenter;

/**
 * Sets up, runs and analyses an experiment in the Experimenter's window, with the packages of
 * WEKA_HOME: chooses Advanced, opens the experiment file, looks at the result producer's options,
 * starts, and compares the schemes on UAR. Pictures of the screen go to a folder, and the table of
 * the t-test to standard output. Started as {@code java -cp WEKA ExperimenterWindow.java EXPERIMENT
 * FOLDER}.
 */
public final class ExperimenterWindow {

  private static final int PATIENCE_MILLIS = 240_000;
  private static final int GLANCE_MILLIS = 100;
  private static final int MILLIS = 1000;
  private static final Dimension SIZE = new Dimension(1000, 720);

  private final Robot robot = new Robot();
  private final File folder;
  private JFrame frame;
  private Experimenter experimenter;

  private ExperimenterWindow(File folder) throws Exception {
    this.folder = folder;
    robot.setAutoWaitForIdle(true);
  }

  /** Runs the tour. */
  public static void main(String[] args) throws Exception {
    WekaPackageManager.loadPackages(false, true, true);
    ExperimenterWindow window = new ExperimenterWindow(new File(args[1]));
    window.open();
    window.setUp(new File(args[0]));
    window.run();
    window.analyse();
    System.exit(0);
  }

  private void open() throws Exception {
    onEventThread(
        () -> {
          frame = new JFrame("Weka Experiment Environment");
          experimenter = new Experimenter(false);
          frame.getContentPane().add(experimenter, BorderLayout.CENTER);
          frame.setSize(SIZE);
          frame.setLocation(0, 0);
          frame.setVisible(true);
          return null;
        });
    await("the window is shown", () -> frame.isShowing() && frame.getWidth() == SIZE.width);
  }

  private void setUp(File experiment) throws Exception {
    Object setup = field(experimenter, "m_SetupPanel");
    JComboBox<?> modes = (JComboBox<?>) field(setup, "m_ComboBoxPanels");
    select(modes, "Advanced");
    Object advanced = field(setup, "m_advancedPanel");
    await("the advanced setup is shown", ((Component) advanced)::isShowing);
    openFile(advanced, experiment);
    picture("experimenter-setup");
    click((Component) field(advanced, "m_RPEditorPanel"));
    await("the producer's options are shown", () -> dialog() != null);
    picture("experimenter-producer");
    click(button(dialog(), "Cancel"));
    await("the options are closed", () -> dialog() == null);
    // Weka has now taken the producer for a new one, and forgotten the list of schemes.
    openFile(advanced, experiment);
  }

  private void openFile(Object advanced, File experiment) throws Exception {
    click((JButton) field(advanced, "m_OpenBut"));
    JFileChooser chooser = (JFileChooser) field(advanced, "m_FileChooser");
    await("the file dialog is shown", chooser::isShowing);
    onEventThread(
        () -> {
          chooser.setSelectedFile(experiment.getAbsoluteFile());
          return null;
        });
    SwingUtilities.invokeLater(chooser::approveSelection);
    await("the file dialog is closed", () -> !chooser.isShowing());
    await(
        "the result producer is set",
        () -> String.valueOf(valueOf(advanced)).startsWith("LeaveOneSubjectOutResultProducer"));
  }

  private static Object valueOf(Object advanced) {
    try {
      Object editor = field(advanced, "m_RPEditor");
      return editor.getClass().getMethod("getValue").invoke(editor);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Window dialog() {
    for (Window window : Window.getWindows()) {
      if (window != frame && window.isShowing() && window instanceof JDialog) {
        return window;
      }
    }
    return null;
  }

  private void run() throws Exception {
    Object panel = field(experimenter, "m_RunPanel");
    tab(1);
    JButton start = (JButton) field(panel, "m_StartBut");
    await("the experiment can start", start::isEnabled);
    click(start);
    await("the experiment has started", () -> !start.isEnabled());
    await("the experiment has ended", start::isEnabled);
  }

  private void analyse() throws Exception {
    Object panel = field(experimenter, "m_ResultsPanel");
    tab(2);
    JButton perform = (JButton) field(panel, "m_PerformBut");
    click((JButton) field(panel, "m_FromExpBut"));
    await("the results are loaded", perform::isEnabled);
    select((JComboBox<?>) field(panel, "m_CompareCombo"), "UAR");
    JTextArea text = (JTextArea) field(panel, "m_OutText");
    test(perform, text, "schemes");
    picture("experimenter-analyse");
    rowsAreSubjects(panel);
    test(perform, text, "subjects");
    picture("experimenter-analyse-subjects");
  }

  private void rowsAreSubjects(Object panel) throws Exception {
    JList<?> rows = (JList<?>) field(panel, "m_DatasetKeyList");
    click((JButton) field(panel, "m_DatasetKeyBut"));
    await("the list of keys is shown", rows::isShowing);
    onEventThread(
        () -> {
          for (int i = 0; i < rows.getModel().getSize(); i++) {
            if (String.valueOf(rows.getModel().getElementAt(i)).endsWith("Fold")) {
              rows.setSelectedIndex(i);
            }
          }
          return null;
        });
    click(button(SwingUtilities.getWindowAncestor(rows), "Select"));
    await("the list of keys is closed", () -> !rows.isShowing());
  }

  private static JButton button(Container within, String text) {
    for (Component child : within.getComponents()) {
      if (child instanceof JButton button && text.equals(button.getText())) {
        return button;
      }
      JButton inner = child instanceof Container container ? button(container, text) : null;
      if (inner != null) {
        return inner;
      }
    }
    return null;
  }

  private void test(JButton perform, JTextArea text, String name) throws Exception {
    String before = text.getText();
    // The result list names its entries by the second, and shows the older one of equal names.
    long second = System.currentTimeMillis() / MILLIS;
    await("the next second", () -> System.currentTimeMillis() / MILLIS > second);
    click(perform);
    await(
        "the t-test's table is there",
        () -> text.getText().contains("Key:") && !text.getText().equals(before));
    System.out.println("== " + name + "\n" + text.getText());
  }

  private void tab(int index) throws Exception {
    JTabbedPane tabs = (JTabbedPane) field(experimenter, "m_TabbedPane");
    Rectangle bounds = tabs.getBoundsAt(index);
    Point corner = tabs.getLocationOnScreen();
    press(corner.x + (int) bounds.getCenterX(), corner.y + (int) bounds.getCenterY());
    await("tab " + index + " is shown", () -> tabs.getSelectedIndex() == index);
  }

  private static void select(JComboBox<?> box, String item) throws Exception {
    onEventThread(
        () -> {
          for (int i = 0; i < box.getItemCount(); i++) {
            if (String.valueOf(box.getItemAt(i)).strip().equals(item)) {
              box.setSelectedIndex(i);
              return null;
            }
          }
          throw new IllegalStateException("no item " + item);
        });
  }

  private void click(Component target) throws Exception {
    await(target + " is shown", target::isShowing);
    Point corner = target.getLocationOnScreen();
    press(corner.x + target.getWidth() / 2, corner.y + target.getHeight() / 2);
  }

  private void press(int x, int y) {
    robot.mouseMove(x, y);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
  }

  private void picture(String name) throws Exception {
    // The pointer would light up what it points at.
    robot.mouseMove(SIZE.width - 2, SIZE.height - 2);
    robot.waitForIdle();
    robot.delay(GLANCE_MILLIS);
    Rectangle shown = frame.getBounds();
    Window dialog = dialog();
    if (dialog != null) {
      shown = shown.union(dialog.getBounds());
    }
    Dimension screen = frame.getToolkit().getScreenSize();
    shown = shown.intersection(new Rectangle(screen));
    ImageIO.write(robot.createScreenCapture(shown), "png", new File(folder, name + ".png"));
  }

  private void await(String what, BooleanSupplier condition) throws Exception {
    long end = System.currentTimeMillis() + PATIENCE_MILLIS;
    while (!onEventThread(condition::getAsBoolean)) {
      if (System.currentTimeMillis() > end) {
        picture("failed");
        throw new IllegalStateException("Waited in vain until " + what);
      }
      robot.delay(GLANCE_MILLIS);
    }
  }

  private static <T> T onEventThread(Callable<T> work) throws Exception {
    FutureTask<T> task = new FutureTask<>(work);
    SwingUtilities.invokeLater(task);
    return task.get();
  }

  private static Object field(Object owner, String name) throws ReflectiveOperationException {
    for (Class<?> type = owner.getClass(); type != null; type = type.getSuperclass()) {
      for (Field field : type.getDeclaredFields()) {
        if (field.getName().equals(name)) {
          field.setAccessible(true);
          return field.get(owner);
        }
      }
    }
    throw new NoSuchFieldException(name);
  }
}
