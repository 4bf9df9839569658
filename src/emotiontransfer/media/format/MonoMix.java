package emotiontransfer.media.format;

/** Mixes the channels of a clip to their mean, block after block, and remembers the extremes. */
public final class MonoMix {

  private final int channels;
  private float[] mono = new float[0];
  private float peak;
  private float lowest = Float.POSITIVE_INFINITY;
  private float highest = Float.NEGATIVE_INFINITY;

  public MonoMix(int channels) {
    this.channels = channels;
  }

  /** Returns the mean of so many interleaved samples of each channel, valid until the next call. */
  public float[] of(float[] interleaved, int length) {
    float[] mixed = channels == 1 ? interleaved : mean(interleaved, length);
    for (int i = 0; i < length; i++) {
      lowest = Math.min(lowest, mixed[i]);
      highest = Math.max(highest, mixed[i]);
    }
    for (int i = 0; channels > 1 && i < length * channels; i++) {
      peak = Math.max(peak, Math.abs(interleaved[i]));
    }
    return mixed;
  }

  private float[] mean(float[] interleaved, int length) {
    mono = mono.length < length ? new float[length] : mono;
    for (int i = 0; i < length; i++) {
      float sum = 0;
      for (int c = 0; c < channels; c++) {
        sum += interleaved[i * channels + c];
      }
      mono[i] = sum / channels;
    }
    return mono;
  }

  /** Returns whether all mixed samples so far are numbers that are not infinite. */
  public boolean isFinite() {
    return lowest > Float.NEGATIVE_INFINITY && highest < Float.POSITIVE_INFINITY;
  }

  /** Returns what was mixed so far; there was at least one sample. */
  public SoundSummary summary(int sampleRate) {
    float loudest = Math.max(-lowest, highest);
    return new SoundSummary(sampleRate, Math.max(peak, loudest), lowest, highest);
  }
}
