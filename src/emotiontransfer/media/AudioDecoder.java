package emotiontransfer.media;

import java.io.IOException;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameGrabber;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.FrameGrabber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the first audio stream of any file that FFmpeg decodes, video files included.
 *
 * <p>Samples are handed on as they are decoded, so that the memory taken does not depend on the
 * clip's length. Only local files are opened, and no playlists, which could name an address on a
 * network. Safe for use by many threads.
 */
public final class AudioDecoder {

  private static final Logger LOG = LoggerFactory.getLogger(AudioDecoder.class);

  /** JavaCV sees at most this many planes of an AVFrame. */
  private static final int MOST_PLANES = 8;

  /** Beyond the number of streams that a file can have: no video stream is opened. */
  private static final int NO_STREAM = Integer.MAX_VALUE;

  /** A clip is called cut short when it misses more than this share of its declared length. */
  private static final double MISSING_SHARE = 0.05;

  /** FFmpeg's own number of packets whose format it guesses. */
  private static final int GUESSED_PACKETS = 2500;

  private static final int LEAST_RATE = 1000;
  private static final int HIGHEST_RATE = 768000;

  private static final double MICROSECONDS = 1e6;

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
    ClipFile.check(file);
    FFmpegNatives.ensureLoaded();
    try (FFmpegFrameGrabber grabber = open(file)) {
      checkChannels(file, grabber);
      grab(file, grabber, maxSeconds, sink);
    } catch (FrameGrabber.Exception e) {
      throw new MediaException(file, "cannot be decoded: " + firstLine(e), e);
    }
  }

  /**
   * Opens a clip as its header describes it, and only if no audio is found so, by FFmpeg's guesses
   * from the data. The guesses take ten times as long as all else; FFmpeg makes them for each PCM
   * file, to find DTS hidden in it.
   */
  private static FFmpegFrameGrabber open(Path file) throws MediaException, FrameGrabber.Exception {
    try {
      return start(file, 1);
    } catch (NoAudioException e) {
      LOG.debug("{}; looking into its data", e.getMessage());
    }
    try {
      return start(file, GUESSED_PACKETS);
    } catch (NoAudioException e) {
      throw new MediaException(file, e.getMessage(), e);
    }
  }

  private static FFmpegFrameGrabber start(Path file, int guessedPackets)
      throws MediaException, NoAudioException, FrameGrabber.Exception {
    FFmpegFrameGrabber grabber = new FFmpegFrameGrabber(file.toFile());
    boolean started = false;
    try {
      grabber.setOption("protocol_whitelist", "file");
      grabber.setOption("format_whitelist", FFmpegNatives.clipFormats());
      grabber.setOption("max_probe_packets", String.valueOf(guessedPackets));
      grabber.setImageMode(FrameGrabber.ImageMode.RAW);
      grabber.setSampleMode(FrameGrabber.SampleMode.RAW);
      grabber.setVideoStream(NO_STREAM);
      grabber.start();
      if (!grabber.hasAudio()) {
        throw new NoAudioException("has no audio stream");
      }
      started = true;
      return grabber;
    } catch (FrameGrabber.Exception e) {
      throw explained(file, e);
    } finally {
      if (!started) {
        grabber.close();
      }
    }
  }

  private static MediaException explained(Path file, FrameGrabber.Exception e)
      throws NoAudioException {
    String said = String.valueOf(e.getMessage());
    if (said.startsWith("Did not find")) {
      throw new NoAudioException("has no audio stream");
    }
    if (said.contains("codec not found")) {
      throw new NoAudioException("has audio in a format that this FFmpeg cannot decode");
    }
    return new MediaException(
        file, "is not an audio or video file that FFmpeg can read, or is damaged", e);
  }

  /** No audio was found in a file that FFmpeg can read. */
  private static final class NoAudioException extends Exception {

    private static final long serialVersionUID = 1L;

    NoAudioException(String message) {
      super(message);
    }
  }

  private static void checkChannels(Path file, FFmpegFrameGrabber grabber) throws MediaException {
    int channels = grabber.getAudioChannels();
    boolean planar = avutil.av_sample_fmt_is_planar(grabber.getSampleFormat()) != 0;
    if (channels < 1 || planar && channels > MOST_PLANES) {
      throw new MediaException(
          file, "has " + channels + " channels; convert it to one or two channels");
    }
  }

  private static void grab(Path file, FFmpegFrameGrabber grabber, double maxSeconds, AudioSink sink)
      throws IOException {
    SampleBlock block = new SampleBlock();
    int rate = 0;
    int channels = 0;
    long samples = 0;
    for (Frame frame = grabber.grabSamples(); frame != null; frame = grabber.grabSamples()) {
      if (frame.samples == null || frame.samples[0] == null) {
        throw new MediaException(file, "has audio in a sample format that is not supported");
      }
      if (rate == 0) {
        rate = frame.sampleRate;
        channels = frame.audioChannels;
        checkRate(file, rate);
        sink.begin(rate);
      } else if (frame.sampleRate != rate || frame.audioChannels != channels) {
        throw new MediaException(
            file, "changes its sampling rate or number of channels on the way; convert it first");
      }
      int length = block.mix(frame.samples, channels);
      checkFinite(file, block.mono(), length);
      samples += length;
      if (samples > maxSeconds * rate) {
        throw new MediaException(
            file,
            "is longer than the limit of "
                + maxSeconds
                + " s; cut it into utterances or raise the limit (-max-seconds)");
      }
      sink.accept(block.mono(), length);
    }
    if (samples == 0) {
      throw new MediaException(file, "has an audio stream without a sample");
    }
    warnIfCutShort(file, grabber, (double) samples / rate);
  }

  private static void checkRate(Path file, int rate) throws MediaException {
    if (rate < LEAST_RATE || rate > HIGHEST_RATE) {
      throw new MediaException(
          file,
          String.format(
              "declares a sampling rate of %d Hz, which is not between %d and %d",
              rate, LEAST_RATE, HIGHEST_RATE));
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

  private static void warnIfCutShort(Path file, FFmpegFrameGrabber grabber, double seconds) {
    double declared = grabber.getLengthInTime() / MICROSECONDS;
    if (declared - seconds > MISSING_SHARE * declared) {
      LOG.warn(
          "Clip '{}' declares {} s of audio but holds {} s; it may have been cut off in a copy.",
          file,
          declared,
          seconds);
    }
  }

  private static String firstLine(Exception e) {
    String said = String.valueOf(e.getMessage());
    return said.lines().findFirst().orElse(e.getClass().getSimpleName()).replaceAll("\\.$", "");
  }
}
