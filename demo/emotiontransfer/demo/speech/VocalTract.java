package emotiontransfer.demo.speech;

import emotiontransfer.demo.speech.Phone.Noise;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * The vocal tract as a cascade of formants with a nasal pole and zero, and one band of noise that
 * arises in the mouth (Klatt 1980, Figure 6).
 */
final class VocalTract {

  /** Formants above the third hardly move; adult male, Hz. */
  private static final double[] HIGHER = {3500, 4500, 5500, 6500};

  private static final double[] BANDWIDTHS = {70, 100, 160, 250, 300, 400, 500};
  private static final double HIGHEST = 7400;

  private final double scale;
  private final double effort;
  private final Random random;
  private final List<Resonator> formants = new ArrayList<>();
  private final Resonator nasalPole;
  private final Resonator nasalZero;
  private final Resonator mouth;
  private double noise;
  private double lastMouth;

  /**
   * Makes a tract.
   *
   * @param sampleRate Hz
   * @param scale formants relative to an adult male's
   * @param effort factor on all turbulence
   * @param random the clip's generator
   */
  VocalTract(double sampleRate, double scale, double effort, Random random) {
    this.scale = scale;
    this.effort = effort;
    this.random = random;
    int count = 3;
    while (count - 3 < HIGHER.length && HIGHER[count - 3] * scale < HIGHEST) {
      count++;
    }
    for (int i = 0; i < count; i++) {
      formants.add(Resonator.pole(sampleRate));
    }
    nasalPole = Resonator.pole(sampleRate);
    nasalZero = Resonator.zero(sampleRate);
    mouth = Resonator.pole(sampleRate);
  }

  /**
   * Takes the posture of an instant.
   *
   * @param a the articulators now
   */
  void tune(Articulation a) {
    double widen = 1 + a.nasality();
    formants.get(0).tune(a.f1() * scale, BANDWIDTHS[0] * widen);
    formants.get(1).tune(a.f2() * scale, BANDWIDTHS[1] * widen);
    formants.get(2).tune(a.f3() * scale, BANDWIDTHS[2] * widen);
    for (int i = 3; i < formants.size(); i++) {
      formants.get(i).tune(HIGHER[i - 3] * scale, BANDWIDTHS[i]);
    }
    // The open nose moves the zero away from the pole, from 270 to 450 Hz.
    nasalPole.tune(270, 100);
    nasalZero.tune(270 + a.nasality() * 180, 100);
    Noise band = a.noise();
    mouth.tune(StrictMath.min(HIGHEST, band.centre() * scale), band.bandwidth());
    noise = 0.6 * effort * a.noiseLevel();
  }

  /**
   * Filters one sample.
   *
   * @param glottis the source's sample
   * @return what leaves mouth and nose
   */
  double next(double glottis) {
    double x = nasalPole.next(nasalZero.next(glottis));
    for (Resonator formant : formants) {
      x = formant.next(x);
    }
    double turbulence = mouth.next(random.nextGaussian());
    // A difference takes out the resonator's gain at 0 Hz, so that a hiss has no rumble.
    double hiss = turbulence - lastMouth;
    lastMouth = turbulence;
    return x + noise * hiss;
  }
}
