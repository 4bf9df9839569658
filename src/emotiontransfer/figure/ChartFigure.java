package emotiontransfer.figure;

import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/**
 * A chart as a figure.
 *
 * @param chart what to draw
 * @param width in points
 * @param height in points
 */
public record ChartFigure(LineChart chart, int width, int height) implements Figure {

  @Override
  public void draw(Graphics2D g) {
    chart.draw(g, new Rectangle2D.Double(0, 0, width, height));
  }
}
