package emotiontransfer.figure;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A picture that can be drawn on anything; one unit is a point, 1/72 inch.
 *
 * @param content draws with the upper left corner at 0, 0; may change the state of the graphics
 */
public record Figure(int width, int height, Consumer<Graphics2D> content) {

  /** Draws the picture on white ground, as fine as the graphics can. */
  public void draw(Graphics2D g) {
    g.addRenderingHints(
        Map.of(
            RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON,
            RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON,
            RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON,
            RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE));
    g.setColor(Color.WHITE);
    g.fillRect(0, 0, width + 1, height + 1);
    content.accept(g);
  }
}
