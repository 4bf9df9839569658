package emotiontransfer.gui;

import static org.junit.Assert.assertTrue;

import java.awt.Component;
import java.awt.Container;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JMenu;
import javax.swing.JMenuItem;
import javax.swing.JPanel;
import javax.swing.JTabbedPane;
import javax.swing.JTable;
import javax.swing.JTextField;
import javax.swing.JTree;
import javax.swing.MenuElement;
import javax.swing.MenuSelectionManager;
import javax.swing.border.Border;
import javax.swing.border.CompoundBorder;
import javax.swing.border.TitledBorder;
import javax.swing.plaf.basic.ComboPopup;
import javax.swing.tree.TreePath;
import weka.gui.PropertyPanel;

/** What a user of Weka's windows does again and again. */
final class Weka {

  private final Screen screen;

  Weka(Screen screen) {
    this.screen = screen;
  }

  /**
   * Starts the GUI chooser as the start script does, its tip marked as read: Weka shows that from a
   * thread of its own while the chooser's window is still being made, and now and then the JDK
   * cannot close it then.
   */
  Window start() throws Exception {
    weka.core.Utils.setDontShowDialog("weka.gui.GUIChooser.HowToFindPackageManager");
    weka.gui.GUIChooser.main(new String[0]);
    return screen.window("Weka GUI Chooser");
  }

  /** Closes a window that was opened from the GUI chooser, which asks whether that is meant. */
  void close(Window window) {
    screen.askToClose(window);
    Window question = screen.window("Close Window");
    press(question, "Yes");
    screen.awaitGone(window);
  }

  AbstractButton button(Container within, String text) {
    return screen.find(within, AbstractButton.class, button -> text.equals(button.getText()));
  }

  void press(Container within, String text) {
    screen.click(button(within, text));
  }

  /** Opens a menu of the menu bar and leaves it open. */
  JMenu openMenu(Window window, String text) {
    JMenu menu = screen.find(window, JMenu.class, candidate -> text.equals(candidate.getText()));
    screen.click(menu);
    screen.await("the menu " + text, menu::isPopupMenuVisible);
    return menu;
  }

  /** Chooses an entry, possibly of a submenu, of the menu that is open. */
  void choose(String... entries) {
    for (String entry : entries) {
      screen.click(entry(entry));
    }
  }

  /** Waits for an entry of the open menu. */
  JMenuItem entry(String text) {
    return screen.awaitSome(
        "the menu entry " + text,
        () ->
            Arrays.stream(MenuSelectionManager.defaultManager().getSelectedPath())
                .flatMap(element -> Arrays.stream(element.getSubElements()))
                .map(MenuElement::getComponent)
                .filter(JMenuItem.class::isInstance)
                .map(JMenuItem.class::cast)
                .filter(item -> item.isShowing() && text.equals(item.getText()))
                .findFirst());
  }

  /** Types a path into the file dialog that is open and approves it. */
  void chooseFile(Path file, String fileType) {
    JFileChooser chooser = fileChooser();
    if (!fileType.isEmpty()) {
      chooseFileType(chooser, fileType);
    }
    JTextField field = screen.find(chooser, JTextField.class, candidate -> candidate.isEditable());
    screen.type(field, file.toString());
    screen.await("the file's name in the dialog", () -> field.getText().equals(file.toString()));
    screen.tap(KeyEvent.VK_ENTER);
    screen.await("the file dialog to close", () -> !chooser.isShowing());
  }

  JFileChooser fileChooser() {
    return showing("a file dialog", JFileChooser.class);
  }

  private void chooseFileType(JFileChooser chooser, String fileType) {
    screen.onEventThread(
        () -> {
          Arrays.stream(chooser.getChoosableFileFilters())
              .filter(filter -> filter.getDescription().startsWith(fileType))
              .findFirst()
              .ifPresentOrElse(
                  chooser::setFileFilter,
                  () -> {
                    throw new AssertionError("no file type " + fileType);
                  });
          return true;
        });
  }

  /** Presses Choose beside an object and picks a class in the tree that drops down. */
  void chooseClass(Container within, String... path) {
    chooseNode(openClasses(within), path);
  }

  /** Presses Choose beside an object and leaves the tree of classes open. */
  JTree openClasses(Container within) {
    press(within, "Choose");
    return showing("the tree of classes", JTree.class);
  }

  /** Waits for a component in any window. */
  private <T extends Component> T showing(String what, Class<T> kind) {
    return screen.awaitSome(
        what,
        () ->
            Arrays.stream(Window.getWindows())
                .filter(Window::isShowing)
                .flatMap(window -> Screen.all(window, kind).stream())
                .filter(Component::isShowing)
                .findFirst());
  }

  /** Clicks on a node of a tree, given by the names below the root. */
  void chooseNode(JTree tree, String... path) {
    Rectangle bounds = showNode(tree, path);
    screen.click(tree, new Point(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2));
  }

