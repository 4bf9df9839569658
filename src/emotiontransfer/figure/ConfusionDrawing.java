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
public final class ConfusionDrawing {

  private static final int CELL = 44;
  private static final int GAP = 8;
  private static final int TITLE_HEIGHT = 44;
  private static final int AXIS = 16;
  private static final int BAR = 10;

  private final List<String> labels;
  private final List<String> rowLabels;
  private final ConfusionMatrix confusion;
  private final int left;
  private final int top;
  private final int size;

  private ConfusionDrawing(List<String> labels, ConfusionMatrix confusion) {
    this.labels = labels;
    this.confusion = confusion;
    this.rowLabels =
        IntStream.range(0, labels.size())
            .mapToObj(i -> labels.get(i) + " (" + (long) confusion.support(i) + ")")
            .toList();
    this.left = (int) Math.ceil(GAP + AXIS + widest(rowLabels) + GAP);
    this.top = (int) Math.ceil(TITLE_HEIGHT + AXIS + widest(labels) * Math.sin(Text.SLANT) + GAP);
    this.size = labels.size() * CELL;
  }

  /** Returns the picture; {@code suffix} ends the second line, which begins with WAR and UAR. */
  public static Figure of(
      List<String> labels, ConfusionMatrix confusion, String title, String suffix) {
    ConfusionDrawing drawing = new ConfusionDrawing(labels, confusion);
    double war = 100 * confusion.war();
    double uar = 100 * confusion.uar();
    String subtitle = String.format(Locale.ROOT, "WAR %.1f %%, UAR %.1f %%", war, uar) + suffix;
    // The last slanted label reaches beyond its column.
    double overhang = widest(labels) * Math.cos(Text.SLANT) - CELL / 2.0;
    int margin = (int) Math.ceil(Math.max(GAP * 2 + BAR + 34, overhang + GAP));
    double heading = Math.max(Text.widthOf(title, Text.TITLE), Text.widthOf(subtitle, Text.TEXT));
    return new Figure(
        Math.max(drawing.left + drawing.size + margin, (int) Math.ceil(heading) + 2 * GAP),
        drawing.top + drawing.size + 2 * GAP,
        g -> {
          Text.heading(g, title, subtitle, GAP);
          drawing.draw(g);
        });
  }

  private static double widest(List<String> texts) {
    return texts.stream().mapToDouble(t -> Text.widthOf(t, Text.TEXT)).max().orElse(0);
  }

  private void draw(Graphics2D g) {
    for (int row = 0; row < labels.size(); row++) {
      for (int column = 0; column < labels.size(); column++) {
        drawCell(g, row, column, left + column * CELL, top + row * CELL);
      }
    }
    g.setStroke(new BasicStroke(0.75f));
    g.setColor(Palette.LINE);
    g.draw(new Rectangle2D.Double(left, top, size, size));
    g.setColor(Palette.INK);
    for (int i = 0; i < labels.size(); i++) {
      g.draw(new Rectangle2D.Double(left + i * CELL, top + i * CELL, CELL, CELL));
      double middle = (i + 0.5) * CELL;
      Text.right(g, rowLabels.get(i), Text.TEXT, left - GAP / 2.0, top + middle + 3);
      Text.slanted(g, labels.get(i), Text.TEXT, left + middle, top - GAP / 2.0);
    }
    Text.centred(g, "predicted emotion", Text.BOLD, left + size / 2.0, TITLE_HEIGHT + AXIS / 2.0);
    Text.upwards(g, "true emotion (clips)", Text.BOLD, GAP + AXIS / 2.0, top + size / 2.0);
    drawColourBar(g, left + size + 2.0 * GAP);
  }

  private void drawCell(Graphics2D g, int row, int column, double x, double y) {
    double fraction = confusion.support(row) == 0 ? 0 : confusion.fraction(row, column);
    long count = (long) confusion.counts()[row][column];
    Color colour = Palette.amount(fraction);
    g.setColor(colour);
    g.fill(new Rectangle2D.Double(x, y, CELL, CELL));
    if (count > 0) {
      g.setColor(Palette.textOn(colour));
      double middle = x + CELL / 2.0;
      String percent = String.format(Locale.ROOT, "%.1f", 100 * fraction);
      Text.centred(g, percent, row == column ? Text.BOLD : Text.TEXT, middle, y + CELL / 2.0);
      Text.centred(g, String.valueOf(count), Text.SMALL, middle, y + CELL / 2.0 + 11);
    }
  }

  private void drawColourBar(Graphics2D g, double x) {
    int steps = 50;
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
