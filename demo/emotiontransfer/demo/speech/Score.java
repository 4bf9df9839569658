package emotiontransfer.demo.speech;

import java.util.List;

/**
 * All that the synthesizer plays for one clip.
 *
 * @param gestures without gaps, from 0 to the clip's end
 * @param accents pitch accents in order of time
 * @param melody semitones and times of the whole utterance
 */
record Score(List<Gesture> gestures, List<Accent> accents, Melody melody) {

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

  /**
   * A rise and fall of pitch on a stressed syllable.
   *
   * @param time of the peak, seconds
   * @param height semitones
   * @param width half the time between foot and foot, seconds
   */
  record Accent(double time, double height, double width) {

    /** Returns semitones added at a time: a raised cosine around the peak. */
    double at(double t) {
      double x = (t - time) / width;
      return x <= -1 || x >= 1 ? 0 : height * 0.5 * (1 + StrictMath.cos(StrictMath.PI * x));
    }
  }

  /**
   * The slow part of the pitch contour.
   *
   * @param level mean, semitones above the speaker's neutral pitch
   * @param declination fall from the first to the last voiced instant, semitones
   * @param finalMove movement over the final stretch, semitones
   * @param finalStart seconds
   * @param begin first instant of speech, seconds
   * @param end last instant of speech, seconds
   * @param tremor depth of the tremor, semitones
   */
  record Melody(
      double level,
      double declination,
      double finalMove,
      double finalStart,
      double begin,
      double end,
      double tremor) {

    private static final double TREMOR_HZ = 6;

    double at(double t) {
      double progress = clamp((t - begin) / (end - begin));
      double last = clamp((t - finalStart) / (end - finalStart));
      return level
          + declination * (0.5 - progress)
          + finalMove * last
          + tremor * StrictMath.sin(2 * StrictMath.PI * TREMOR_HZ * t);
    }

    private static double clamp(double x) {
      return StrictMath.max(0, StrictMath.min(1, x));
    }
  }

  Score {
    gestures = List.copyOf(gestures);
    accents = List.copyOf(accents);
  }

  /** Returns the clip's length in seconds. */
  double seconds() {
    return gestures.get(gestures.size() - 1).end();
  }

  /** Returns the pitch in semitones above the speaker's neutral one. */
  double semitones(double t) {
    double sum = melody.at(t);
    for (Accent accent : accents) {
      sum += accent.at(t);
    }
    return sum;
  }
}
