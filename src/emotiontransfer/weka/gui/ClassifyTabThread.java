package emotiontransfer.weka.gui;

import java.lang.reflect.Field;
import javax.swing.JButton;
import javax.swing.SwingUtilities;
import weka.gui.TaskLogger;
import weka.gui.explorer.ClassifierPanel;

/**
 * Runs work as the Classify tab runs its own: one at a time, ended by the Stop button.
 *
 * <p>The tab keeps its thread in a protected field, and packages have a class loader of their own,
 * for which neither "protected" nor the same package name opens it. Without that field the tab
 * would let another run start, and switch Stop off when the data change.
 */
public final class ClassifyTabThread {

  private static final String THREAD = "m_RunThread";

  private ClassifyTabThread() {}

  /** Tells whether something is running in a tab. */
  public static boolean isBusy(ClassifierPanel panel) {
    return get(panel, THREAD) != null;
  }

  /**
   * Starts work; to be called by the event thread while the tab is not busy.
   *
   * @param work ends soon after its thread was interrupted
   */
  public static void start(ClassifierPanel panel, Runnable work) {
    Thread thread = new Thread(() -> run(panel, work), "Leave one subject out");
    thread.setPriority(Thread.MIN_PRIORITY);
    set(panel, thread);
    showRunning(panel, true);
    thread.start();
  }

  private static void run(ClassifierPanel panel, Runnable work) {
    if (panel.getLog() instanceof TaskLogger tasks) {
      tasks.taskStarted();
    }
    try {
      work.run();
    } finally {
      if (panel.getLog() instanceof TaskLogger tasks) {
        tasks.taskFinished();
      }
      SwingUtilities.invokeLater(
          () -> {
            set(panel, null);
            showRunning(panel, false);
          });
    }
  }

  private static void showRunning(ClassifierPanel panel, boolean running) {
    ((JButton) get(panel, "m_StartBut")).setEnabled(!running);
    ((JButton) get(panel, "m_StopBut")).setEnabled(running);
  }

  private static Object get(ClassifierPanel panel, String field) {
    try {
      return open(field).get(panel);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("the field was opened before", e);
    }
  }

  private static void set(ClassifierPanel panel, Thread thread) {
    try {
      open(THREAD).set(panel, thread);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("the field was opened before", e);
    }
  }

  private static Field open(String name) {
    try {
      Field field = ClassifierPanel.class.getDeclaredField(name);
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException(
          "The Classify tab of this Weka has no field "
              + name
              + "; emotionTransfer is made for Weka 3.8.7 and 3.9.7.",
          e);
    }
  }
}
