package emotiontransfer.weka.gui.view;

import javax.swing.JButton;

/** A button that says what it does. */
public final class ActionButton extends JButton {

  private static final long serialVersionUID = 1L;

  public ActionButton(String text, String tip, Runnable action) {
    super(text);
    setToolTipText(tip);
    addActionListener(click -> action.run());
  }
}
