package emotiontransfer.figure;

import emotiontransfer.evaluation.ConfusionMatrix;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A confusion matrix as a picture: a row per true class, shaded by the fraction of the row's clips,
 * with that fraction in per cent and the number of clips in each cell.
 */
public final class ConfusionDrawing implements Figure {

  private static final int CELL = 44;
  private static final int GAP = 8;
  private static final int TITLE_HEIGHT = 44;
  private static final int AXIS = 16;
  private static final int BAR = 10;
  private static final int BAR_LABELS = 34;
  private static final double SINE_OF_SLANT = Math.sin(Math.PI * 40 / 180);
  private static final double COSINE_OF_SLANT = Math.cos(Math.PI * 40 / 180);

  private final List<String> labels;
  private final ConfusionMatrix confusion;
  private final String title;
  private final String subtitle;
  private final List<String> rowLabels;
  private final int left;
  private final int top;
  private final int size;
  private final int rightMargin;

  /**
   * Lays out the picture.
   *
   * @param labels of the classes, in order
   * @param confusion what to show
   * @param title first line
   * @param subtitle second line
   */
  public ConfusionDrawing(
      List<String> labels, ConfusionMatrix confusion, String title, String subtitle) {
    this.labels = List.copyOf(labels);
    this.confusion = confusion;
    this.title = title;
    this.subtitle = subtitle;
    this.rowLabels =
        IntStream.range(0, labels.size())
            .mapToObj(i -> labels.get(i) + " (" + (long) confusion.support(i) + ")")
            .toList();
    double widest = widest(labels);
    size = labels.size() * CELL;
    left = (int) Math.ceil(GAP + AXIS + widest(rowLabels) + GAP);
    top = (int) Math.ceil(TITLE_HEIGHT + AXIS + widest * SINE_OF_SLANT + GAP);
    // The last slanted label reaches beyond its column.
    double overhang = widest * COSINE_OF_SLANT - CELL / 2.0;
    rightMargin = (int) Math.ceil(Math.max(GAP * 2 + BAR + BAR_LABELS, overhang + GAP));
  }

  private static double widest(List<String> texts) {
    return texts.stream().mapToDouble(t -> Text.widthOf(t, Text.TEXT)).max().orElse(0);
  }

  @Override
  public int width() {
    int forTitle =
        (int)
            Math.ceil(Math.max(Text.widthOf(title, Text.TITLE), Text.widthOf(subtitle, Text.TEXT)));
    return Math.max(left + size + rightMargin, forTitle + 2 * GAP);
  }

  @Override
  public int height() {
    return top + size + 2 * GAP;
  }

  @Override
  public void draw(Graphics2D g) {
    g.setColor(Palette.INK);
    Text.left(g, title, Text.TITLE, GAP, 18);
    g.setColor(Palette.FAINT);
    Text.left(g, subtitle, Text.TEXT, GAP, 33);
    for (int row = 0; row < rowLabels.size(); row++) {
      for (int column = 0; column < rowLabels.size(); column++) {
        drawCell(g, row, column);
      }
    }
    drawFrame(g);
    drawLabels(g);
    drawColourBar(g);
  }

  private void drawCell(Graphics2D g, int row, int column) {
    double fraction = confusion.support(row) == 0 ? 0 : confusion.fraction(row, column);
    long count = (long) confusion.counts()[row][column];
    double x = left + column * CELL;
    double y = top + row * CELL;
    Color colour = Palette.amount(fraction);
    g.setColor(colour);
    g.fill(new Rectangle2D.Double(x, y, CELL, CELL));
    if (count == 0) {
      return;
    }
    g.setColor(Palette.textOn(colour));
    double middle = x + CELL / 2.0;
    String percent = String.format(Locale.ROOT, "%.1f", 100 * fraction);
    Text.centred(g, percent, row == column ? Text.BOLD : Text.TEXT, middle, y + CELL / 2.0);
    Text.centred(g, String.valueOf(count), Text.SMALL, middle, y + CELL / 2.0 + 11);
  }

  private void drawFrame(Graphics2D g) {
    g.setStroke(new BasicStroke(0.75f));
    g.setColor(Palette.LINE);
    g.draw(new Rectangle2D.Double(left, top, size, size));
    g.setColor(Palette.INK);
    for (int i = 0; i < rowLabels.size(); i++) {
      g.draw(new Rectangle2D.Double(left + i * CELL, top + i * CELL, CELL, CELL));
    }
  }

  private void drawLabels(Graphics2D g) {
    g.setColor(Palette.INK);
    for (int i = 0; i < rowLabels.size(); i++) {
      double middle = (i + 0.5) * CELL;
      Text.right(g, rowLabels.get(i), Text.TEXT, left - GAP / 2.0, top + middle + 3);
      Text.slanted(g, labels.get(i), Text.TEXT, left + middle, top - GAP / 2.0);
    }
    Text.centred(g, "predicted emotion", Text.BOLD, left + size / 2.0, TITLE_HEIGHT + AXIS / 2.0);
    Text.upwards(g, "true emotion (clips)", Text.BOLD, GAP + AXIS / 2.0, top + size / 2.0);
  }

  private void drawColourBar(Graphics2D g) {
    int steps = 50;
    double x = left + size + 2 * GAP;
    double height = (double) size / steps;
    for (int i = 0; i < steps; i++) {
      g.setColor(Palette.amount(1 - (i + 0.5) / steps));
      g.fill(new Rectangle2D.Double(x, top + i * height, BAR, height + 0.3));
    }
    g.setColor(Palette.INK);
    for (int percent = 0; percent <= 100; percent += 50) {
      double y = top + size * (1 - percent / 100.0);
      Text.left(g, percent + " %", Text.SMALL, x + BAR + 3, y + 3);
    }
  }
}
