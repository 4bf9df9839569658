package weka.gui.corpus;

import emotiontransfer.weka.gui.recognise.RecognisePanel;
import java.awt.BorderLayout;
import javax.swing.JMenuBar;
import javax.swing.JPanel;
import weka.gui.GUIChooser.GUIChooserMenuPlugin;

/** Puts the window "Recognise emotions..." into the menu of Weka's GUI chooser. */
public class RecogniseEmotionsPanel extends JPanel implements GUIChooserMenuPlugin {

  private static final long serialVersionUID = 1L;

  private static final String TITLE = "Recognise emotions";

  public RecogniseEmotionsPanel() {
    super(new BorderLayout());
    add(new RecognisePanel(), BorderLayout.CENTER);
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
