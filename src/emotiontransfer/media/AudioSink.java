package emotiontransfer.media;

import java.io.IOException;

/** Takes the samples of a clip block by block, as they are decoded. */
public interface AudioSink {

  /** Takes samples for nothing. */
  AudioSink NOWHERE =
      new AudioSink() {

        @Override
        public void begin(int sampleRate) {}

        @Override
        public void accept(float[] mono, int length) {}
      };

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

  /** Returns a sink that hands what it takes to this one and to another; neither may change it. */
  default AudioSink and(AudioSink other) {
    AudioSink first = this;
    return new AudioSink() {

      @Override
      public void begin(int sampleRate) throws IOException {
        first.begin(sampleRate);
        other.begin(sampleRate);
      }

      @Override
      public void accept(float[] mono, int length) throws IOException {
        first.accept(mono, length);
        other.accept(mono, length);
      }
    };
  }
}
