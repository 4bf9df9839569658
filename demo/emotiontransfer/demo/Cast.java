package emotiontransfer.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Draws the speakers of a corpus.
 *
 * <p>Fundamental frequency and vocal-tract length follow the spread of adults (Peterson and Barney
 * 1952: men 132 Hz, women 223 Hz, formants of women about 17 % higher).
 */
final class Cast {

  private Cast() {}

  /**
   * Draws speakers, women and men in turn.
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
              String.format("%s-%s%02d", language.name(), woman ? "f" : "m", i + 1),
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
