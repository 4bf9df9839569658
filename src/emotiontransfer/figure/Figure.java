package emotiontransfer.figure;

import java.awt.Graphics2D;

/** A picture that can be drawn on anything; one unit is a point, 1/72 inch. */
public interface Figure {

  /** Returns the width, in points. */
  int width();

  /** Returns the height, in points. */
  int height();

  /**
   * Draws the picture with its upper left corner at 0, 0.
   *
   * @param g where to draw; its state may be changed
   */
  void draw(Graphics2D g);
}
