package emotiontransfer.demo.face;

import emotiontransfer.demo.face.actor.ActionUnit;
import emotiontransfer.demo.face.actor.Actor;
import emotiontransfer.demo.face.actor.FacialActions;
import emotiontransfer.demo.face.actor.Moment;
import emotiontransfer.demo.face.actor.Scene;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * One take: the face goes from rest to the expression, speaks and blinks meanwhile, and the head
 * sways.
 */
final class Performance {

  private final Actor actor;
  private final Scene scene;
  private final FacialActions apex;
  private final double onset;
  private final double rise;
  private final double blink;
  private final double syllables;
  private final double phase;
  private final double loudness;
  private final double[] sway = new double[10];
  private final double scale;
  private final double light;

  /**
   * Plans a take.
   *
   * @param actor who acts
   * @param emotion what
   * @param scene where
   * @param seconds the clip's length
   * @param random the clip's generator
   */
  Performance(Actor actor, Emotion emotion, Scene scene, double seconds, Random random) {
    this.actor = actor;
    this.scene = scene;
    double much = actor.expressiveness() * StrictMath.exp(0.15 * random.nextGaussian());
    apex = emotion.any(random).times(much).varied(0.08, random);
    onset = seconds * (0.02 + 0.12 * random.nextDouble());
    rise = 0.15 + 0.15 * random.nextDouble();
    blink = seconds * 1.6 * random.nextDouble();
    syllables = 3 + 2 * random.nextDouble();
    phase = 2 * StrictMath.PI * random.nextDouble();
    loudness = StrictMath.max(0, 0.12 + 0.12 * random.nextGaussian());
    for (int i = 0; i < sway.length; i++) {
      sway[i] = random.nextGaussian();
    }
    scale = StrictMath.exp(0.05 * random.nextGaussian());
    light = StrictMath.exp(0.06 * random.nextGaussian());
  }

  /**
   * Returns the frames.
   *
   * @param count how many
   */
  List<Moment> moments(int count) {
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      moments.add(at((double) i / scene.framesPerSecond()));
    }
    return moments;
  }

  private Moment at(double t) {
    double reached = smooth((t - onset) / rise);
    FacialActions actions = actor.rest().plus(apex.times(reached));
    double voice =
        loudness * StrictMath.max(0, StrictMath.sin(2 * StrictMath.PI * syllables * t + phase));
    actions = actions.plus(ActionUnit.JAW_DROP, voice).plus(ActionUnit.LIPS_PART, 3 * voice);
    // A blink takes 0.22 s.
    double shut = StrictMath.max(0, 1 - StrictMath.abs(t - blink) / 0.11);
    return new Moment(actions, shut, 0.5 * sway[8] + 0.2 * wave(t, 3), pose(t), light);
  }

  private Moment.Pose pose(double t) {
    return new Moment.Pose(
        scene.width() * (0.5 + 0.025 * sway[9] + 0.008 * wave(t, 0)),
        scene.height() * (scene.eyeLevel() + 0.012 * sway[4] + 0.006 * wave(t, 1)),
        scene.face() * scale,
        0.025 * sway[5] + 0.015 * wave(t, 2),
        0.06 * sway[6] + 0.02 * wave(t, 3),
        0.03 * sway[7] + 0.015 * wave(t, 1));
  }

  /** A slow movement between about -1 and 1. */
  private double wave(double t, int which) {
    return StrictMath.sin(2 * StrictMath.PI * (0.4 + 0.15 * which) * t + 3 * sway[which]);
  }

  private static double smooth(double x) {
    double y = StrictMath.max(0, StrictMath.min(1, x));
    return y * y * (3 - 2 * y);
  }
}
