package emotiontransfer.media;

import java.io.IOException;

/** Takes the samples of a clip block by block, as they are decoded. */
public interface AudioSink {

  /**
   * Begins a clip; called once, before the first samples.
   *
   * @param sampleRate in Hz
   * @throws IllegalArgumentException if this rate cannot be taken; the message says so of the clip
   * @throws IOException if the clip cannot be taken
   */
  void begin(int sampleRate) throws IOException;

  /**
   * Takes samples.
   *
   * @param mono mean of the channels, full scale at -1 and 1; only valid during the call
   * @param length number of samples in it
   * @throws IOException if the clip cannot be taken further
   */
  void accept(float[] mono, int length) throws IOException;
}
