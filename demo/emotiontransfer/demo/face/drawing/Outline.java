package emotiontransfer.demo.face.drawing;

import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** A path whose points lie on the face and turn with it. */
final class Outline {

  private final FaceCanvas canvas;
  private final Path2D.Double path = new Path2D.Double();

  Outline(FaceCanvas canvas) {
    this.canvas = canvas;
  }

  /** Begins at a point. */
  Outline from(double x, double y) {
    Point2D.Double p = canvas.point(x, y);
    path.moveTo(p.x, p.y);
    return this;
  }

  /** Goes straight to a point. */
  Outline to(double x, double y) {
    Point2D.Double p = canvas.point(x, y);
    path.lineTo(p.x, p.y);
    return this;
  }

  /** Goes to the last point, bent towards the first one. */
  Outline bend(double x1, double y1, double x, double y) {
    Point2D.Double c = canvas.point(x1, y1);
    Point2D.Double p = canvas.point(x, y);
    path.quadTo(c.x, c.y, p.x, p.y);
    return this;
  }

  /** Goes to the last point, bent towards the two before. */
  Outline bend(double x1, double y1, double x2, double y2, double x, double y) {
    Point2D.Double c = canvas.point(x1, y1);
    Point2D.Double d = canvas.point(x2, y2);
    Point2D.Double p = canvas.point(x, y);
    path.curveTo(c.x, c.y, d.x, d.y, p.x, p.y);
    return this;
  }

  /** Returns the path, open. */
  Path2D.Double open() {
    return path;
  }

  /** Returns the path, closed. */
  Path2D.Double closed() {
    path.closePath();
    return path;
  }
}
