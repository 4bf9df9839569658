package emotiontransfer.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Draws a clip over time: above what is heard or seen of it, below the probabilities of the classes
 * as areas that stand on each other, at the right the decision about the whole clip.
 */
public final class ClipDrawing {

  private static final int LEFT = 58;
  private static final int RIGHT = 128;
  private static final int TOP = 44;
  private static final int BOTTOM = 34;
  private static final int GAP = 12;
  private static final int SWATCH = 9;
  private static final int LINE = 14;

  /**
   * A clip.
   *
   * @param length of the axis of time, in its unit
   * @param unit name of the axis of time
   */
  public record Content(
      String title, String subtitle, double length, String unit, ClipTrack track, Curves curves) {}

  /**
   * Probabilities of the classes.
   *
   * @param clip of the whole clip; empty where nothing is decided
   * @param middles of the segments or windows, ascending, in the unit of time
   * @param probabilities {@code [segments][classes]}
   */
  public record Curves(
      List<String> labels, double[] clip, double[] middles, double[][] probabilities) {}

  private final Content content;
  private final int width;
  private final Rectangle2D upper;
  private final Rectangle2D lower;

  private ClipDrawing(Content content, int width, int height) {
    this.content = content;
    this.width = width;
    int room = height - TOP - BOTTOM - GAP;
    int span = width - LEFT - RIGHT;
    int above = room * 9 / 20;
    this.upper = new Rectangle2D.Double(LEFT, TOP, span, above);
    this.lower = new Rectangle2D.Double(LEFT, TOP + above + GAP, span, room - above);
  }

  /** Returns the picture of a clip, at least 320 points wide and 200 high. */
  public static Figure of(Content content, int width, int height) {
    ClipDrawing drawing = new ClipDrawing(content, width, height);
    return new Figure(width, height, drawing::draw);
  }

  /** Returns where a time stands in a picture of that width, in points. */
  public static double x(double time, double length, int width) {
    return LEFT + time / length * (width - LEFT - RIGHT);
  }

  /** Returns the ordinates of the upper and the lower edge of what stands over time. */
  public static int[] edges(int height) {
    return new int[] {TOP, height - BOTTOM};
  }

  private double x(double time) {
    return x(time, content.length(), width);
  }

  private void draw(Graphics2D g) {
    Text.heading(g, content.title(), content.subtitle(), LEFT);
    TrackAxes.track(g, content.track(), upper);
    areas(g);
    TrackAxes.frame(g, lower);
    for (int i = 0; i <= 2; i++) {
      double y = lower.getMaxY() - i * lower.getHeight() / 2;
      Text.right(g, String.valueOf(i / 2.0), Text.SMALL, LEFT - 5, y + 2.5);
      g.draw(new Line2D.Double(LEFT - 3, y, LEFT, y));
    }
    Text.upwards(g, "probability", Text.TEXT, LEFT - 36, lower.getCenterY());
    TrackAxes.times(g, content.length(), content.unit(), lower);
    legend(g);
  }

  private void areas(Graphics2D g) {
    Curves curves = content.curves();
    int points = curves.probabilities().length;
    if (points == 0) {
      Text.centred(g, "no decision", Text.TEXT, lower.getCenterX(), lower.getCenterY());
      return;
    }
    double[] below = new double[points];
    for (int c = 0; c < curves.labels().size(); c++) {
      double[] above = below.clone();
      for (int i = 0; i < points; i++) {
        above[i] = Math.min(1, below[i] + curves.probabilities()[i][c]);
      }
      g.setColor(Palette.category(c));
      g.fill(between(below, above));
      below = above;
    }
  }

  /** The first and the last value hold up to the ends of the clip. */
  private Path2D between(double[] below, double[] above) {
    int last = above.length - 1;
    Path2D path = new Path2D.Double();
    path.moveTo(LEFT, y(above[0]));
    for (int i = 0; i <= last; i++) {
      path.lineTo(x(content.curves().middles()[i]), y(above[i]));
    }
    path.lineTo(lower.getMaxX(), y(above[last]));
    path.lineTo(lower.getMaxX(), y(below[last]));
    for (int i = last; i >= 0; i--) {
      path.lineTo(x(content.curves().middles()[i]), y(below[i]));
    }
    path.lineTo(LEFT, y(below[0]));
    path.closePath();
    return path;
  }

  private double y(double probability) {
    return lower.getMaxY() - probability * lower.getHeight();
  }

  /** The classes in the order of the areas, from above, with the probabilities of the clip. */
  private void legend(Graphics2D g) {
    Curves curves = content.curves();
    double x = lower.getMaxX() + 12;
    double y = TOP + 8;
    double most = Arrays.stream(curves.clip()).max().orElse(2);
    Text.left(g, "whole clip", Text.TEXT, x, y);
    for (int c = curves.labels().size() - 1; c >= 0; c--) {
      y += LINE;
      g.setColor(Palette.category(c));
      g.fill(new Rectangle2D.Double(x, y - SWATCH + 1, SWATCH, SWATCH));
      g.setColor(Palette.INK);
      boolean decides = curves.clip().length > 0 && curves.clip()[c] == most;
      Font font = decides ? Text.BOLD : Text.TEXT;
      Text.left(g, curves.labels().get(c), font, x + SWATCH + 5, y);
      if (curves.clip().length > 0) {
        String text = String.format(Locale.ROOT, "%.2f", curves.clip()[c]);
        Text.right(g, text, font, width - 8, y);
      }
    }
  }
}
