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

  private static final int LEAST_RATE = 1000;
  private static final int HIGHEST_RATE = 768000;

  private AudioDecoder() {}

  /**
   * Decodes a clip.
   *
   * @param maxSeconds longest clip that is read
   * @param sink takes the samples
   * @throws MediaException if the file is missing, has no audio or no sample, is longer than {@code
   *     maxSeconds}, or holds samples that are not finite
   * @throws IOException whatever {@code sink} throws
   */
  public static void decode(Path file, double maxSeconds, AudioSink sink) throws IOException {
    try (MediaStream audio = open(file)) {
      SampleBlock block = new SampleBlock();
      int rate = 0;
      int channels = 0;
      long samples = 0;
      while (audio.advance()) {
        AVFrame frame = audio.frame();
        if (rate == 0) {
          rate = frame.sample_rate();
          channels = frame.ch_layout().nb_channels();
          check(file, rate, channels, frame.format());
          begin(file, rate, sink);
        } else if (frame.sample_rate() != rate || frame.ch_layout().nb_channels() != channels) {
          throw new MediaException(
              file, "changes its sampling rate or number of channels on the way; convert it first");
        }
        int length = block.mix(frame, channels);
        if (length < 0) {
          throw new MediaException(file, "has audio in a sample format that is not supported");
        }
        checkFinite(file, block.mono(), length);
        samples += length;
        if (samples > maxSeconds * rate) {
          throw new MediaException(
              file,
              ("is longer than the limit of %s s; cut it into utterances or raise the limit"
                      + " (-max-seconds)")
                  .formatted(maxSeconds));
        }
        sink.accept(block.mono(), length);
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
    String problem = "";
    for (int probedPackets : new int[] {1, MediaStream.PROBED_PACKETS}) {
      MediaStream audio = new MediaStream(file, "an audio or video", probedPackets);
      boolean selected = false;
      try {
        int first = audio.first(avutil.AVMEDIA_TYPE_AUDIO);
        selected = first >= 0 && audio.select(first, DAMAGED);
        if (selected) {
          return audio;
        }
        problem =
            first < 0
                ? "has no audio stream"
                : "has audio in a format that this FFmpeg cannot decode";
      } finally {
        if (!selected) {
          audio.close();
        }
      }
    }
    throw new MediaException(file, problem);
  }

  private static void check(Path file, int rate, int channels, int format) throws MediaException {
    if (rate < LEAST_RATE || rate > HIGHEST_RATE) {
      throw new MediaException(
          file,
          "declares a sampling rate of %s Hz, which is not between %s and %s"
              .formatted(rate, LEAST_RATE, HIGHEST_RATE));
    }
    boolean planar = avutil.av_sample_fmt_is_planar(format) != 0;
    if (channels < 1 || planar && channels > AVFrame.AV_NUM_DATA_POINTERS) {
      throw new MediaException(
          file, "has " + channels + " channels; convert it to one or two channels");
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
