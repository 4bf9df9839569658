package emotiontransfer.media;

import java.io.IOException;

/** Takes the samples of a clip block by block, as they are decoded. */
public interface AudioSink {

  /**
   * Begins a clip of so many samples a second; called once, before the first samples.
   *
   * @throws IllegalArgumentException if this rate cannot be taken; the message says so of the clip
   */
  void begin(int sampleRate) throws IOException;

  /**
   * Takes so many samples: the mean of the channels, full scale at -1 and 1. The array is only
   * valid during the call.
   */
  void accept(float[] mono, int length) throws IOException;
}