  /** Opens a tree as far as a node and returns where that is. */
  Rectangle showNode(JTree tree, String... path) {
    TreePath node =
        screen.onEventThread(
            () -> {
              TreePath at = new TreePath(tree.getModel().getRoot());
              for (String name : path) {
                tree.expandPath(at);
                at = at.pathByAddingChild(child(tree, at.getLastPathComponent(), name));
              }
              tree.scrollPathToVisible(at);
              return at;
            });
    screen.settle();
    return screen.onEventThread(() -> tree.getPathBounds(node));
  }

  private static Object child(JTree tree, Object parent, String name) {
    for (int i = 0; i < tree.getModel().getChildCount(parent); i++) {
      Object child = tree.getModel().getChild(parent, i);
      if (child.toString().equals(name)) {
        return child;
      }
    }
    throw new AssertionError("no " + name + " below " + parent);
  }

  /** Clicks on the line that shows an object and its options. */
  void openOptions(Container within) {
    PropertyPanel panel = screen.find(within, PropertyPanel.class, candidate -> true);
    screen.click(panel, new Point(panel.getWidth() / 2, panel.getHeight() / 2));
  }

  void selectTab(Window window, String title) {
    JTabbedPane tabs =
        screen.find(window, JTabbedPane.class, candidate -> candidate.indexOfTab(title) >= 0);
    screen.await("the tab " + title, () -> tabs.isEnabledAt(tabs.indexOfTab(title)));
    Rectangle bounds = screen.onEventThread(() -> tabs.getBoundsAt(tabs.indexOfTab(title)));
    screen.click(tabs, new Point(bounds.x + bounds.width / 2, bounds.y + bounds.height / 2));
    screen.await("the tab " + title, () -> tabs.getSelectedIndex() == tabs.indexOfTab(title));
  }

  /** Clicks on a cell. */
  void clickCell(JTable table, int row, int column) {
    Rectangle cell =
        screen.onEventThread(
            () -> {
              table.scrollRectToVisible(table.getCellRect(row, column, true));
              return table.getCellRect(row, column, true);
            });
    screen.click(table, new Point(cell.x + cell.width / 2, cell.y + cell.height / 2));
  }

  /** Opens the menu of an entry of a result list. */
  void openResultMenu(JList<?> list, int index) {
    Rectangle cell = screen.onEventThread(() -> list.getCellBounds(index, index));
    Point middle = new Point(cell.x + 20, cell.y + cell.height / 2);
    screen.click(list, middle);
    screen.rightClick(list, middle);
  }

  /** Drops down a list of choices and clicks on one. */
  void select(JComboBox<?> box, String choice) {
    screen.click(box);
    JList<?> list =
        screen.awaitSome(
            "the choices with " + choice,
            () ->
                Optional.of(((ComboPopup) box.getUI().getAccessibleChild(box, 0)).getList())
                    .filter(Component::isShowing));
    int index = screen.onEventThread(() -> choices(box).indexOf(choice));
    assertTrue(choice, index >= 0);
    Point at =
        screen.onEventThread(
            () -> {
              list.ensureIndexIsVisible(index);
              Rectangle cell = list.getCellBounds(index, index);
              return new Point(cell.x + cell.width / 2, cell.y + cell.height / 2);
            });
    screen.click(list, at);
    screen.await(choice, () -> choice.equals(String.valueOf(box.getSelectedItem())));
  }

  /** Returns what a list of choices offers. */
  static List<String> choices(JComboBox<?> box) {
    return IntStream.range(0, box.getItemCount())
        .mapToObj(box::getItemAt)
        .map(String::valueOf)
        .toList();
  }

  /** Waits for a panel by the title in its frame. */
  JPanel titled(Container within, String title) {
    return screen.find(within, JPanel.class, panel -> title.equals(titleIn(panel.getBorder())));
  }

  private static String titleIn(Border border) {
    if (border instanceof CompoundBorder compound) {
      return titleIn(compound.getOutsideBorder());
    }
    return border instanceof TitledBorder titled ? titled.getTitle() : null;
  }

  /** Returns the field or button to the right of a label of a dialog. */
  Container row(Window options, String label) {
    JLabel name =
        screen.find(options, JLabel.class, candidate -> label.equals(candidate.getText()));
    return screen.onEventThread(
        () -> {
          Container sheet = name.getParent();
          int after = List.of(sheet.getComponents()).indexOf(name) + 1;
          return (Container) sheet.getComponent(after);
        });
  }

  void setOption(Window options, String label, String value) {
    JTextField field = screen.find(row(options, label), JTextField.class, candidate -> true);
    screen.type(field, value);
    screen.tap(KeyEvent.VK_TAB);
    screen.await(label + " to be " + value, () -> value.equals(field.getText()));
  }
}
