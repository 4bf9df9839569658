package emotiontransfer.weka.gui.corpus;

import java.awt.BasicStroke;
import java.awt.BorderLayout;
import java.awt.Color;
import java.awt.Component;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import javax.swing.BorderFactory;
import javax.swing.Icon;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.SwingConstants;
import javax.swing.SwingUtilities;

/** A sentence on how it went, with a sign that tells success from failure. */
final class StatusArea extends JPanel {

  private static final long serialVersionUID = 1L;

  private static final int FEWEST_ROWS = 2;
  private static final int MOST_ROWS = 9;

  /** How it went. */
  enum Kind {
    /** Nothing has been done yet, or it goes on. */
    PLAIN(null),
    DONE(new Color(0x1B7F3B)),
    FAILED(new Color(0xB00020));

    private final Color colourOrNull;

    Kind(Color colourOrNull) {
      this.colourOrNull = colourOrNull;
    }
  }

  private final JTextArea text = new JTextArea(FEWEST_ROWS, 40);
  private final JLabel sign = new JLabel();
  private final Color plain = text.getForeground();

  StatusArea(String sentence) {
    super(new BorderLayout());
    text.setEditable(false);
    text.setLineWrap(true);
    text.setWrapStyleWord(true);
    text.setName("summary");
    sign.setName("sign");
    sign.setVerticalAlignment(SwingConstants.TOP);
    sign.setBorder(BorderFactory.createEmptyBorder(4, 6, 0, 6));
    add(sign, BorderLayout.WEST);
    add(new JScrollPane(text), BorderLayout.CENTER);
    say(Kind.PLAIN, sentence);
  }

  /** Shows a sentence, in as many rows as it needs. */
  void say(Kind kind, String sentence) {
    text.setText(sentence);
    text.setCaretPosition(0);
    text.setForeground(kind == Kind.FAILED ? kind.colourOrNull : plain);
    sign.setIcon(kind == Kind.PLAIN ? null : new Sign(kind));
    sign.setToolTipText(kind == Kind.FAILED ? "Failed" : null);
    SwingUtilities.invokeLater(this::fit);
  }

  private void fit() {
    int line = text.getFontMetrics(text.getFont()).getHeight();
    text.setRows(0);
    int needed = (text.getPreferredSize().height + line - 1) / line;
    text.setRows(Math.max(FEWEST_ROWS, Math.min(MOST_ROWS, needed)));
    revalidate();
  }

  /** A tick or a cross on a disc. */
  private record Sign(Kind kind) implements Icon {

    private static final int SIZE = 18;

    @Override
    public void paintIcon(Component component, Graphics graphics, int x, int y) {
      Graphics2D g = (Graphics2D) graphics.create(x, y, SIZE, SIZE);
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setColor(kind.colourOrNull);
      g.fillOval(0, 0, SIZE, SIZE);
      g.setColor(Color.WHITE);
      g.setStroke(new BasicStroke(2));
      g.draw(kind == Kind.DONE ? tick() : cross());
      g.dispose();
    }

    private static Path2D tick() {
      Path2D path = new Path2D.Double();
      path.moveTo(5, 9.5);
      path.lineTo(8, 12.5);
      path.lineTo(13, 6);
      return path;
    }

    private static Path2D cross() {
      Path2D path = new Path2D.Double();
      path.moveTo(6, 6);
      path.lineTo(12, 12);
      path.moveTo(12, 6);
      path.lineTo(6, 12);
      return path;
    }

    @Override
    public int getIconWidth() {
      return SIZE;
    }

    @Override
    public int getIconHeight() {
      return SIZE;
    }
  }
}
