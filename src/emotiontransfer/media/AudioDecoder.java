package emotiontransfer.media;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Reads the first audio stream of any file that FFmpeg decodes, video files included.
 *
 * <p>Samples are handed on as they are decoded, so that the memory taken does not depend on the
 * clip's length. Safe for use by many threads.
 */
public final class AudioDecoder {

  private static final String DAMAGED =
      "is not an audio or video file that FFmpeg can read, or is damaged";

  private AudioDecoder() {}

  /**
   * Decodes a clip.
   *
   * @throws MediaException if the file is missing, has no audio or no sample, is longer than {@code
   *     maxSeconds}, or holds samples that are not finite
   * @throws IOException whatever {@code sink} throws
   */
  public static void decode(Path file, double maxSeconds, AudioSink sink) throws IOException {
    long samples = 0;
    try (MediaStream audio = open(file)) {
      AVFrame frame = audio.frame();
      boolean more = audio.advance();
      int rate = frame.sample_rate();
      int channels = frame.ch_layout().nb_channels();
      int format = frame.format();
      if (more) {
        check(file, rate, channels);
        begin(file, rate, sink);
      }
      try (SampleBlock block = new SampleBlock(file, frame)) {
        for (; more; more = audio.advance()) {
          if (frame.sample_rate() != rate
              || frame.ch_layout().nb_channels() != channels
              || frame.format() != format) {
            throw new MediaException(
                file, "changes its sampling rate, channels or format on the way; convert it first");
          }
          int length = frame.nb_samples();
          float[] mono = block.mix(frame);
          checkFinite(file, mono, length);
          samples += length;
          if (samples > maxSeconds * rate) {
            String limit = "is longer than the limit of " + maxSeconds + " s; ";
            throw new MediaException(
                file, limit + "cut it into utterances or raise the limit (-max-seconds)");
          }
          sink.accept(mono, length);
        }
      }
      if (samples == 0) {
        throw new MediaException(file, "has an audio stream without a sample");
      }
      double declared = (double) audio.format().duration() / avutil.AV_TIME_BASE;
      audio.warnIfCutShort("%.2f s of audio", declared, (double) samples / rate);
    }
  }

  /**
   * Opens a clip as its header describes it, and only if no audio is found so, by FFmpeg's guesses
   * from the data. The guesses take ten times as long as all else; FFmpeg makes them for each PCM
   * file, to find DTS hidden in it.
   */
  private static MediaStream open(Path file) throws MediaException {
    int first = -1;
    for (int probedPackets : new int[] {1, MediaStream.PROBED_PACKETS}) {
      MediaStream audio = new MediaStream(file, "an audio or video", probedPackets);
      first = audio.first(avutil.AVMEDIA_TYPE_AUDIO);
      if (first >= 0 && audio.select(first, DAMAGED)) {
        return audio;
      }
      audio.close();
    }
    throw new MediaException(
        file,
        first < 0 ? "has no audio stream" : "has audio in a format that this FFmpeg cannot decode");
  }

  private static void check(Path file, int rate, int channels) throws MediaException {
    if (rate < 1000 || rate > 768000) {
      String reason = "declares a sampling rate of %s Hz, which is not between 1000 and 768000";
      throw new MediaException(file, reason.formatted(rate));
    }
    if (channels < 1) {
      throw new MediaException(file, "declares no channel of sound; convert it first");
    }
  }

  private static void begin(Path file, int rate, AudioSink sink) throws IOException {
    try {
      sink.begin(rate);
    } catch (IllegalArgumentException e) {
      throw new MediaException(file, e.getMessage(), e);
    }
  }

  private static void checkFinite(Path file, float[] samples, int length) throws MediaException {
    for (int i = 0; i < length; i++) {
      if (!Float.isFinite(samples[i])) {
        throw new MediaException(
            file, "holds samples that are not finite numbers (NaN or infinite); export it again");
      }
    }
  }
}
