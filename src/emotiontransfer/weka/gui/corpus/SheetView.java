package emotiontransfer.weka.gui.corpus;

import emotiontransfer.corpus.Clip;
import emotiontransfer.weka.gui.corpus.PictureSheet.Cell;
import emotiontransfer.weka.gui.corpus.PictureSheet.Row;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import java.util.function.Consumer;
import javax.swing.JComponent;

/** A sheet of pictures; a click chooses one. */
final class SheetView extends JComponent {

  private static final long serialVersionUID = 1L;

  private static final int GAP = 4;
  private static final Color EMPTY = new Color(0xDDDDDD);
  private static final Color CHOSEN = new Color(0xD55E00);

  private transient Optional<PictureSheet> sheet = Optional.empty();

  /** Takes who is given the clip whose picture is clicked on. */
  SheetView(Consumer<Clip> choose) {
    setName("sheet");
    // Without a text at first, Swing asks for none.
    setToolTipText("");
    addMouseListener(
        new MouseAdapter() {

          @Override
          public void mousePressed(MouseEvent press) {
            cellAt(press).map(Cell::clip).ifPresent(choose);
          }
        });
  }

  void show(Optional<PictureSheet> shown) {
    sheet = shown;
    repaint();
  }

  private int lineHeight() {
    return getFontMetrics(getFont()).getHeight();
  }

  /** Side of a picture: a row is a line of text and pictures below it. */
  private int side(PictureSheet shown) {
    int wide = getWidth() / PictureSheet.COLUMNS - GAP;
    int high = getHeight() / shown.rows().size() - lineHeight() - GAP;
    return Math.max(1, Math.min(wide, high));
  }

  private Rectangle place(PictureSheet shown, int row, int column) {
    int side = side(shown);
    int top = row * (side + lineHeight() + GAP) + lineHeight();
    return new Rectangle(column * (side + GAP) + GAP / 2, top, side, side);
  }

  private Optional<Cell> cellAt(MouseEvent event) {
    if (sheet.isPresent()) {
      PictureSheet shown = sheet.get();
      for (int row = 0; row < shown.rows().size(); row++) {
        for (int column = 0; column < shown.rows().get(row).cells().size(); column++) {
          if (place(shown, row, column).contains(event.getPoint())) {
            return Optional.of(shown.rows().get(row).cells().get(column));
          }
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public String getToolTipText(MouseEvent event) {
    return cellAt(event)
        .map(cell -> cell.problem().isEmpty() ? cell.clip().relative() : cell.problem())
        .orElse(null);
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    sheet.ifPresent(shown -> paint((Graphics2D) graphics, shown));
  }

  private void paint(Graphics2D g, PictureSheet shown) {
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    g.setRenderingHint(
        RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
    FontMetrics font = g.getFontMetrics();
    for (int i = 0; i < shown.rows().size(); i++) {
      Row row = shown.rows().get(i);
      int top = place(shown, i, 0).y;
      g.setColor(getForeground());
      String title = "%s (%s)".formatted(row.emotion(), row.count());
      g.drawString(title, GAP / 2, top - font.getDescent());
      for (int column = 0; column < row.cells().size(); column++) {
        paint(g, row.cells().get(column), place(shown, i, column), shown.chosen());
      }
    }
  }

  private static void paint(Graphics2D g, Cell cell, Rectangle at, Clip chosen) {
    if (cell.crop().isPresent()) {
      g.drawImage(cell.crop().get(), at.x, at.y, at.width, at.height, null);
    } else {
      g.setColor(EMPTY);
      g.fill(at);
      g.setColor(Color.DARK_GRAY);
      FontMetrics font = g.getFontMetrics();
      String text = "no face";
      int left = at.x + (at.width - font.stringWidth(text)) / 2;
      g.drawString(text, left, at.y + (at.height + font.getAscent()) / 2);
    }
    if (cell.clip().equals(chosen)) {
      g.setColor(CHOSEN);
      g.setStroke(new BasicStroke(3));
      g.draw(at);
    }
  }
}
