package emotiontransfer.demo.face.drawing;

import static emotiontransfer.demo.face.actor.ActionUnit.CHIN_RAISER;
import static emotiontransfer.demo.face.actor.ActionUnit.JAW_DROP;
import static emotiontransfer.demo.face.actor.ActionUnit.LIPS_PART;
import static emotiontransfer.demo.face.actor.ActionUnit.LIP_CORNER_DEPRESSOR;
import static emotiontransfer.demo.face.actor.ActionUnit.LIP_CORNER_PULLER;
import static emotiontransfer.demo.face.actor.ActionUnit.LIP_PRESSOR;
import static emotiontransfer.demo.face.actor.ActionUnit.LIP_STRETCHER;
import static emotiontransfer.demo.face.actor.ActionUnit.NOSE_WRINKLER;
import static emotiontransfer.demo.face.actor.ActionUnit.UPPER_LIP_RAISER;

import emotiontransfer.demo.face.actor.ActionUnit;
import emotiontransfer.demo.face.actor.Actor;
import emotiontransfer.demo.face.actor.Moment;
import emotiontransfer.demo.face.actor.Scene;
import java.awt.Color;
import java.awt.geom.Path2D;

/** Draws the mouth. */
final class MouthDrawing {

  private static final Color DARK = new Color(48, 14, 14);
  private static final Color TEETH = new Color(232, 226, 214);
  private static final Color SHADE = new Color(80, 36, 30);

  private final FaceCanvas canvas;
  private final Actor actor;
  private final Scene scene;
  private final Moment moment;

  /** Half the width, and the heights of corners and of the lips' edges from above. */
  private final double half;

  private final double corner;
  private final double top;
  private final double upper;
  private final double lower;
  private final double bottom;

  MouthDrawing(FaceCanvas canvas, Actor actor, Moment moment, Scene scene) {
    this.canvas = canvas;
    this.actor = actor;
    this.scene = scene;
    this.moment = moment;
    double lips = actor.lower().lips() * (1 - 0.65 * of(LIP_PRESSOR));
    double gap = 0.05 * of(LIPS_PART) + 0.32 * of(JAW_DROP) * of(LIPS_PART);
    double lift = 0.09 * of(UPPER_LIP_RAISER) + 0.05 * of(NOSE_WRINKLER);
    double push = 0.06 * of(CHIN_RAISER);
    double middle = actor.lower().mouthHeight();
    half =
        actor.lower().mouthWidth()
            * (1
                + 0.3 * of(LIP_CORNER_PULLER)
                + 0.3 * of(LIP_STRETCHER)
                + 0.05 * of(LIP_CORNER_DEPRESSOR)
                - 0.28 * of(JAW_DROP)
                - 0.08 * of(LIP_PRESSOR));
    corner =
        middle
            - 0.14 * of(LIP_CORNER_PULLER)
            + 0.12 * of(LIP_CORNER_DEPRESSOR)
            + 0.03 * of(LIP_STRETCHER)
            + 0.35 * gap;
    upper = middle - 0.2 * gap - lift - push;
    top = upper - 0.75 * lips + 0.02 * of(LIP_CORNER_PULLER);
    lower = middle + 0.8 * gap - push - (gap > 0.01 ? 0 : lift) + 0.02 * of(LIP_CORNER_PULLER);
    bottom = lower + lips;
  }

  private double of(ActionUnit unit) {
    return moment.actions().of(unit);
  }

  void draw() {
    Color lips = actor.colours().lips();
    Path2D.Double whole =
        canvas
            .outline()
            .from(-half, corner)
            .bend(-0.5 * half, top + 0.01, -0.22 * half, top - 0.01)
            .bend(0, top + 0.03, 0.22 * half, top - 0.01)
            .bend(0.5 * half, top + 0.01, half, corner)
            .bend(0.6 * half, bottom, 0.3 * half, bottom + 0.01, 0, bottom + 0.01)
            .bend(-0.3 * half, bottom + 0.01, -0.6 * half, bottom, -half, corner)
            .closed();
    canvas.fill(whole, lips);
    canvas
        .inside(whole)
        .spot(
            0.05 * scene.light(),
            lower + 0.55 * (bottom - lower),
            0.5 * half,
            0.06,
            Tone.lighter(lips, 0.5),
            0.5);
    Path2D.Double opening = opening();
    canvas.fill(opening, DARK);
    teeth(canvas.inside(opening));
    canvas.stroke(opening, 0.03, Tone.sheer(DARK, 0.75));
    if (scene.outline() > 0) {
      canvas.stroke(whole, 0.024, Tone.sheer(DARK, 0.6 * scene.outline()));
    }
    around();
  }

  private Path2D.Double opening() {
    return canvas
        .outline()
        .from(-0.95 * half, corner)
        .bend(-0.55 * half, upper, -0.3 * half, upper, 0, upper + 0.012)
        .bend(0.3 * half, upper, 0.55 * half, upper, 0.95 * half, corner)
        .bend(0.55 * half, lower + 0.005, 0.3 * half, lower + 0.01, 0, lower + 0.01)
        .bend(-0.3 * half, lower + 0.01, -0.55 * half, lower + 0.005, -0.95 * half, corner)
        .closed();
  }

  private void teeth(FaceCanvas inside) {
    double shown =
        0.035
            + 0.05 * of(LIP_CORNER_PULLER)
            + 0.05 * of(UPPER_LIP_RAISER)
            + 0.025 * of(LIP_STRETCHER);
    Path2D.Double row =
        canvas
            .outline()
            .from(-0.85 * half, upper - 0.1)
            .to(-0.75 * half, upper + 0.5 * shown)
            .bend(0, upper + 1.5 * shown, 0.75 * half, upper + 0.5 * shown)
            .to(0.85 * half, upper - 0.1)
            .closed();
    inside.fill(row, TEETH);
  }

  /** Draws dimples, the shade that pulled-down corners cast, and the chin's boss. */
  private void around() {
    for (int side = -1; side <= 1; side += 2) {
      canvas.spot(
          side * (half + 0.04), corner, 0.08, 0.08, SHADE, 0.3 + 0.3 * of(LIP_CORNER_PULLER));
      Path2D.Double droop =
          canvas
              .outline()
              .from(side * half, corner)
              .bend(side * (half + 0.04), corner + 0.06, side * (half + 0.03), corner + 0.16)
              .open();
      canvas.stroke(droop, 0.035, Tone.sheer(SHADE, 0.65 * of(LIP_CORNER_DEPRESSOR)));
    }
    double chin = bottom + 0.14;
    Path2D.Double boss =
        canvas.outline().from(-0.16, chin + 0.04).bend(0, chin - 0.06, 0.16, chin + 0.04).open();
    canvas.stroke(boss, 0.035, Tone.sheer(SHADE, 0.6 * of(CHIN_RAISER)));
  }
}
