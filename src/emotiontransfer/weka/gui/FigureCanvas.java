package emotiontransfer.weka.gui;

import emotiontransfer.figure.Figure;
import emotiontransfer.figure.FigureFile;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import javax.swing.JComponent;

/** Shows a figure as large as there is room, its proportions kept. */
final class FigureCanvas extends JComponent {

  private static final long serialVersionUID = 1L;

  /** Pixels for a point at first; a screen has finer text than 72 dots per inch would give. */
  private static final double SCALE = 1.5;

  private transient Figure figure;

  FigureCanvas(Figure figure) {
    this.figure = figure;
    setPreferredSize(
        new Dimension((int) (figure.width() * SCALE), (int) (figure.height() * SCALE)));
  }

  void show(Figure other) {
    figure = other;
    repaint();
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    Graphics2D g = (Graphics2D) graphics.create();
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, getWidth(), getHeight());
    double scale =
        Math.min((double) getWidth() / figure.width(), (double) getHeight() / figure.height());
    g.translate(
        (getWidth() - figure.width() * scale) / 2, (getHeight() - figure.height() * scale) / 2);
    g.scale(scale, scale);
    FigureFile.prepare(g, figure);
    figure.draw(g);
    g.dispose();
  }
}
