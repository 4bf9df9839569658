package emotiontransfer.speech;

import static org.apache.commons.lang3.Validate.isTrue;

/**
 * All numbers of the speech front end.
 *
 * @param sampleRate that clips are resampled to, in Hz
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
 * @param shortClip how a clip with fewer frames than a segment is read
 * @param level what a clip's static values are relative to
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
    LevelNormalization level) {

  /** Static, delta and delta-delta. */
  public static final int CHANNELS = 3;

  /** The paper's settings. */
  public static final SpeechSettings PAPER =
      new SpeechSettings(
          16000,
          25,
          10,
          512,
          64,
          20,
          8000,
          1e-10,
          2,
          64,
          34,
          ShortClip.REPEAT,
          LevelNormalization.NONE);

  public SpeechSettings {
    isTrue(sampleRate >= 1000, "sample-rate must be at least 1000, but is %s", sampleRate);
    isTrue(sampleRate <= 768000, "sample-rate must be at most 768000, but is %s", sampleRate);
    positive("window", windowMillis);
    positive("hop", hopMillis);
    isTrue(bands >= 1, "bands must be at least 1, but is %s", bands);
    isTrue(deltaWidth >= 1, "delta-width must be at least 1, but is %s", deltaWidth);
    isTrue(segmentFrames >= 1, "frames must be at least 1, but is %s", segmentFrames);
    isTrue(stepFrames >= 1, "step must be at least 1, but is %s", stepFrames);
    positive("floor", floor);
    boolean power = Integer.bitCount(fftSize) == 1 && fftSize >= 4;
    isTrue(power, "fft must be a power of two of at least 4, but is %s", fftSize);
    long window = Math.round(sampleRate * windowMillis / 1000);
    String length = "window of %s ms is %s samples long, but must have 2 to %s (fft)";
    isTrue(window >= 2 && window <= fftSize, length, windowMillis, window, fftSize);
    long hop = Math.round(sampleRate * hopMillis / 1000);
    isTrue(hop >= 1, "hop must be at least one sample, but is %s", hopMillis);
    double nyquist = sampleRate / 2.0;
    String edges =
        "low and high must be ordered and between 0 and half the sampling rate (%s Hz), but are %s"
            + " and %s";
    boolean ordered = lowHertz >= 0 && lowHertz < highHertz && highHertz <= nyquist;
    isTrue(ordered, edges, nyquist, lowHertz, highHertz);
    String size = "a segment of %s bands x %s frames x 3 is too large";
    isTrue((long) CHANNELS * bands * segmentFrames <= 1 << 24, size, bands, segmentFrames);
  }

  private static void positive(String name, double value) {
    boolean positive = value > 0 && value < Double.POSITIVE_INFINITY;
    isTrue(positive, "%s must be above 0, but is %s", name, value);
  }

  /** Returns how much memory the segments of a second take. */
  double bytesPerSecond() {
    return CHANNELS * bands * Float.BYTES * 1000 / hopMillis;
  }

  /** Returns the length of the analysis window in samples: 400 with the paper's settings. */
  public int windowSamples() {
    return (int) Math.round(sampleRate * windowMillis / 1000);
  }

  /** Returns the distance between two windows in samples: 160 with the paper's settings. */
  public int hopSamples() {
    return (int) Math.round(sampleRate * hopMillis / 1000);
  }
}
