package emotiontransfer.gui;

import java.awt.AWTEvent;
import java.awt.Component;
import java.awt.Dialog;
import java.awt.Frame;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowEvent;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.swing.SwingUtilities;

/**
 * Windows that are where they will stay. The window manager moves a new window before it gives it
 * the focus; until then a click would go to where the window is not.
 */
final class PlacedWindows {

  private final Set<Component> placed = ConcurrentHashMap.newKeySet();

  private PlacedWindows() {}

  static PlacedWindows watch() {
    PlacedWindows windows = new PlacedWindows();
    Toolkit.getDefaultToolkit()
        .addAWTEventListener(
            windows::note, AWTEvent.WINDOW_EVENT_MASK | AWTEvent.COMPONENT_EVENT_MASK);
    return windows;
  }

  private void note(AWTEvent event) {
    if (event.getID() == WindowEvent.WINDOW_ACTIVATED) {
      placed.add(((WindowEvent) event).getWindow());
    } else if (event.getID() == ComponentEvent.COMPONENT_HIDDEN) {
      placed.remove(((ComponentEvent) event).getComponent());
    }
  }

  /** Returns whether a component's window is placed; menus and lists drop down where they are. */
  boolean contains(Component component) {
    Window window =
        component instanceof Window self ? self : SwingUtilities.getWindowAncestor(component);
    boolean managed = window instanceof Frame || window instanceof Dialog;
    return !managed || placed.contains(window);
  }
}
