package emotiontransfer.weka.gui.corpus;

import emotiontransfer.corpus.pattern.PatternException;
import emotiontransfer.corpus.scheme.EmotionLabels;
import emotiontransfer.weka.gui.view.ActionButton;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Font;
import javax.swing.BorderFactory;
import javax.swing.Box;
import javax.swing.BoxLayout;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.Timer;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import javax.swing.text.DefaultHighlighter.DefaultHighlightPainter;
import org.apache.commons.lang3.function.Failable;

/**
 * What codes mean, and a pattern of names. While the user types, the counts follow: a moment after
 * the last key, so that not every one has the names read.
 */
final class PatternFields extends JPanel {

  private static final long serialVersionUID = 1L;

  private static final int PAUSE_MILLIS = 300;
  private static final Color MISTAKE = new Color(0xF4A6A0);

  /** What the fields ask for, on the event thread. */
  interface Actions {

    /** Counts with what the fields say by now. */
    void count();

    /** Fills the fields with what the names suggest. */
    void propose();
  }

  private final JTextField pattern = new JTextField();
  private final JTextField labels = new JTextField();
  private final JPanel patternRow;
  private final Timer pause;

  /** Takes what Enter does in a field, and what else the fields ask for. */
  PatternFields(Runnable scan, Actions actions) {
    setLayout(new BoxLayout(this, BoxLayout.Y_AXIS));
    setBorder(BorderFactory.createEmptyBorder(2, 5, 2, 5));
    pause = new Timer(PAUSE_MILLIS, silence -> actions.count());
    pause.setRepeats(false);
    labels.setName("labels");
    labels.setToolTipText(
        "What codes mean, such as AN=anger,DI=disgust,XX=- (left out); empty for what the scheme"
            + " knows");
    pattern.setName("pattern");
    pattern.setFont(new Font(Font.MONOSPACED, Font.PLAIN, pattern.getFont().getSize()));
    pattern.setToolTipText(
        "Regular expression of the whole name, with the groups (?<subject>...) and"
            + " (?<emotion>...); others become attributes. With a / it begins in the folder above");
    for (JTextField field : new JTextField[] {labels, pattern}) {
      field.addActionListener(enter -> scan.run());
      field.getDocument().addDocumentListener(new Typing());
    }
    patternRow =
        row(
            "Pattern:",
            pattern,
            new ActionButton("Propose", "Guess a pattern from the names", actions::propose));
    add(row("Labels:", labels, Box.createHorizontalGlue()));
    add(Box.createVerticalStrut(4));
    add(patternRow);
  }

  private static JPanel row(String name, JComponent field, Component end) {
    JPanel row = new JPanel(new BorderLayout(5, 0));
    row.add(new JLabel(name), BorderLayout.WEST);
    row.add(field, BorderLayout.CENTER);
    row.add(end, BorderLayout.EAST);
    return row;
  }

  /** Every change of a text begins the pause anew. */
  private final class Typing implements DocumentListener {

    @Override
    public void insertUpdate(DocumentEvent event) {
      typed();
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
      typed();
    }

    @Override
    public void changedUpdate(DocumentEvent event) {
      // Concerns the look of a text, not its characters.
    }

    private void typed() {
      pattern.getHighlighter().removeAllHighlights();
      if (patternRow.isVisible() && !pattern.getText().isBlank()) {
        pause.restart();
      }
    }
  }

  /** Shows or hides the pattern, which is for one scheme alone. */
  void setPatternVisible(boolean visible) {
    patternRow.setVisible(visible);
  }

  /** Returns the pattern; empty where it is not shown. */
  String pattern() {
    return patternRow.isVisible() ? pattern.getText().strip() : "";
  }

  /**
   * Returns the labels.
   *
   * @throws IllegalArgumentException if they have another form; the message is for the user
   */
  EmotionLabels labels() {
    return EmotionLabels.parse(labels.getText());
  }

  /** Writes into the fields, which counts nothing. */
  void fill(String newPattern, EmotionLabels newLabels) {
    pattern.setText(newPattern);
    labels.setText(newLabels.toString());
    pause.stop();
  }

  /** Marks the place of a mistake, where it is known. */
  void mark(PatternException mistake) {
    int length = pattern.getDocument().getLength();
    if (mistake.position().isPresent() && length > 0) {
      int at = Math.min(mistake.position().getAsInt(), length - 1);
      Failable.run(
          () ->
              pattern
                  .getHighlighter()
                  .addHighlight(at, at + 1, new DefaultHighlightPainter(MISTAKE)));
    }
  }
}
