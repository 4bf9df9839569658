package emotiontransfer.speech;

/**
 * All numbers of the speech front end.
 *
 * @param sampleRate rate that clips are resampled to, in Hz
 * @param windowMillis length of the analysis window, in ms
 * @param hopMillis distance between two windows, in ms
 * @param fftSize points of the FFT; the windowed frame is padded with zeros
 * @param bands number of mel bands
 * @param lowHertz lower edge of the first triangle, in Hz
 * @param highHertz upper edge of the last triangle, in Hz
 * @param floor added to a band's energy before the logarithm
 * @param deltaWidth half-width of the regression for deltas, in frames
 * @param segmentFrames frames of a segment
 * @param stepFrames frames between the beginnings of two segments
 * @param shortClip what becomes of a clip with fewer frames than a segment
 * @param maxSeconds longest clip that is read, in s
 */
public record SpeechSettings(
    int sampleRate,
    double windowMillis,
    double hopMillis,
    int fftSize,
    int bands,
    double lowHertz,
    double highHertz,
    double floor,
    int deltaWidth,
    int segmentFrames,
    int stepFrames,
    ShortClip shortClip,
    double maxSeconds) {

  /** Static, delta and delta-delta. */
  public static final int CHANNELS = 3;

  /** The paper's settings; a clip may last an hour. */
  public static final SpeechSettings PAPER =
      new SpeechSettings(
          16000, 25, 10, 512, 64, 20, 8000, 1e-10, 2, 64, 34, ShortClip.REPEAT, 3600);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is out of its range, naming it and its value
   */
  public SpeechSettings {
    atLeast("sample-rate", sampleRate, 1000);
    atMost("sample-rate", sampleRate, 768000);
    positive("window", windowMillis);
    positive("hop", hopMillis);
    atLeast("bands", bands, 1);
    atLeast("delta-width", deltaWidth, 1);
    atLeast("frames", segmentFrames, 1);
    atLeast("step", stepFrames, 1);
    positive("floor", floor);
    positive("max-seconds", maxSeconds);
    if (Integer.bitCount(fftSize) != 1 || fftSize < 4) {
      throw new IllegalArgumentException(
          "fft must be a power of two of at least 4, but is " + fftSize);
    }
    long window = Math.round(sampleRate * windowMillis / 1000);
    if (window < 2 || window > fftSize) {
      throw new IllegalArgumentException(
          "window of "
              + windowMillis
              + " ms is "
              + window
              + " samples long, but must have 2 to "
              + fftSize
              + " (fft)");
    }
    if (Math.round(sampleRate * hopMillis / 1000) < 1) {
      throw new IllegalArgumentException("hop must be at least one sample, but is " + hopMillis);
    }
    if (!(lowHertz >= 0 && lowHertz < highHertz && highHertz <= sampleRate / 2.0)) {
      throw new IllegalArgumentException(
          "low and high must be ordered and between 0 and half the sampling rate ("
              + sampleRate / 2.0
              + " Hz), but are "
              + lowHertz
              + " and "
              + highHertz);
    }
    if ((long) CHANNELS * bands * segmentFrames > 1 << 24) {
      throw new IllegalArgumentException(
          "a segment of " + bands + " bands x " + segmentFrames + " frames x 3 is too large");
    }
  }

  /** Returns the length of the analysis window in samples: 400 with the paper's settings. */
  public int windowSamples() {
    return (int) Math.round(sampleRate * windowMillis / 1000);
  }

  /** Returns the distance between two windows in samples: 160 with the paper's settings. */
  public int hopSamples() {
    return (int) Math.round(sampleRate * hopMillis / 1000);
  }

  private static void atLeast(String name, int value, int least) {
    if (value < least) {
      throw new IllegalArgumentException(name + " must be at least " + least + ", but is " + value);
    }
  }

  private static void atMost(String name, int value, int most) {
    if (value > most) {
      throw new IllegalArgumentException(name + " must be at most " + most + ", but is " + value);
    }
  }

  private static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(name + " must be above 0, but is " + value);
    }
  }
}
