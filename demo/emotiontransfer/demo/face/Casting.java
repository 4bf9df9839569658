package emotiontransfer.demo.face;

import emotiontransfer.demo.face.actor.ActionUnit;
import emotiontransfer.demo.face.actor.Actor;
import emotiontransfer.demo.face.actor.FacialActions;
import emotiontransfer.demo.face.drawing.Tone;
import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Draws the actors of a corpus. */
final class Casting {

  private static final List<Color> SKINS =
      Tone.palette(0xF0CDB6, 0xE2B698, 0xCE9E7C, 0xB28060, 0xECC4A4, 0x96684E);

  /** The darkest first; dark skin goes with these. */
  private static final List<Color> HAIRS =
      Tone.palette(0x2A201C, 0x4E3422, 0x805630, 0xBA945C, 0x783620, 0x6E6A68);

  private static final int DARK_HAIRS = 2;
  private static final int DARK_SKIN = 190;
  private static final List<Color> IRISES = Tone.palette(0x543622, 0x46627E, 0x526848, 0x3A2A22);
  private static final List<Color> CLOTHES =
      Tone.palette(0x3C4860, 0x7A3A3A, 0x425C4A, 0x343236, 0xBEB8AC, 0x8A7046);

  /** Muscles that give a face at rest its look; some faces seem sad or cross all day. */
  private static final ActionUnit[] RESTING = {
    ActionUnit.INNER_BROW_RAISER, ActionUnit.OUTER_BROW_RAISER, ActionUnit.BROW_LOWERER,
    ActionUnit.UPPER_LID_RAISER, ActionUnit.LID_TIGHTENER, ActionUnit.UPPER_LIP_RAISER,
    ActionUnit.LIP_CORNER_PULLER, ActionUnit.LIP_CORNER_DEPRESSOR, ActionUnit.LIP_PRESSOR
  };

  private Casting() {}

  /**
   * Draws actors, women and men in turn.
   *
   * @param corpus stands before each name
   * @param count at least 1
   * @param random the corpus's generator
   * @return actors with distinct names {@code ovela-f01, ovela-m02 ...}
   */
  static List<Actor> draw(String corpus, int count, Random random) {
    List<Actor> actors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean woman = i % 2 == 0;
      String name = String.format(Locale.ROOT, "%s-%s%02d", corpus, woman ? "f" : "m", i + 1);
      actors.add(draw(name, woman, random));
    }
    return actors;
  }

  private static Actor draw(String name, boolean woman, Random random) {
    Actor.Head head =
        new Actor.Head(
            around(random, woman ? 0.96 : 1.0, 0.035),
            around(random, woman ? 1.36 : 1.46, 0.05),
            fraction(random, woman ? 0.25 : 0.6, 0.2),
            around(random, woman ? 0.92 : 0.98, 0.06));
    Actor.Eyes eyes =
        new Actor.Eyes(
            around(random, 0.43, 0.025),
            around(random, woman ? 1.12 : 1, 0.07),
            around(random, 0.015, 0.02),
            around(random, woman ? 0.29 : 0.26, 0.025),
            around(random, woman ? 0.065 : 0.09, 0.013),
            around(random, woman ? 0.055 : 0.03, 0.02));
    Actor.Lower lower =
        new Actor.Lower(
            around(random, woman ? 0.5 : 0.55, 0.035),
            around(random, woman ? 0.16 : 0.19, 0.018),
            around(random, woman ? 0.86 : 0.92, 0.03),
            around(random, 0.33, 0.025),
            around(random, woman ? 0.12 : 0.1, 0.018));
    Color skin = SKINS.get(random.nextInt(SKINS.size()));
    Color blood = new Color(168, 62, 62);
    Actor.Colours colours =
        new Actor.Colours(
            skin,
            HAIRS.get(random.nextInt(skin.getRed() < DARK_SKIN ? DARK_HAIRS : HAIRS.size())),
            IRISES.get(random.nextInt(IRISES.size())),
            Tone.mix(skin, blood, woman ? 0.55 + 0.25 * random.nextDouble() : 0.45),
            CLOTHES.get(random.nextInt(CLOTHES.size())));
    Actor.Hair hair = hair(woman, random);
    double beard = woman || random.nextDouble() < 0.5 ? 0 : 0.2 + 0.6 * random.nextDouble();
    return new Actor(
        name, head, eyes, lower, colours, hair, beard, rest(random), around(random, 1.1, 0.12));
  }

  private static Actor.Hair hair(boolean woman, Random random) {
    Actor.Hair[] cuts =
        woman
            ? new Actor.Hair[] {Actor.Hair.LONG, Actor.Hair.BOB, Actor.Hair.TIED}
            : new Actor.Hair[] {Actor.Hair.SHORT, Actor.Hair.CROPPED};
    return cuts[random.nextInt(cuts.length)];
  }

  private static FacialActions rest(Random random) {
    FacialActions rest = FacialActions.NONE;
    for (ActionUnit unit : RESTING) {
      rest = rest.plus(unit, StrictMath.max(0, 0.1 * random.nextGaussian()));
    }
    return rest;
  }

  private static double fraction(Random random, double mean, double deviation) {
    return StrictMath.max(0, StrictMath.min(1, around(random, mean, deviation)));
  }

  private static double around(Random random, double mean, double deviation) {
    double gaussian = StrictMath.max(-2, StrictMath.min(2, random.nextGaussian()));
    return mean + deviation * gaussian;
  }
}
