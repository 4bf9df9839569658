package emotiontransfer.weka.gui;

import java.awt.Component;
import java.io.File;
import java.util.Arrays;
import java.util.Optional;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Asks where something goes. */
public final class SaveDialog {

  private SaveDialog() {}

  /**
   * Shows the dialog; a file that exists is only replaced if the user says so.
   *
   * @param suggested the file that is offered
   * @param kinds a name with an ending of one of these keeps it; others get that of the chosen kind
   * @return empty where the user changed their mind
   */
  public static Optional<File> ask(
      Component parent, String title, File suggested, FileNameExtensionFilter... kinds) {
    JFileChooser chooser = new JFileChooser(new File(System.getProperty("user.dir")));
    chooser.setDialogTitle(title);
    chooser.setAcceptAllFileFilterUsed(false);
    Arrays.stream(kinds).forEach(chooser::addChoosableFileFilter);
    chooser.setSelectedFile(suggested);
    if (chooser.showSaveDialog(parent) != JFileChooser.APPROVE_OPTION) {
      return Optional.empty();
    }
    File chosen = chooser.getSelectedFile();
    FileNameExtensionFilter kind = (FileNameExtensionFilter) chooser.getFileFilter();
    boolean complete = Arrays.stream(kinds).anyMatch(any -> any.accept(chosen));
    File file = complete ? chosen : new File(chosen.getPath() + "." + kind.getExtensions()[0]);
    String question = "'" + file.getName() + "' exists already. Replace it?";
    boolean mayWrite =
        !file.exists()
            || JOptionPane.showConfirmDialog(parent, question, title, JOptionPane.YES_NO_OPTION)
                == JOptionPane.YES_OPTION;
    return mayWrite ? Optional.of(file) : Optional.empty();
  }
}
