package emotiontransfer.demo.face.drawing;

import emotiontransfer.demo.face.actor.ActionUnit;
import emotiontransfer.demo.face.actor.Actor;
import emotiontransfer.demo.face.actor.Moment;
import emotiontransfer.demo.face.actor.Scene;
import java.awt.Color;
import java.awt.Shape;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** Draws shoulders, neck, ears and the bare head with its shades. */
record HeadDrawing(FaceCanvas canvas, Actor actor, Moment moment, Scene scene) {

  private static final Color SHADE = new Color(60, 28, 18);

  /** Height of the crown above the eyes. */
  static final double CROWN = 1.32;

  /** Draws what is below and behind the face. */
  void drawBody() {
    double chin = actor.head().chin();
    Path2D.Double shoulders = new Path2D.Double();
    shoulders.moveTo(-2.4, 4.5);
    shoulders.curveTo(-2.3, chin + 0.75, -1.2, chin + 0.62, -0.5, chin + 0.38);
    shoulders.lineTo(0.5, chin + 0.38);
    shoulders.curveTo(1.2, chin + 0.62, 2.3, chin + 0.75, 2.4, 4.5);
    shoulders.closePath();
    canvas.fill(shoulders, actor.colours().clothes());
    Path2D.Double neck = new Path2D.Double();
    double half = actor.head().jaw() * 0.12 + 0.46;
    neck.moveTo(-half, 0.8);
    neck.curveTo(-half, chin + 0.3, -half - 0.05, chin + 0.4, -half - 0.12, chin + 0.45);
    neck.quadTo(0, chin + 0.75, half + 0.12, chin + 0.45);
    neck.curveTo(half + 0.05, chin + 0.4, half, chin + 0.3, half, 0.8);
    neck.closePath();
    canvas.fill(neck, Tone.mix(actor.colours().skin(), SHADE, 0.35 * scene.contrast()));
  }

  /** Draws the head without its features and returns its contour. */
  Shape drawHead() {
    ears();
    Shape contour = contour();
    canvas.fill(contour, actor.colours().skin());
    FaceCanvas face = canvas.inside(contour);
    shade(face);
    // A clip has hard edges; the stroke softens them, also where no contour is to be seen.
    canvas.stroke(contour, 0.035, Tone.sheer(SHADE, 0.25 + 0.5 * scene.outline()));
    return contour;
  }

  private void ears() {
    for (int side = -1; side <= 1; side += 2) {
      Point2D.Double middle =
          new Point2D.Double(
              side * (actor.head().width() + 0.03) - 0.15 * moment.pose().yaw(), 0.2);
      canvas.fill(
          new Ellipse2D.Double(middle.x - 0.12, middle.y - 0.25, 0.24, 0.5),
          Tone.mix(actor.colours().skin(), SHADE, 0.22));
    }
  }

  /** The contour is that of a body of revolution: turning the head leaves it in place. */
  private Shape contour() {
    double w = actor.head().width();
    double chin = actor.head().chin() + 0.13 * moment.actions().of(ActionUnit.JAW_DROP);
    double corner = w * (0.7 + 0.16 * actor.head().jaw());
    double point = 0.16 + 0.16 * actor.head().jaw();
    Path2D.Double path = new Path2D.Double();
    path.moveTo(0, -CROWN);
    path.curveTo(0.62 * w, -CROWN, w, -0.9, w, -0.1);
    path.curveTo(w, 0.3, 0.96 * w, 0.5, corner, 0.7 * chin);
    path.curveTo(0.82 * corner, 0.87 * chin, point + 0.12, chin, 0, chin);
    path.curveTo(-point - 0.12, chin, -0.82 * corner, 0.87 * chin, -corner, 0.7 * chin);
    path.curveTo(-0.96 * w, 0.5, -w, 0.3, -w, -0.1);
    path.curveTo(-w, -0.9, -0.62 * w, -CROWN, 0, -CROWN);
    path.closePath();
    return path;
  }

  private void shade(FaceCanvas face) {
    double c = scene.contrast();
    double light = scene.light();
    Color bright = Tone.lighter(actor.colours().skin(), 0.45);
    Color socket = Tone.darker(actor.colours().skin(), 0.8);
    double mouth = actor.lower().mouthHeight();
    double d = actor.eyes().distance();
    // Both temples and the jaw turn away from the light, the far side most.
    for (int side = -1; side <= 1; side += 2) {
      double away = 0.5 - 0.3 * side * light;
      face.spotAt(new Point2D.Double(1.25 * side, 0.3), 0.7 + 0.3 * away, 1.9, SHADE, away * c);
    }
    face.spotAt(new Point2D.Double(0, actor.head().chin() + 0.22), 1.1, 0.5, SHADE, 0.4 * c);
    face.spot(0.25 * light, -0.72, 0.62, 0.42, bright, 0.55 * c);
    for (int side = -1; side <= 1; side += 2) {
      double lit = 1 + side * light * 0.6;
      face.spot(side * 0.5, 0.52, 0.34, 0.3, bright, 0.5 * c * lit);
      face.spot(side * 0.55, 0.62, 0.3, 0.26, actor.colours().lips(), 0.18);
      face.spot(side * d, -0.06, 0.36, 0.3, socket, 0.42 * c / lit);
      face.spot(side * (d + 0.12), 0.86 * mouth + 0.12, 0.2, 0.42, SHADE, 0.14 * c / lit);
    }
    face.spot(0, mouth + 0.42, 0.24, 0.16, bright, 0.3 * c);
    face.spot(0, mouth + 0.25, 0.24, 0.1, SHADE, 0.22 * c);
    if (actor.beard() > 0) {
      beard(face, mouth);
    }
  }

  private void beard(FaceCanvas face, double mouth) {
    Color hair = actor.colours().hair();
    double cover = 0.8 * actor.beard();
    face.spot(0, mouth + 0.38, 0.75, 0.42, hair, cover);
    face.spot(0, mouth - 0.17, 0.42, 0.13, hair, cover);
    for (int side = -1; side <= 1; side += 2) {
      face.spot(side * 0.68, mouth - 0.02, 0.28, 0.62, hair, 0.8 * cover);
    }
  }
}
