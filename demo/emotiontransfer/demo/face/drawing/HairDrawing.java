package emotiontransfer.demo.face.drawing;

import emotiontransfer.demo.face.actor.Actor;
import emotiontransfer.demo.face.actor.Scene;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** Draws the hair: what hangs behind the head, then what lies on it. */
record HairDrawing(FaceCanvas canvas, Actor actor, Scene scene) {

  /** Draws the hair behind head and neck. */
  void drawBehind() {
    Color back = Tone.darker(actor.colours().hair(), 0.3);
    double w = actor.head().width();
    switch (actor.hair()) {
      case LONG -> canvas.fill(curtain(w + 0.24, 2.2), back);
      case BOB -> canvas.fill(curtain(w + 0.22, 1.25), back);
      case TIED -> canvas.fill(new Ellipse2D.Double(-0.42, -1.95, 0.84, 0.8), back);
      case SHORT, CROPPED -> {}
    }
  }

  private static Path2D.Double curtain(double half, double low) {
    Path2D.Double path = new Path2D.Double();
    path.moveTo(0, -HeadDrawing.CROWN - 0.2);
    path.curveTo(0.8 * half, -HeadDrawing.CROWN - 0.2, half, -0.9, half, 0);
    path.lineTo(half + 0.03, low - 0.2);
    path.quadTo(half, low, half - 0.3, low);
    path.lineTo(-half + 0.3, low);
    path.quadTo(-half, low, -half - 0.03, low - 0.2);
    path.lineTo(-half, 0);
    path.curveTo(-half, -0.9, -0.8 * half, -HeadDrawing.CROWN - 0.2, 0, -HeadDrawing.CROWN - 0.2);
    path.closePath();
    return path;
  }

  /** Draws the hair on the head. */
  void drawFront() {
    Color hair = actor.colours().hair();
    Path2D.Double cap = cap(actor.hair().volume(), actor.hair().end());
    canvas.fill(cap, hair);
    FaceCanvas inside = canvas.inside(cap);
    inside.spotAt(
        new Point2D.Double(0.4 * scene.light(), -HeadDrawing.CROWN + 0.05),
        0.8,
        0.35,
        Tone.lighter(hair, 0.5),
        0.35 * scene.contrast());
    if (scene.outline() > 0) {
      canvas.stroke(cap, 0.03, Tone.sheer(Tone.darker(hair, 0.6), scene.outline()));
    }
  }

  private Path2D.Double cap(double rise, double sideburn) {
    double line = -actor.head().hairline();
    double w = actor.head().width();
    double out = w + 0.06 + 0.3 * rise;
    double part = actor.hair() == Actor.Hair.LONG ? 0.28 : 0;
    Path2D.Double path = new Path2D.Double();
    path.moveTo(-out, sideburn);
    path.curveTo(
        -out - 0.03, -0.9, -0.75 * out, -HeadDrawing.CROWN - rise, 0, -HeadDrawing.CROWN - rise);
    path.curveTo(0.75 * out, -HeadDrawing.CROWN - rise, out + 0.03, -0.9, out, sideburn);
    path.lineTo(w - 0.04, StrictMath.min(sideburn, 0.3));
    path.curveTo(w - 0.1, -0.4, 0.8 * w, line + 0.1, 0.45 * w, line);
    if (actor.hair() == Actor.Hair.BOB) {
      path.quadTo(0, line + 0.16, -0.45 * w, line);
    } else {
      path.quadTo(part, line - 0.16 - part, -0.45 * w, line - 0.02);
    }
    path.curveTo(-0.8 * w, line + 0.1, -w + 0.1, -0.4, -w + 0.04, StrictMath.min(sideburn, 0.3));
    path.closePath();
    return path;
  }
}
