package emotiontransfer.weka.gui;

import java.awt.BorderLayout;
import java.awt.Component;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JFrame;
import javax.swing.JOptionPane;
import weka.core.OptionHandler;
import weka.core.Utils;
import weka.core.converters.AbstractFileLoader;
import weka.gui.explorer.Explorer;

/** Opens an Explorer on a corpus. */
public final class ClipsInExplorer {

  private static final int WIDTH = 1024;
  private static final int HEIGHT = 768;

  private ClipsInExplorer() {}

  /**
   * Opens a new Explorer, which reads the corpus in the background.
   *
   * @param over window that the Explorer appears over
   * @param loader of the clips
   * @param options of the loader
   */
  public static void open(Component over, AbstractFileLoader loader, String[] options) {
    try {
      ((OptionHandler) loader).setOptions(options);
    } catch (Exception e) {
      JOptionPane.showMessageDialog(
          over, e.getMessage(), "Emotion corpus", JOptionPane.ERROR_MESSAGE);
      return;
    }
    Explorer explorer = new Explorer();
    JFrame frame = Utils.getWekaJFrame("Weka Explorer", over);
    frame.getContentPane().add(explorer, BorderLayout.CENTER);
    frame.addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent closing) {
            explorer.terminate();
            frame.dispose();
          }
        });
    frame.pack();
    frame.setSize(WIDTH, HEIGHT);
    frame.setLocationRelativeTo(over);
    frame.setVisible(true);
    explorer.getPreprocessPanel().setInstancesFromFile(loader);
  }
}
