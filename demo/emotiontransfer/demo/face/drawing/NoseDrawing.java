package emotiontransfer.demo.face.drawing;

import static emotiontransfer.demo.face.actor.ActionUnit.LIP_CORNER_PULLER;
import static emotiontransfer.demo.face.actor.ActionUnit.NOSE_WRINKLER;
import static emotiontransfer.demo.face.actor.ActionUnit.UPPER_LIP_RAISER;

import emotiontransfer.demo.face.actor.Actor;
import emotiontransfer.demo.face.actor.Moment;
import emotiontransfer.demo.face.actor.Scene;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** Draws the nose and the folds that run from it to the mouth. */
record NoseDrawing(FaceCanvas canvas, Actor actor, Moment moment, Scene scene) {

  private static final Color SHADE = new Color(70, 32, 22);
  private static final double PROUD = 0.22;

  void draw() {
    double wrinkled = moment.actions().of(NOSE_WRINKLER);
    double tip = actor.lower().noseLength() - 0.04 * wrinkled;
    double wing = actor.lower().noseWidth() * (1 + 0.15 * wrinkled);
    bridge(tip, wing);
    wings(tip, wing, wrinkled);
    wrinkles(wrinkled);
    folds(tip, wing, wrinkled);
  }

  private void bridge(double tip, double wing) {
    double c = scene.contrast();
    double light = scene.light();
    Color bright = Tone.lighter(actor.colours().skin(), 0.55);
    for (int step = 0; step < 4; step++) {
      double y = -0.12 + step * (tip + 0.02) / 3;
      canvas.spotAt(canvas.point(0.02 * light, y, 0.5 * PROUD), 0.1, 0.2, bright, 0.3 * c);
    }
    for (int side = -1; side <= 1; side += 2) {
      double dark = 0.22 - 0.16 * side * light;
      canvas.spot(side * 0.14, 0.2, 0.11, 0.36, SHADE, dark * c);
      canvas.spot(side * (wing + 0.03), tip - 0.02, 0.11, 0.13, SHADE, 1.2 * dark * c);
    }
    canvas.spotAt(canvas.point(0.05 * light, tip - 0.08, PROUD), 0.11, 0.11, bright, 0.5 * c);
    canvas.spotAt(canvas.point(0, tip + 0.1, 0.5 * PROUD), 0.24, 0.08, SHADE, 0.4 * c);
  }

  private void wings(double tip, double wing, double wrinkled) {
    for (int side = -1; side <= 1; side += 2) {
      Point2D.Double hole = canvas.point(side * 0.55 * wing, tip + 0.055, 0.5 * PROUD);
      canvas.fill(
          new Ellipse2D.Double(hole.x - 0.05, hole.y - 0.028, 0.1, 0.056), Tone.sheer(SHADE, 0.85));
      Path2D.Double edge =
          canvas
              .outline()
              .from(side * wing * 0.85, tip - 0.13 - 0.03 * wrinkled)
              .bend(side * wing * 1.2, tip - 0.02, side * wing * 0.8, tip + 0.065)
              .open();
      canvas.stroke(edge, 0.026, Tone.sheer(SHADE, 0.35 + 0.3 * scene.outline()));
    }
    Path2D.Double base =
        canvas
            .outline()
            .from(-0.5 * wing, tip + 0.06)
            .bend(0, tip + 0.12, 0.5 * wing, tip + 0.06)
            .open();
    canvas.stroke(base, 0.025, Tone.sheer(SHADE, 0.4 + 0.3 * scene.outline()));
  }

  private void wrinkles(double wrinkled) {
    for (int i = 0; i < 3; i++) {
      double y = 0.01 + 0.09 * i;
      for (int side = -1; side <= 1; side += 2) {
        Path2D.Double line =
            canvas
                .outline()
                .from(side * 0.05, y)
                .bend(side * 0.1, y - 0.01, side * 0.14, y + 0.06)
                .open();
        canvas.stroke(line, 0.028, Tone.sheer(SHADE, 0.5 * wrinkled));
      }
    }
  }

  private void folds(double tip, double wing, double wrinkled) {
    double smile = moment.actions().of(LIP_CORNER_PULLER);
    double lifted = StrictMath.max(wrinkled, moment.actions().of(UPPER_LIP_RAISER));
    double depth = StrictMath.min(0.75, 0.12 + 0.5 * smile + 0.5 * lifted);
    double mouth = actor.lower().mouthHeight();
    double corner = actor.lower().mouthWidth() + 0.12 + 0.08 * smile;
    for (int side = -1; side <= 1; side += 2) {
      Path2D.Double fold =
          canvas
              .outline()
              .from(side * (wing + 0.03), tip - 0.06)
              .bend(
                  side * (corner + 0.02),
                  tip + 0.1 - 0.06 * lifted,
                  side * corner,
                  mouth - 0.06 * smile)
              .open();
      canvas.stroke(fold, 0.035, Tone.sheer(SHADE, depth * 0.8));
    }
  }
}
