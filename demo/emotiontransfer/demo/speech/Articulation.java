package emotiontransfer.demo.speech;

import emotiontransfer.demo.speech.Phone.Noise;
import emotiontransfer.demo.speech.Score.Gesture;
import java.util.List;

/**
 * Where the articulators are at an instant: gestures melt into each other, formants over a longer
 * time than amplitudes.
 */
final class Articulation {

  /** Samples between two looks at the score: 2.5 ms at 16 kHz. */
  static final int FRAME = 40;

  private static final double FORMANT_TRANSITION = 0.035;
  private static final double AMPLITUDE_TRANSITION = 0.008;

  private final List<Gesture> gestures;
  private int index;
  private double time;

  /** Begins at time 0. */
  Articulation(List<Gesture> gestures) {
    this.gestures = gestures;
  }

  /**
   * Goes on to a later time.
   *
   * @param t seconds, not before the last
   */
  void moveTo(double t) {
    time = t;
    while (index < gestures.size() - 1 && t >= gestures.get(index).end()) {
      index++;
    }
  }

  double f1() {
    return blend(Gesture::f1, FORMANT_TRANSITION);
  }

  double f2() {
    return blend(Gesture::f2, FORMANT_TRANSITION);
  }

  double f3() {
    return blend(Gesture::f3, FORMANT_TRANSITION);
  }

  double voicing() {
    return blend(Gesture::voicing, AMPLITUDE_TRANSITION);
  }

  double aspiration() {
    return blend(Gesture::aspiration, AMPLITUDE_TRANSITION);
  }

  double noiseLevel() {
    return blend(g -> g.noise().level(), AMPLITUDE_TRANSITION);
  }

  /** Returns 0 with the nose shut to 1 with the nose open. */
  double nasality() {
    return blend(g -> g.nasal() ? 1 : 0, FORMANT_TRANSITION);
  }

  /** Returns the band of the turbulence that is loudest around now. */
  Noise noise() {
    Noise here = gestures.get(index).noise();
    Noise before = gestures.get(StrictMath.max(0, index - 1)).noise();
    return here.level() > 0 ? here : before;
  }

  private double blend(java.util.function.ToDoubleFunction<Gesture> value, double transition) {
    Gesture here = gestures.get(index);
    double own = value.applyAsDouble(here);
    double half = StrictMath.min(transition, here.seconds()) / 2;
    if (time - here.start() < half && index > 0) {
      double other = value.applyAsDouble(gestures.get(index - 1));
      return mix(other, own, 0.5 + 0.5 * (time - here.start()) / half);
    }
    if (here.end() - time < half && index < gestures.size() - 1) {
      double other = value.applyAsDouble(gestures.get(index + 1));
      return mix(other, own, 0.5 + 0.5 * (here.end() - time) / half);
    }
    return own;
  }

  private static double mix(double other, double own, double weight) {
    return other + weight * (own - other);
  }
}
