package emotiontransfer.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.Locale;

/** Draws a track with its axes. */
final class TrackAxes {

  /** Points that a mark on an axis of time needs at least. */
  private static final int MARK_WIDTH = 46;

  private TrackAxes() {}

  /** Draws a track with the marks and the name of its vertical axis at its left. */
  static void track(Graphics2D g, ClipTrack track, Rectangle2D area) {
    track.draw(g, area);
    frame(g, area);
    double left = area.getX();
    for (ClipTrack.Mark mark : track.marks()) {
      double y = area.getMaxY() - mark.height() * area.getHeight();
      Text.right(g, mark.text(), Text.SMALL, left - 5, y + 2.5);
      g.draw(new Line2D.Double(left - 3, y, left, y));
    }
    Text.upwards(g, track.axis(), Text.TEXT, left - 36, area.getCenterY());
  }

  static void frame(Graphics2D g, Rectangle2D area) {
    g.setStroke(new BasicStroke(0.75f));
    g.setColor(Palette.LINE);
    g.draw(area);
    g.setColor(Palette.INK);
  }

  /** Draws an axis of time below an area that is as wide as a clip is long. */
  static void times(Graphics2D g, double length, String unit, Rectangle2D area) {
    double step = step(length * MARK_WIDTH / area.getWidth());
    int digits = step < 0.1 ? 2 : step < 1 ? 1 : 0;
    double bottom = area.getMaxY();
    for (int i = 0; i * step <= length * 1.0001; i++) {
      double x = area.getX() + i * step / length * area.getWidth();
      g.draw(new Line2D.Double(x, bottom, x, bottom + 3));
      String text = String.format(Locale.ROOT, "%." + digits + "f", i * step);
      Text.centred(g, text, Text.SMALL, x, bottom + 12);
    }
    Text.centred(g, unit, Text.TEXT, area.getCenterX(), bottom + 25);
  }

  /** Returns the smallest of 1, 2, 5, 10, ... and their tenths that is not below a number. */
  static double step(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(least)));
    return power
        * Arrays.stream(new double[] {1, 2, 5, 10})
            .filter(factor -> factor * power >= least)
            .findFirst()
            .orElse(10);
  }
}
