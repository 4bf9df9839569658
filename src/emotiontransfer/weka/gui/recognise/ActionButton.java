package emotiontransfer.weka.gui.recognise;

import javax.swing.JButton;

/** A button that says what it does. */
final class ActionButton extends JButton {

  private static final long serialVersionUID = 1L;

  ActionButton(String text, String tip, Runnable action) {
    super(text);
    setToolTipText(tip);
    addActionListener(click -> action.run());
  }
}
