package emotiontransfer.media.format;

/**
 * What a clip's samples were, over all of it; full scale is at -1 and 1.
 *
 * @param sampleRate of the file, in Hz
 * @param peak greatest magnitude in any channel
 * @param lowest smallest value of the channels' mean
 * @param highest greatest value of the channels' mean
 */
public record SoundSummary(int sampleRate, float peak, float lowest, float highest) {

  /** Channels whose mean is this much quieter, 60 dB, are each other's opposite. */
  private static final float CANCELLED = 1e-3f;

  /** 12 dB above full scale: floats may lie a little above it. */
  private static final float OVERLOADED = 4;

  /** Returns whether the channels' mean is one value throughout: there is nothing to hear. */
  public boolean isSilent() {
    return lowest == highest;
  }

  /** Returns whether the samples are hardly meant for this full scale. */
  public boolean isOverloaded() {
    return peak > OVERLOADED;
  }

  /** Returns whether there is sound in the channels that their mean lacks. */
  public boolean isCancelled() {
    return Math.max(-lowest, highest) < CANCELLED * peak;
  }
}
