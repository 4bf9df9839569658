package emotiontransfer.figure;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Stroke;

/**
 * The look of a series: the palette of Okabe and Ito (2008), and a dash pattern of its own, so that
 * a series is known without colours, too.
 */
final class SeriesStyle {

  private static final Color[] COLOURS = {
    new Color(0x0072B2),
    new Color(0xD55E00),
    new Color(0x009E73),
    new Color(0xCC79A7),
    new Color(0x56B4E9),
    new Color(0xE69F00),
    new Color(0x000000),
    new Color(0x7F7F7F)
  };

  private static final float[][] DASHES = {
    null, {6, 2}, {2, 2}, {8, 2, 2, 2}, {4, 4}, {10, 3}, {1, 3}, {6, 2, 1, 2, 1, 2}
  };

  private static final float WIDTH = 1.4f;

  private SeriesStyle() {}

  static Color colour(int series) {
    return COLOURS[series % COLOURS.length];
  }

  static Stroke stroke(int series) {
    float[] dash = DASHES[series % DASHES.length];
    return dash == null
        ? new BasicStroke(WIDTH)
        : new BasicStroke(WIDTH, BasicStroke.CAP_BUTT, BasicStroke.JOIN_ROUND, 1, dash, 0);
  }
}
