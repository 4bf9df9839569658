package emotiontransfer.demo.face.drawing;

import emotiontransfer.demo.face.actor.Actor;
import emotiontransfer.demo.face.actor.Moment;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RadialGradientPaint;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Point2D;

/**
 * A surface to draw a turned head on as if it looked straight ahead.
 *
 * <p>The origin is between the eyes, the unit half a head's width, x to the right and y down in the
 * picture. Points of the face lie on an ellipsoid that turns with the head.
 */
final class FaceCanvas {

  private static final double DEPTH = 0.9;
  private static final double CROWN = 1.35;

  private final Graphics2D graphics;
  private final Actor.Head head;
  private final Moment.Pose pose;

  private FaceCanvas(Graphics2D graphics, Actor.Head head, Moment.Pose pose) {
    this.graphics = graphics;
    this.head = head;
    this.pose = pose;
  }

  /**
   * Returns a canvas.
   *
   * @param picture is drawn on; its state stays as it is
   * @param head shape of the head
   * @param pose where it is
   */
  static FaceCanvas on(Graphics2D picture, Actor.Head head, Moment.Pose pose) {
    Graphics2D graphics = (Graphics2D) picture.create();
    graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    graphics.translate(pose.x(), pose.y());
    graphics.rotate(pose.roll());
    graphics.scale(pose.scale(), pose.scale());
    return new FaceCanvas(graphics, head, pose);
  }

  /** Returns a canvas that draws on this one, but only inside a shape. */
  FaceCanvas inside(Shape shape) {
    Graphics2D clipped = (Graphics2D) graphics.create();
    clipped.clip(shape);
    return new FaceCanvas(clipped, head, pose);
  }

  /** Returns where a point of the face is seen. */
  Point2D.Double point(double x, double y) {
    return point(x, y, 0);
  }

  /**
   * Returns where a point of the face is seen.
   *
   * @param proud how far it stands out of the ellipsoid
   */
  Point2D.Double point(double x, double y, double proud) {
    double middle = (head.chin() - CROWN) / 2;
    double across = x / head.width();
    double along = (y - middle) / ((head.chin() + CROWN) / 2);
    double z =
        proud + DEPTH * StrictMath.sqrt(StrictMath.max(0, 1 - across * across - along * along));
    return new Point2D.Double(
        x * StrictMath.cos(pose.yaw()) + z * StrictMath.sin(pose.yaw()),
        y * StrictMath.cos(pose.pitch()) + z * StrictMath.sin(pose.pitch()));
  }

  /** Returns an empty outline whose points lie on the face. */
  Outline outline() {
    return new Outline(this);
  }

  void fill(Shape shape, Color color) {
    graphics.setColor(color);
    graphics.fill(shape);
  }

  void stroke(Shape shape, double width, Color color) {
    graphics.setColor(color);
    graphics.setStroke(
        new BasicStroke((float) width, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
    graphics.draw(shape);
  }

  /**
   * Lays a soft spot over the face.
   *
   * @param x of its middle
   * @param y likewise
   * @param rx half its width
   * @param ry half its height
   * @param color of the spot
   * @param cover how much of what is below it hides in the middle, 0 to 1
   */
  void spot(double x, double y, double rx, double ry, Color color, double cover) {
    spotAt(point(x, y), rx, ry, color, cover);
  }

  /** Lays a soft spot over a place of the picture. */
  void spotAt(Point2D.Double middle, double rx, double ry, Color color, double cover) {
    Graphics2D copy = (Graphics2D) graphics.create();
    copy.transform(new AffineTransform(rx, 0, 0, ry, middle.x, middle.y));
    copy.setPaint(
        new RadialGradientPaint(
            new Point2D.Double(0, 0),
            1,
            new float[] {0, 0.5f, 1},
            new Color[] {
              Tone.sheer(color, cover), Tone.sheer(color, 0.55 * cover), Tone.sheer(color, 0)
            }));
    copy.fill(new Ellipse2D.Double(-1, -1, 2, 2));
    copy.dispose();
  }
}
