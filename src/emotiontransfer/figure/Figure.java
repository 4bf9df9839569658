package emotiontransfer.figure;

import java.awt.Graphics2D;

/** A picture that can be drawn on anything; one unit is a point, 1/72 inch. */
public interface Figure {

  int width();

  int height();

  /** Draws the picture with its upper left corner at 0, 0; the state of g may be changed. */
  void draw(Graphics2D g);
}
