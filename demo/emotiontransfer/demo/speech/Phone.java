package emotiontransfer.demo.speech;

/**
 * A speech sound: what the vocal tract does while it sounds.
 *
 * @param symbol one character, close to X-SAMPA
 * @param manner how it is made
 * @param voiced whether the vocal folds vibrate
 * @param f1 first formant (of a consonant: its locus) of an adult male voice, Hz
 * @param f2 second formant, Hz
 * @param f3 third formant, Hz
 * @param milliseconds duration in an unstressed syllable at an ordinary rate
 * @param noise turbulence in the mouth; {@link Noise#NONE} for sounds without
 */
record Phone(
    char symbol,
    Manner manner,
    boolean voiced,
    double f1,
    double f2,
    double f3,
    double milliseconds,
    Noise noise) {

  /** How a sound is made. */
  enum Manner {
    VOWEL,
    NASAL,
    APPROXIMANT,
    FRICATIVE,
    STOP,
    BREATH
  }

  /**
   * A band of noise.
   *
   * @param centre Hz
   * @param bandwidth Hz
   * @param level amplitude relative to a stressed vowel
   */
  record Noise(double centre, double bandwidth, double level) {

    /** No turbulence. */
    static final Noise NONE = new Noise(2000, 1000, 0);
  }

  static Phone vowel(char symbol, double f1, double f2, double f3) {
    return new Phone(symbol, Manner.VOWEL, true, f1, f2, f3, 85, Noise.NONE);
  }

  static Phone nasal(char symbol, double f1, double f2, double f3) {
    return new Phone(symbol, Manner.NASAL, true, f1, f2, f3, 65, Noise.NONE);
  }

  static Phone approximant(char symbol, double f1, double f2, double f3) {
    return new Phone(symbol, Manner.APPROXIMANT, true, f1, f2, f3, 60, Noise.NONE);
  }

  /** Returns this consonant's voiced partner, made in the same place. */
  Phone voiced(char symbol, double f1, double level) {
    Noise softer = new Noise(noise.centre(), noise.bandwidth(), level);
    return new Phone(symbol, manner, true, f1, f2, f3, 65, softer);
  }

  boolean isVowel() {
    return manner == Manner.VOWEL;
  }
}
