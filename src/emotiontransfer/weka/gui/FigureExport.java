package emotiontransfer.weka.gui;

import emotiontransfer.figure.Figure;
import emotiontransfer.figure.FigureFile;
import java.awt.Component;
import java.io.File;
import java.io.IOException;
import java.util.Locale;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;

/** Asks where a figure goes and writes it there. */
final class FigureExport {

  private static final String TITLE = "Export picture";

  private FigureExport() {}

  /** Shows the dialog; what cannot be written is told in another one. */
  static void ask(Component parent, Figure figure) {
    JFileChooser chooser = new JFileChooser(new File(System.getProperty("user.dir")));
    chooser.setDialogTitle(TITLE);
    chooser.setAcceptAllFileFilterUsed(false);
    chooser.addChoosableFileFilter(new FileNameExtensionFilter("PNG picture", "png"));
    chooser.addChoosableFileFilter(new FileNameExtensionFilter("SVG drawing", "svg"));
    chooser.setSelectedFile(new File("pathways"));
    if (chooser.showSaveDialog(parent) != JFileChooser.APPROVE_OPTION) {
      return;
    }
    File file = named(chooser.getSelectedFile(), (FileNameExtensionFilter) chooser.getFileFilter());
    if (file.exists() && !mayReplace(parent, file)) {
      return;
    }
    try {
      FigureFile.write(figure, file, FigureFile.DEFAULT_DPI);
    } catch (IOException e) {
      JOptionPane.showMessageDialog(
          parent,
          "The picture '" + file + "' cannot be written: " + e.getMessage(),
          TITLE,
          JOptionPane.ERROR_MESSAGE);
    }
  }

  /** A name with an ending of its own keeps it; others get that of the chosen kind. */
  private static File named(File chosen, FileNameExtensionFilter kind) {
    String name = chosen.getName().toLowerCase(Locale.ROOT);
    boolean complete = name.endsWith(".png") || name.endsWith(".svg");
    return complete ? chosen : new File(chosen.getPath() + "." + kind.getExtensions()[0]);
  }

  private static boolean mayReplace(Component parent, File file) {
    return JOptionPane.showConfirmDialog(
            parent,
            "'" + file.getName() + "' exists already. Replace it?",
            TITLE,
            JOptionPane.YES_NO_OPTION)
        == JOptionPane.YES_OPTION;
  }
}
