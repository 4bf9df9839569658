package emotiontransfer.demo;

/**
 * A stretch of speech in which the vocal tract aims at one posture.
 *
 * @param start seconds
 * @param end seconds
 * @param f1 target of the first formant of an adult male, Hz
 * @param f2 target of the second, Hz
 * @param f3 target of the third, Hz
 * @param voicing amplitude of voicing, 0-1
 * @param aspiration amplitude of noise at the glottis, 0-1
 * @param noise turbulence in the mouth
 * @param nasal whether the nose is open
 */
record Gesture(
    double start,
    double end,
    double f1,
    double f2,
    double f3,
    double voicing,
    double aspiration,
    Phone.Noise noise,
    boolean nasal) {

  double seconds() {
    return end - start;
  }
}
