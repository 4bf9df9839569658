package emotiontransfer.demo.speech;

import java.util.Random;

/**
 * The voice before the vocal tract: the derivative of the glottal flow, period by period, with
 * aspiration noise.
 *
 * <p>A period is the pulse of Rosenberg (1971) in the form of KLGLOTT88 (Klatt and Klatt 1990):
 * flow rises and falls as {@code x^2 - x^3} over the open part of the period and is zero over the
 * rest. A one-pole low-pass gives the spectral tilt; noise is strongest while the glottis is open.
 */
final class GlottalSource {

  /** Brings the pulse's derivative to about unit strength at 100 Hz. */
  private static final double PULSE_GAIN = 27.0 / 4 * 24;

  private static final double CLOSED_NOISE = 0.4;
  private static final double TILT_FREQUENCY = 3000;

  /**
   * How the vocal folds vibrate at an instant.
   *
   * @param f0 fundamental frequency, Hz
   * @param openQuotient fraction of a period in which the glottis is open, 0.3 (tense) to 0.9 (lax)
   * @param tilt extra attenuation at 3 kHz, dB, 0 (pressed) to 30 (soft)
   * @param breath aspiration noise relative to voicing, dB
   * @param jitter standard deviation of a period's length, fraction of the period
   * @param shimmer standard deviation of a period's strength, fraction
   */
  record Voice(
      double f0, double openQuotient, double tilt, double breath, double jitter, double shimmer) {}

  private final double sampleRate;
  private final Random random;
  private Period period = new Period(0, 1, 0, 0);
  private double position;
  private double tilted;

  /** One vibration: its length in samples, its strength, the tilt's pole and the breath's level. */
  private record Period(double length, double strength, double pole, double breath) {}

  GlottalSource(double sampleRate, Random random) {
    this.sampleRate = sampleRate;
    this.random = random;
  }

  /**
   * Returns the next sample.
   *
   * @param voice what the folds do now; a period keeps the voice that it began with, but for its
   *     open quotient
   * @param voicing amplitude of the periodic part, 0-1
   * @param aspiration amplitude of the noise that does not come from voicing, 0-1
   * @return a sample of about unit strength
   */
  double next(Voice voice, double voicing, double aspiration) {
    if (position >= period.length()) {
      position -= period.length();
      period = next(voice);
    }
    double open = voice.openQuotient() * period.length();
    double x = position / open;
    boolean isOpen = x < 1;
    double pulse = isOpen ? period.strength() * PULSE_GAIN * (2 * x - 3 * x * x) / open : 0;
    position++;

    tilted = (1 - period.pole()) * pulse + period.pole() * tilted;
    double noise = aspiration + voicing * period.breath() * (isOpen ? 1 : CLOSED_NOISE);
    return voicing * tilted + noise * random.nextGaussian();
  }

  private Period next(Voice voice) {
    double length = sampleRate / voice.f0() * (1 + voice.jitter() * bounded(random.nextGaussian()));
    double strength = 1 + voice.shimmer() * bounded(random.nextGaussian());
    return new Period(length, strength, tiltPole(voice.tilt()), decibels(voice.breath()));
  }

  private static double bounded(double gaussian) {
    return StrictMath.max(-2.5, StrictMath.min(2.5, gaussian));
  }

  /** The pole of {@code (1 - p) / (1 - p z^-1)} that attenuates 3 kHz by the given decibels. */
  private double tiltPole(double tilt) {
    if (tilt <= 0) {
      return 0;
    }
    double g = decibels(-2 * tilt);
    double cosine = StrictMath.cos(2 * StrictMath.PI * TILT_FREQUENCY / sampleRate);
    double half = 1 - g * cosine;
    return (half - StrictMath.sqrt(half * half - (1 - g) * (1 - g))) / (1 - g);
  }

  static double decibels(double level) {
    return StrictMath.pow(10, level / 20);
  }
}
