package emotiontransfer.weka.gui;

import emotiontransfer.weka.progress.WindowLog;
import java.awt.Window;
import java.lang.reflect.Field;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javax.swing.JButton;
import javax.swing.SwingUtilities;
import org.apache.commons.lang3.Validate;
import org.apache.commons.lang3.function.Failable;
import org.apache.commons.lang3.reflect.FieldUtils;
import weka.gui.Logger;
import weka.gui.TaskLogger;
import weka.gui.explorer.ClassifierPanel;

/**
 * Runs work as the Classify tab of an Explorer or Workbench runs its own: one at a time, ended by
 * the Stop button.
 *
 * <p>The tab keeps its thread in a protected field, and packages have a class loader of their own,
 * for which neither "protected" nor the same package name opens it. Without that field the tab
 * would let another run start, and switch Stop off when the data change.
 */
public record ClassifyTab(ClassifierPanel panel) {

  private static final String THREAD = "m_RunThread";

  /** All tabs whose logs the package may write to; weak, so that closed windows can go. */
  private static final Set<ClassifierPanel> PANELS =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  /** Lets filters and loaders write to the tab's log while its window is in front. */
  public static void register(ClassifierPanel panel) {
    PANELS.add(panel);
    WindowLog.install(ClassifyTab::activeLog);
  }

  /** Returns the log of the window in front, which is the one where the user has just clicked. */
  private static Optional<Logger> activeLog() {
    synchronized (PANELS) {
      return PANELS.stream()
          .filter(ClassifyTab::isInFront)
          .map(ClassifierPanel::getLog)
          .findFirst();
    }
  }

  private static boolean isInFront(ClassifierPanel panel) {
    Window window = SwingUtilities.getWindowAncestor(panel);
    return window != null && window.isActive();
  }

  /** Returns whether something is running. */
  public boolean isBusy() {
    return Failable.call(() -> field(THREAD).get(panel)) != null;
  }

  /**
   * Starts work; to be called by the event thread while the tab is not busy.
   *
   * @param work ends soon after its thread was interrupted
   */
  public void start(Runnable work) {
    Thread thread = new Thread(() -> run(work), "Leave one subject out");
    thread.setPriority(Thread.MIN_PRIORITY);
    show(thread);
    thread.start();
  }

  private void run(Runnable work) {
    if (panel.getLog() instanceof TaskLogger tasks) {
      tasks.taskStarted();
    }
    try {
      work.run();
    } finally {
      if (panel.getLog() instanceof TaskLogger tasks) {
        tasks.taskFinished();
      }
      SwingUtilities.invokeLater(() -> show(null));
    }
  }

  /** Makes the tab show that a thread is running, or with null that none is. */
  private void show(Thread thread) {
    Failable.run(
        () -> {
          field(THREAD).set(panel, thread);
          ((JButton) field("m_StartBut").get(panel)).setEnabled(thread == null);
          ((JButton) field("m_StopBut").get(panel)).setEnabled(thread != null);
        });
  }

  private static Field field(String name) {
    Field field = FieldUtils.getDeclaredField(ClassifierPanel.class, name, true);
    Validate.validState(
        field != null,
        "The Classify tab of this Weka has no field %s; emotionTransfer is made for Weka 3.8.7 and"
            + " 3.9.7.",
        name);
    return field;
  }
}
