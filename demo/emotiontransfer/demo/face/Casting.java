package emotiontransfer.demo.face;

import java.awt.Color;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Draws the actors of a corpus. */
final class Casting {

  private static final Color[] SKINS = {
    new Color(240, 205, 182), new Color(226, 182, 152), new Color(206, 158, 124),
    new Color(178, 128, 96), new Color(236, 196, 164), new Color(150, 104, 78)
  };

  /** The darkest first; dark skin goes with these. */
  private static final Color[] HAIRS = {
    new Color(42, 32, 28),
    new Color(78, 52, 34),
    new Color(128, 86, 48),
    new Color(186, 148, 92),
    new Color(120, 54, 32),
    new Color(110, 106, 104)
  };

  private static final int DARK_HAIRS = 2;
  private static final int DARK_SKIN = 190;
  private static final Color[] IRISES = {
    new Color(84, 54, 34), new Color(70, 98, 126), new Color(82, 104, 72), new Color(58, 42, 34)
  };
  private static final Color[] CLOTHES = {
    new Color(60, 72, 96),
    new Color(122, 58, 58),
    new Color(66, 92, 74),
    new Color(52, 50, 54),
    new Color(190, 184, 172),
    new Color(138, 112, 70)
  };

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
      String name = String.format("%s-%s%02d", corpus, woman ? "f" : "m", i + 1);
      actors.add(draw(name, woman, random));
    }
    return actors;
  }

  private static Actor draw(String name, boolean woman, Random random) {
    Actor.Head head =
        new Actor.Head(
            around(random, woman ? 0.96 : 1.0, 0.035),
            around(random, woman ? 1.36 : 1.46, 0.05),
            share(random, woman ? 0.25 : 0.6, 0.2),
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
    Color skin = SKINS[random.nextInt(SKINS.length)];
    Color blood = new Color(168, 62, 62);
    Actor.Colours colours =
        new Actor.Colours(
            skin,
            HAIRS[random.nextInt(skin.getRed() < DARK_SKIN ? DARK_HAIRS : HAIRS.length)],
            IRISES[random.nextInt(IRISES.length)],
            Tone.mix(skin, blood, woman ? 0.55 + 0.25 * random.nextDouble() : 0.45),
            CLOTHES[random.nextInt(CLOTHES.length)]);
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

  private static double share(Random random, double mean, double deviation) {
    return StrictMath.max(0, StrictMath.min(1, around(random, mean, deviation)));
  }

  private static double around(Random random, double mean, double deviation) {
    double gaussian = StrictMath.max(-2, StrictMath.min(2, random.nextGaussian()));
    return mean + deviation * gaussian;
  }
}
