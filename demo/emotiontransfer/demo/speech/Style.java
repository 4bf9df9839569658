package emotiontransfer.demo.speech;

import java.util.Random;

/**
 * How a sentence is said, relative to the speaker's neutral way.
 *
 * <p>The emotions' values follow Murray and Arnott (1993, Table I), Scherer (2003) and the settings
 * that listeners recognised in the formant synthesis of Burkhardt and Sendlmeier (2000).
 *
 * @param pitch mean fundamental frequency, semitones up
 * @param range factor on all melodic movement
 * @param sharpness 0 for smooth pitch accents to 1 for abrupt ones
 * @param finalMove pitch movement on the last syllable, semitones
 * @param rate factor on speaking rate
 * @param gain level, dB
 * @param tilt change of spectral tilt, dB at 3 kHz; negative is pressed, bright
 * @param openQuotient change of the open quotient
 * @param breath change of aspiration noise, dB
 * @param jitter added jitter, fraction of the period
 * @param tremor depth of a 6 Hz pitch tremor, semitones
 * @param pause factor on the pauses' length
 * @param articulation factor on the vowels' distance from schwa
 * @param jaw factor on the first formant: wide-open or spread lips
 */
record Style(
    double pitch,
    double range,
    double sharpness,
    double finalMove,
    double rate,
    double gain,
    double tilt,
    double openQuotient,
    double breath,
    double jitter,
    double tremor,
    double pause,
    double articulation,
    double jaw) {

  /** Unemotional speech. */
  static final Style NEUTRAL = new Style(0, 1, 0.4, -2, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1);

  private static final double PITCH_SPREAD = 1.6;
  private static final double LEVEL_SPREAD = 2;

  /**
   * Returns one rendering of this style: scaled by the speaker's expressiveness, with the variation
   * that separates two takes of the same actor.
   *
   * @param expressiveness 1 for the style as it stands, 0 for neutral speech
   * @param random the clip's generator
   * @return the rendering
   */
  Style rendered(double expressiveness, Random random) {
    double much = expressiveness * factor(random, 0.18);
    Style n = NEUTRAL;
    return new Style(
        toward(n.pitch, pitch, much) + PITCH_SPREAD * random.nextGaussian(),
        StrictMath.pow(range, much) * factor(random, 0.2),
        toward(n.sharpness, sharpness, much),
        toward(n.finalMove, finalMove, much) + random.nextGaussian(),
        StrictMath.pow(rate, much) * factor(random, 0.08),
        toward(n.gain, gain, much) + LEVEL_SPREAD * random.nextGaussian(),
        toward(n.tilt, tilt, much) + LEVEL_SPREAD * random.nextGaussian(),
        toward(n.openQuotient, openQuotient, much) + 0.02 * random.nextGaussian(),
        toward(n.breath, breath, much) + LEVEL_SPREAD * random.nextGaussian(),
        StrictMath.max(0, toward(n.jitter, jitter, much)),
        StrictMath.max(0, toward(n.tremor, tremor, much)),
        StrictMath.pow(pause, much) * factor(random, 0.2),
        StrictMath.pow(articulation, much) * factor(random, 0.05),
        StrictMath.pow(jaw, much) * factor(random, 0.02));
  }

  private static double toward(double neutral, double full, double much) {
    return neutral + much * (full - neutral);
  }

  private static double factor(Random random, double deviation) {
    return StrictMath.exp(deviation * random.nextGaussian());
  }
}
