package emotiontransfer.gui;

import java.awt.AWTException;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dialog;
import java.awt.Frame;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.Toolkit;
import java.awt.Window;
import java.awt.datatransfer.StringSelection;
import java.awt.event.InputEvent;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;
import javax.imageio.ImageIO;
import javax.swing.JComponent;
import javax.swing.SwingUtilities;

/**
 * Eyes and hands of a user: waits until something is on the screen, then clicks and types. Nothing
 * waits for a fixed time, and nothing waits for ever.
 */
public final class Screen {

  private static final long PATIENCE_SECONDS = 120;
  private static final int GLANCE_MILLIS = 25;

  /** What the user guide bears, in bytes. */
  private static final int LARGEST_FILE = 140_000;

  private final Robot robot;
  private final Path screenshots;
  private final PlacedWindows placed = PlacedWindows.watch();

  public Screen(Path screenshots) throws AWTException {
    this.robot = new Robot();
    this.screenshots = screenshots;
    robot.setAutoDelay(10);
  }

  /** Waits until a condition holds. */
  void await(String what, Supplier<Boolean> condition) {
    awaitSome(what, () -> condition.get() ? Optional.of(true) : Optional.empty());
  }

  /** Waits until there is something; looks at it on the event thread. */
  <T> T awaitSome(String what, Supplier<Optional<T>> look) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (System.nanoTime() < end) {
      Optional<T> seen = onEventThread(look);
      if (seen.isPresent()) {
        return seen.get();
      }
      robot.delay(GLANCE_MILLIS);
    }
    shootScreen("failure");
    throw new AssertionError(
        "waited in vain for " + what + "; there are " + onEventThread(Screen::windowTitles));
  }

  <T> T onEventThread(Supplier<T> task) {
    List<T> result = new ArrayList<>();
    try {
      SwingUtilities.invokeAndWait(() -> result.add(task.get()));
    } catch (InterruptedException | InvocationTargetException e) {
      throw new AssertionError("the event thread failed", e);
    }
    return result.get(0);
  }

  private static List<String> windowTitles() {
    return showingWindows().stream().map(Screen::titleOf).toList();
  }

  private static List<Window> showingWindows() {
    List<Window> windows = new ArrayList<>();
    for (Window window : Window.getWindows()) {
      if (window.isShowing()) {
        windows.add(window);
      }
    }
    return windows;
  }

  private static String titleOf(Window window) {
    if (window instanceof Frame frame) {
      return frame.getTitle();
    }
    return window instanceof Dialog dialog ? dialog.getTitle() : "";
  }

  /** Waits for a window by the beginning of its title; of several the latest. */
  Window window(String title) {
    return awaitSome(
        "the window '" + title + "'",
        () ->
            showingWindows().stream()
                .filter(window -> String.valueOf(titleOf(window)).startsWith(title))
                .reduce((first, second) -> second));
  }

  /** Waits for a window by the beginning of its title that is not a given one. */
  Window anotherWindow(String title, Window known) {
    return awaitSome(
        "another window '" + title + "'",
        () ->
            showingWindows().stream()
                .filter(window -> window != known)
                .filter(window -> String.valueOf(titleOf(window)).startsWith(title))
                .findFirst());
  }

  /** Gives a window another size, as dragging its corner does. */
  void resize(Window window, int width, int height) {
    onEventThread(
        () -> {
          window.setSize(width, height);
          return true;
        });
    await("the window's size", () -> window.getWidth() == width && window.getHeight() == height);
  }

  /** Drags a window to another place on the screen. */
  void move(Window window, int x, int y) {
    await("the window to be placed", () -> placed.contains(window));
    onEventThread(
        () -> {
          window.setLocation(x, y);
          return true;
        });
    await("the window's place", () -> window.getX() == x && window.getY() == y);
  }

  /** Closes a window as its button in the frame does. */
  void closeWindow(Window window) {
    askToClose(window);
    awaitGone(window);
  }

  /** Does what the button in the frame does; the window may ask back. */
  void askToClose(Window window) {
    Toolkit.getDefaultToolkit()
        .getSystemEventQueue()
        .postEvent(new WindowEvent(window, WindowEvent.WINDOW_CLOSING));
  }

  void awaitGone(Window window) {
    await("'" + titleOf(window) + "' to close", () -> !window.isShowing());
  }

  /** Waits for a component that is on the screen. */
  <C extends Component> C find(Container within, Class<C> kind, Predicate<C> which) {
    return awaitSome(
        "a " + kind.getSimpleName() + " in " + nameOf(within),
        () -> all(within, kind).stream().filter(Component::isShowing).filter(which).findFirst());
  }

  private static String nameOf(Container container) {
    return container instanceof Window window ? titleOf(window) : container.getClass().getName();
  }

  /** Returns the components of a kind, shown or not. */
  static <C extends Component> List<C> all(Container within, Class<C> kind) {
    List<C> found = new ArrayList<>();
    for (Component child : within.getComponents()) {
      if (kind.isInstance(child)) {
        found.add(kind.cast(child));
      }
      if (child instanceof Container container) {
        found.addAll(all(container, kind));
      }
    }
    return found;
  }

  /** Clicks in the middle of a component as soon as it can be clicked. */
  void click(Component target) {
    await(target.getClass().getSimpleName() + " to be enabled", target::isEnabled);
    click(target, onEventThread(() -> new Point(target.getWidth() / 2, target.getHeight() / 2)));
  }

  void click(Component target, Point at) {
    press(target, at, InputEvent.BUTTON1_DOWN_MASK);
  }

  void rightClick(Component target, Point at) {
    press(target, at, InputEvent.BUTTON3_DOWN_MASK);
  }

  private void press(Component target, Point at, int button) {
    settle();
    await("the pointer on a " + target.getClass().getSimpleName(), () -> pointsAt(target, at));
    robot.mousePress(button);
    robot.mouseRelease(button);
    settle();
  }

  private boolean pointsAt(Component target, Point at) {
    if (!target.isShowing() || !placed.contains(target)) {
      return false;
    }
    Point corner = target.getLocationOnScreen();
    robot.mouseMove(corner.x + at.x, corner.y + at.y);
    return target.getMousePosition() != null;
  }

  /** Lets the events that are on their way arrive. */
  void settle() {
    robot.waitForIdle();
  }

  /** Replaces the text of a field. */
  void type(JComponent field, String text) {
    click(field);
    await("the cursor in a field", field::isFocusOwner);
    Toolkit.getDefaultToolkit().getSystemClipboard().setContents(new StringSelection(text), null);
    chord(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
    chord(KeyEvent.VK_CONTROL, KeyEvent.VK_V);
  }

  private void chord(int held, int key) {
    robot.keyPress(held);
    tap(key);
    robot.keyRelease(held);
    settle();
  }

  void tap(int key) {
    robot.keyPress(key);
    robot.keyRelease(key);
    settle();
  }

  /** Saves a picture of some windows, all that lies between them included. */
  void shoot(String name, Window... windows) {
    settle();
    Rectangle area =
        onEventThread(
            () -> {
              Rectangle union = new Rectangle(windows[0].getBounds());
              for (Window window : windows) {
                union.add(window.getBounds());
              }
              return union;
            });
    save(robot.createScreenCapture(area), name);
  }

  private void shootScreen(String name) {
    save(
        robot.createScreenCapture(new Rectangle(Toolkit.getDefaultToolkit().getScreenSize())),
        name);
  }

  private void save(BufferedImage image, String name) {
    try {
      Files.createDirectories(screenshots);
      File file = screenshots.resolve(name + ".png").toFile();
      ImageIO.write(image, "png", file);
      if (file.length() > LARGEST_FILE) {
        ImageIO.write(FewColours.of(image), "png", file);
      }
    } catch (IOException e) {
      throw new AssertionError("no screenshot " + name, e);
    }
  }
}
