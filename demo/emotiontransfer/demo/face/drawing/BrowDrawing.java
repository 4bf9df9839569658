package emotiontransfer.demo.face.drawing;

import static emotiontransfer.demo.face.actor.ActionUnit.BROW_LOWERER;
import static emotiontransfer.demo.face.actor.ActionUnit.INNER_BROW_RAISER;
import static emotiontransfer.demo.face.actor.ActionUnit.NOSE_WRINKLER;
import static emotiontransfer.demo.face.actor.ActionUnit.OUTER_BROW_RAISER;

import emotiontransfer.demo.face.actor.ActionUnit;
import emotiontransfer.demo.face.actor.Actor;
import emotiontransfer.demo.face.actor.Moment;
import java.awt.Color;
import java.awt.geom.Path2D;

/** Draws the brows and the forehead's wrinkles. */
record BrowDrawing(FaceCanvas canvas, Actor actor, Moment moment) {

  private static final Color CREASE = new Color(90, 45, 35);

  /** Draws both sides. */
  void draw() {
    brow(-1);
    brow(1);
    wrinkles();
  }

  private double of(ActionUnit unit) {
    return moment.actions().of(unit);
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
    // Brows are darker than the skin, also where the hair is not.
    Color color =
        Tone.mix(
            Tone.darker(actor.colours().hair(), 0.25),
            Tone.darker(actor.colours().skin(), 0.75),
            0.45);
    canvas.fill(shape, Tone.sheer(color, 0.92));
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
