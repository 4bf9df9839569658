package emotiontransfer.gui;

import java.awt.Component;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.SwingUtilities;
import javax.swing.filechooser.FileFilter;
import javax.swing.plaf.basic.ComboPopup;

/** The list of file types in a file dialog. */
final class FileTypes {

  private FileTypes() {}

  /**
   * Takes a picture of the dialog that is open, with its list dropped down, and closes the list.
   */
  static void shoot(Screen screen, Weka weka, String picture) {
    JFileChooser chooser = weka.fileChooser();
    JComboBox<?> types =
        screen.find(chooser, JComboBox.class, box -> box.getItemAt(0) instanceof FileFilter);
    screen.click(types);
    Component list = ((ComboPopup) types.getUI().getAccessibleChild(types, 0)).getList();
    screen.await("the file types", list::isShowing);
    // The list may reach beyond the dialog; then it is a window of its own.
    screen.shoot(
        picture, SwingUtilities.getWindowAncestor(chooser), SwingUtilities.getWindowAncestor(list));
    screen.click(types);
    screen.await("the file types to go", () -> !types.isPopupVisible());
  }
}
