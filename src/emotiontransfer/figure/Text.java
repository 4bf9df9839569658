package emotiontransfer.figure;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;

/** Fonts of the figures and text set by its middle or end. */
final class Text {

  static final Font TITLE = new Font(Font.SANS_SERIF, Font.BOLD, 11);
  static final Font TEXT = new Font(Font.SANS_SERIF, Font.PLAIN, 9);
  static final Font BOLD = new Font(Font.SANS_SERIF, Font.BOLD, 9);
  static final Font SMALL = new Font(Font.SANS_SERIF, Font.PLAIN, 7);

  /** The angle of slanted text, 40 degrees. */
  static final double SLANT = Math.toRadians(40);

  private Text() {}

  /**
   * Measures a text before there is anything to draw on.
   *
   * @throws IllegalStateException if this Java has no fonts
   */
  static double widthOf(String text, Font font) {
    Graphics2D g = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
    try {
      return g.getFontMetrics(font).getStringBounds(text, g).getWidth();
    } catch (LinkageError | InternalError | NullPointerException e) {
      // What a headless JDK throws on a Linux without fontconfig or without a single font.
      throw new IllegalStateException(
          "This machine has no fonts for the picture's labels;"
              + " install fontconfig and a font (Debian: apt-get install fontconfig"
              + " fonts-dejavu-core).",
          e);
    } finally {
      g.dispose();
    }
  }

  /** Sets the first two lines of a figure. */
  static void heading(Graphics2D g, String title, String subtitle, double x) {
    g.setColor(Palette.INK);
    left(g, title, TITLE, x, 18);
    g.setColor(Palette.FAINT);
    left(g, subtitle, TEXT, x, 33);
  }

  static void left(Graphics2D g, String text, Font font, double x, double baseline) {
    g.setFont(font);
    g.drawString(text, (float) x, (float) baseline);
  }

  static void right(Graphics2D g, String text, Font font, double x, double baseline) {
    left(g, text, font, x - widthOf(text, font), baseline);
  }

  static void centred(Graphics2D g, String text, Font font, double x, double baseline) {
    left(g, text, font, x - widthOf(text, font) / 2, baseline);
  }

  /** Sets a text that reads upwards, its middle at a point. */
  static void upwards(Graphics2D g, String text, Font font, double x, double y) {
    centred(turned(g, Math.PI / 2, x, y), text, font, x, y);
  }

  /** Sets a text that begins at a point and climbs at {@link #SLANT}. */
  static void slanted(Graphics2D g, String text, Font font, double x, double y) {
    left(turned(g, SLANT, x, y), text, font, x, y);
  }

  private static Graphics2D turned(Graphics2D g, double angle, double x, double y) {
    Graphics2D turned = (Graphics2D) g.create();
    turned.rotate(-angle, x, y);
    return turned;
  }
}
