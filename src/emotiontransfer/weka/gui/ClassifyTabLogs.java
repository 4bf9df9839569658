package emotiontransfer.weka.gui;

import java.awt.KeyboardFocusManager;
import java.awt.Window;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import javax.swing.SwingUtilities;
import weka.gui.Logger;
import weka.gui.explorer.ClassifierPanel;

/** The logs of all windows with a Classify tab: those of Explorers and Workbenches. */
public final class ClassifyTabLogs {

  /** Weak, so that closed windows can go. */
  private static final Set<ClassifierPanel> PANELS =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private ClassifyTabLogs() {}

  public static void add(ClassifierPanel panel) {
    PANELS.add(panel);
  }

  /** Returns the log of the window in front, which is the one where the user has just clicked. */
  public static Optional<Logger> ofActiveWindow() {
    Window active = KeyboardFocusManager.getCurrentKeyboardFocusManager().getActiveWindow();
    synchronized (PANELS) {
      return PANELS.stream()
          .filter(panel -> active != null && SwingUtilities.getWindowAncestor(panel) == active)
          .map(ClassifierPanel::getLog)
          .findFirst();
    }
  }
}
