package emotiontransfer.demo.face.drawing;

import static emotiontransfer.demo.face.actor.ActionUnit.BROW_LOWERER;
import static emotiontransfer.demo.face.actor.ActionUnit.CHEEK_RAISER;
import static emotiontransfer.demo.face.actor.ActionUnit.LID_TIGHTENER;
import static emotiontransfer.demo.face.actor.ActionUnit.NOSE_WRINKLER;
import static emotiontransfer.demo.face.actor.ActionUnit.UPPER_LID_RAISER;

import emotiontransfer.demo.face.actor.ActionUnit;
import emotiontransfer.demo.face.actor.Actor;
import emotiontransfer.demo.face.actor.Moment;
import emotiontransfer.demo.face.actor.Scene;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;

/** Draws the eyes, their lids and the creases around them. */
record EyeDrawing(FaceCanvas canvas, Actor actor, Moment moment, Scene scene) {

  private static final Color LASH = new Color(30, 20, 18);
  private static final Color CREASE = new Color(90, 45, 35);
  private static final Color WHITE = new Color(236, 232, 228);
  private static final double HALF_WIDTH = 0.19;
  private static final double INNER_CORNER = 0.02;

  /** The gap between the lids of one eye; heights are above and below the corners. */
  private final class Slit {

    final int side;
    final double half;
    final double upper;
    final double lower;

    /** Opens the eye on a side: -1 is left in the picture, 1 right. */
    Slit(int side) {
      this.side = side;
      double size = actor.eyes().size();
      half = HALF_WIDTH * size;
      double raised = 0.085 + 0.06 * of(UPPER_LID_RAISER) - 0.03 * of(LID_TIGHTENER);
      upper = size * raised * (1 - moment.lids()) - 0.05 * moment.lids();
      double lowered = 0.065 - 0.035 * of(CHEEK_RAISER) - 0.03 * of(LID_TIGHTENER);
      lower = size * lowered + 0.01 * of(UPPER_LID_RAISER);
    }

    /** Returns where a point is, given in halves of an eye's width outward from its middle. */
    double x(double outward) {
      return side * (actor.eyes().distance() + outward * half);
    }

    /** Returns the edge of the upper lid from the inner corner to a point at the outer one. */
    Outline upperEdge(double outX, double outY) {
      return canvas
          .outline()
          .from(x(-1), INNER_CORNER)
          .bend(x(-0.5), -1.25 * upper, x(0), -1.35 * upper, x(0.25), -upper)
          .bend(x(0.75), -0.7 * upper, outX, outY);
    }
  }

  /** Draws both sides. */
  void draw() {
    for (int side = -1; side <= 1; side += 2) {
      eye(new Slit(side));
    }
  }

  private double of(ActionUnit unit) {
    return moment.actions().of(unit);
  }

  private void eye(Slit slit) {
    double corner = -actor.eyes().tilt();
    double lower = slit.lower;
    Path2D.Double gap =
        slit.upperEdge(slit.x(1), corner)
            .bend(slit.x(0.5), 1.25 * lower, slit.x(0), lower)
            .bend(slit.x(-0.5), lower, slit.x(-1), INNER_CORNER)
            .closed();
    canvas.fill(gap, WHITE);
    iris(canvas.inside(gap), slit);
    Path2D.Double lash = slit.upperEdge(slit.x(1.1), corner - 0.01).open();
    canvas.stroke(lash, 0.045, Tone.sheer(LASH, 0.9));
    Path2D.Double below =
        canvas
            .outline()
            .from(slit.x(1), corner)
            .bend(slit.x(0.5), 1.25 * lower, slit.x(0), lower)
            .open();
    canvas.stroke(below, 0.02, Tone.sheer(CREASE, 0.6));
    lids(slit);
  }

  private void iris(FaceCanvas inside, Slit slit) {
    Point2D.Double p = canvas.point(slit.x(0) + 0.06 * moment.gaze(), -0.01 - 0.15 * slit.upper);
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
  private void lids(Slit slit) {
    double fold = -slit.upper - 0.075 + 0.03 * of(UPPER_LID_RAISER) + 0.02 * of(BROW_LOWERER);
    Path2D.Double crease =
        canvas
            .outline()
            .from(slit.x(-0.9), fold + 0.06)
            .bend(slit.x(0.1), fold - 0.05, slit.x(1), fold + 0.07)
            .open();
    canvas.stroke(crease, 0.025, Tone.sheer(CREASE, 0.55));
    double push = of(CHEEK_RAISER) + 0.6 * of(LID_TIGHTENER) + 0.4 * of(NOSE_WRINKLER);
    Path2D.Double bag =
        canvas
            .outline()
            .from(slit.x(-0.8), slit.lower + 0.05)
            .bend(slit.x(0), slit.lower + 0.13, slit.x(0.9), slit.lower + 0.03)
            .open();
    canvas.stroke(bag, 0.03, Tone.sheer(CREASE, StrictMath.min(0.7, 0.12 + 0.5 * push)));
    for (int i = 0; i < 2; i++) {
      Path2D.Double foot =
          canvas
              .outline()
              .from(slit.x(1.25), -0.02 + 0.07 * i)
              .to(slit.x(1.6), -0.06 + 0.13 * i)
              .open();
      canvas.stroke(foot, 0.02, Tone.sheer(CREASE, 0.5 * of(CHEEK_RAISER)));
    }
  }
}
