package emotiontransfer.demo.face;

import static emotiontransfer.demo.face.ActionUnit.BROW_LOWERER;
import static emotiontransfer.demo.face.ActionUnit.CHEEK_RAISER;
import static emotiontransfer.demo.face.ActionUnit.INNER_BROW_RAISER;
import static emotiontransfer.demo.face.ActionUnit.LID_TIGHTENER;
import static emotiontransfer.demo.face.ActionUnit.NOSE_WRINKLER;
import static emotiontransfer.demo.face.ActionUnit.OUTER_BROW_RAISER;
import static emotiontransfer.demo.face.ActionUnit.UPPER_LID_RAISER;

import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** Draws eyes, lids, brows and the forehead's wrinkles. */
final class EyeDrawing {

  private static final Color LASH = new Color(30, 20, 18);
  private static final Color CREASE = new Color(90, 45, 35);
  private static final Color WHITE = new Color(236, 232, 228);
  private static final double HALF_WIDTH = 0.19;

  private final FaceCanvas canvas;
  private final Actor actor;
  private final Moment moment;
  private final Scene scene;

  EyeDrawing(FaceCanvas canvas, Actor actor, Moment moment, Scene scene) {
    this.canvas = canvas;
    this.actor = actor;
    this.moment = moment;
    this.scene = scene;
  }

  /** Draws both sides. */
  void draw() {
    for (int side = -1; side <= 1; side += 2) {
      eye(side);
      brow(side);
    }
    wrinkles();
  }

  private double of(ActionUnit unit) {
    return moment.actions().of(unit);
  }

  private void eye(int side) {
    Actor.Eyes eyes = actor.eyes();
    double half = HALF_WIDTH * eyes.size();
    double open = 1 - moment.lids();
    double upper =
        eyes.size() * (0.085 + 0.06 * of(UPPER_LID_RAISER) - 0.03 * of(LID_TIGHTENER)) * open
            - 0.05 * moment.lids();
    double lower =
        eyes.size() * (0.065 - 0.035 * of(CHEEK_RAISER) - 0.03 * of(LID_TIGHTENER))
            + 0.01 * of(UPPER_LID_RAISER);
    double in = side * (eyes.distance() - half);
    double out = side * (eyes.distance() + half);
    double mid = side * eyes.distance();
    double corner = -eyes.tilt();
    Path2D.Double slit =
        canvas
            .outline()
            .from(in, 0.02)
            .bend(
                side * (eyes.distance() - 0.5 * half),
                -1.25 * upper,
                mid,
                -1.35 * upper,
                mid + side * 0.25 * half,
                -upper)
            .bend(side * (eyes.distance() + 0.75 * half), -0.7 * upper, out, corner)
            .bend(side * (eyes.distance() + 0.5 * half), 1.25 * lower, mid, lower)
            .bend(side * (eyes.distance() - 0.5 * half), lower, in, 0.02)
            .closed();
    canvas.fill(slit, WHITE);
    iris(canvas.inside(slit), side, upper);
    Path2D.Double lash =
        canvas
            .outline()
            .from(in, 0.02)
            .bend(
                side * (eyes.distance() - 0.5 * half),
                -1.25 * upper,
                mid,
                -1.35 * upper,
                mid + side * 0.25 * half,
                -upper)
            .bend(
                side * (eyes.distance() + 0.75 * half),
                -0.7 * upper,
                out + side * 0.02,
                corner - 0.01)
            .open();
    canvas.stroke(lash, 0.045, Tone.sheer(LASH, 0.9));
    Path2D.Double below =
        canvas
            .outline()
            .from(out, corner)
            .bend(side * (eyes.distance() + 0.5 * half), 1.25 * lower, mid, lower)
            .open();
    canvas.stroke(below, 0.02, Tone.sheer(CREASE, 0.6));
    lids(side, half, upper, lower);
  }

  private void iris(FaceCanvas inside, int side, double upper) {
    Point2D.Double p =
        canvas.point(side * actor.eyes().distance() + 0.06 * moment.gaze(), -0.01 - 0.15 * upper);
    double r = 0.092 * StrictMath.sqrt(actor.eyes().size());
    inside.fill(circle(p, r), actor.colours().iris());
    inside.stroke(circle(p, r), 0.02, Tone.sheer(LASH, 0.7));
    inside.fill(circle(p, 0.5 * r), LASH);
    p.x += 0.03 * (scene.light() < 0 ? -1 : 1);
    p.y -= 0.03;
    inside.fill(circle(p, 0.22 * r), Color.WHITE);
  }

