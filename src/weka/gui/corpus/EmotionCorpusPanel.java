package weka.gui.corpus;

import emotiontransfer.weka.gui.corpus.CorpusWindow;
import java.awt.BorderLayout;
import javax.swing.JMenuBar;
import javax.swing.JPanel;
import weka.core.converters.EmotionCorpusLoader;
import weka.gui.GUIChooser.GUIChooserMenuPlugin;

/** Puts the window "Emotion corpus..." into the menu of Weka's GUI chooser. */
public class EmotionCorpusPanel extends JPanel implements GUIChooserMenuPlugin {

  private static final long serialVersionUID = 1L;

  private static final String TITLE = "Emotion corpus";

  /** Makes the window's content; Weka does so once, when the GUI chooser starts. */
  public EmotionCorpusPanel() {
    super(new BorderLayout());
    add(new CorpusWindow(EmotionCorpusLoader::new), BorderLayout.CENTER);
  }

  @Override
  public String getApplicationName() {
    return TITLE;
  }

  @Override
  public Menu getMenuToDisplayIn() {
    return Menu.TOOLS;
  }

  @Override
  public String getMenuEntryText() {
    return TITLE + "...";
  }

  @Override
  public JMenuBar getMenuBar() {
    return null;
  }
}
