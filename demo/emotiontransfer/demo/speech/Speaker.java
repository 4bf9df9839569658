package emotiontransfer.demo.speech;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A speaker: what stays the same from clip to clip.
 *
 * @param name becomes the folder's name, for example {@code velua-f01}
 * @param f0 fundamental frequency in neutral speech, Hz
 * @param formantScale formants relative to an adult male's, about 1.17 for women
 * @param openQuotient of neutral speech
 * @param tilt spectral tilt of neutral speech, dB at 3 kHz
 * @param breath aspiration noise of neutral speech, dB
 * @param rate speaking rate relative to the ordinary
 * @param gain level relative to the ordinary, dB: how near the microphone stands
 * @param expressiveness how far emotion moves this speaker's voice, 1 for the styles as they stand
 */
record Speaker(
    String name,
    double f0,
    double formantScale,
    double openQuotient,
    double tilt,
    double breath,
    double rate,
    double gain,
    double expressiveness) {

  /**
   * Draws speakers, women and men in turn.
   *
   * <p>Fundamental frequency and vocal-tract length vary as those of adults do (Peterson and Barney
   * 1952: men 132 Hz, women 223 Hz, formants of women about 17 % higher).
   *
   * @param language whose speakers they are; stands before each name
   * @param count at least 1
   * @param random the corpus's generator
   * @return speakers with distinct names {@code nordan-f01, nordan-m02 ...}
   */
  static List<Speaker> draw(Language language, int count, Random random) {
    List<Speaker> speakers = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean woman = i % 2 == 0;
      speakers.add(
          new Speaker(
              String.format(Locale.ROOT, "%s-%s%02d", language.name(), woman ? "f" : "m", i + 1),
              (woman ? 205 : 115) * StrictMath.exp(around(random, 0, 0.10)),
              (woman ? 1.16 : 1.0) * StrictMath.exp(around(random, 0, 0.04)),
              around(random, woman ? 0.64 : 0.56, 0.03),
              around(random, woman ? 9 : 6, 2),
              around(random, woman ? -24 : -30, 3),
              StrictMath.exp(around(random, 0, 0.08)),
              around(random, 0, 2),
              around(random, 0.9, 0.12)));
    }
    return speakers;
  }

  private static double around(Random random, double mean, double deviation) {
    double gaussian = StrictMath.max(-2, StrictMath.min(2, random.nextGaussian()));
    return mean + deviation * gaussian;
  }
}