  private static Ellipse2D.Double circle(Point2D.Double p, double r) {
    return new Ellipse2D.Double(p.x - r, p.y - r, 2 * r, 2 * r);
  }

  /** Draws the crease above the eye and the bag that a raised cheek pushes up below it. */
  private void lids(int side, double half, double upper, double lower) {
    double d = actor.eyes().distance();
    double fold = -upper - 0.075 + 0.03 * of(UPPER_LID_RAISER) + 0.02 * of(BROW_LOWERER);
    Path2D.Double crease =
        canvas
            .outline()
            .from(side * (d - 0.9 * half), fold + 0.06)
            .bend(side * (d + 0.1 * half), fold - 0.05, side * (d + half), fold + 0.07)
            .open();
    canvas.stroke(crease, 0.025, Tone.sheer(CREASE, 0.55));
    double push = of(CHEEK_RAISER) + 0.6 * of(LID_TIGHTENER) + 0.4 * of(NOSE_WRINKLER);
    Path2D.Double bag =
        canvas
            .outline()
            .from(side * (d - 0.8 * half), lower + 0.05)
            .bend(side * d, lower + 0.13, side * (d + 0.9 * half), lower + 0.03)
            .open();
    canvas.stroke(bag, 0.03, Tone.sheer(CREASE, StrictMath.min(0.7, 0.12 + 0.5 * push)));
    for (int i = 0; i < 2; i++) {
      Path2D.Double foot =
          canvas
              .outline()
              .from(side * (d + 1.25 * half), -0.02 + 0.07 * i)
              .to(side * (d + 1.6 * half), -0.06 + 0.13 * i)
              .open();
      canvas.stroke(foot, 0.02, Tone.sheer(CREASE, 0.5 * of(CHEEK_RAISER)));
    }
  }

  private void brow(int side) {
    Actor.Eyes eyes = actor.eyes();
    double d = eyes.distance();
    double height = -eyes.browHeight();
    double lowered = of(BROW_LOWERER);
    double inner = height - 0.12 * of(INNER_BROW_RAISER) + 0.1 * lowered + 0.06 * of(NOSE_WRINKLER);
    double middle =
        height
            - eyes.browArch()
            - 0.06 * of(INNER_BROW_RAISER)
            - 0.11 * of(OUTER_BROW_RAISER)
            + 0.06 * lowered
            + 0.03 * of(NOSE_WRINKLER);
    double outer = height + 0.03 - 0.1 * of(OUTER_BROW_RAISER) + 0.03 * lowered;
    double from = side * (d - 0.22 - 0.05 * lowered);
    double half = eyes.browWeight() / 2;
    Path2D.Double shape =
        canvas
            .outline()
            .from(from, inner - half)
            .bend(side * (d - 0.05), middle - 1.3 * half, side * (d + 0.1), middle - half)
            .bend(side * (d + 0.24), middle, side * (d + 0.3), outer)
            .bend(side * (d + 0.2), middle + 0.8 * half, side * (d + 0.08), middle + half)
            .bend(side * (d - 0.05), middle + 1.2 * half, from, inner + half)
            .closed();
    canvas.fill(shape, Tone.sheer(Tone.darker(actor.colours().hair(), 0.25), 0.92));
  }

  private void wrinkles() {
    double raised = StrictMath.min(of(INNER_BROW_RAISER), 0.3 + of(OUTER_BROW_RAISER));
    double reach = 0.25 + 0.35 * of(OUTER_BROW_RAISER);
    for (int i = 0; i < 3; i++) {
      double y = -actor.eyes().browHeight() - 0.28 - 0.11 * i;
      Path2D.Double line =
          canvas.outline().from(-reach, y + 0.02).bend(0, y - 0.05, reach, y + 0.02).open();
      canvas.stroke(line, 0.024, Tone.sheer(CREASE, 0.5 * raised));
    }
    for (int side = -1; side <= 1; side += 2) {
      double y = -actor.eyes().browHeight();
      Path2D.Double frown =
          canvas
              .outline()
              .from(side * 0.07, y - 0.07)
              .bend(side * 0.05, y + 0.02, side * 0.08, y + 0.11)
              .open();
      canvas.stroke(frown, 0.03, Tone.sheer(CREASE, 0.6 * of(BROW_LOWERER)));
    }
  }
}
