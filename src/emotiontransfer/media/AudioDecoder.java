package emotiontransfer.media;

import emotiontransfer.media.format.MonoMix;
import emotiontransfer.media.format.SampleSource;
import emotiontransfer.media.format.SoundSummary;
import emotiontransfer.media.format.WaveFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.bytedeco.ffmpeg.global.avutil;

/**
 * Reads uncompressed WAVE files, and the first audio stream of any file that FFmpeg decodes, video
 * files included.
 *
 * <p>Samples are handed on as they are decoded, so that the memory taken does not depend on the
 * clip's length. Safe for use by many threads.
 */
public final class AudioDecoder {

  private static final String DAMAGED =
      "is not an audio or video file that FFmpeg can read, or is damaged";

  /** Codecs of blocks may begin and end with a few that their container does not count. */
  private static final double CODEC_SECONDS = 0.25;

  private AudioDecoder() {}

  /**
   * Decodes a clip.
   *
   * @return what its samples were
   * @throws MediaException if the file is missing, has no audio or no sample, takes more than its
   *     budget, contradicts what it declares, or holds samples that are not finite
   * @throws IOException whatever {@code sink} throws
   */
  public static SoundSummary decode(Path file, ClipBudget budget, AudioSink sink)
      throws IOException {
    try (SampleSource source = open(file, budget)) {
      int rate = source.sampleRate();
      MonoMix mix = new MonoMix(source.channels());
      int length = source.read();
      if (length == 0) {
        throw new MediaException(file, "has an audio stream without a sample");
      }
      check(file, rate, source.channels());
      budget.requireSeconds(source.declaredSeconds());
      begin(file, rate, sink);
      long samples = 0;
      for (; length > 0; length = source.read()) {
        float[] mono = mix.of(source.interleaved(), length);
        if (!mix.isFinite()) {
          throw new MediaException(
              file, "holds samples that are not finite numbers (NaN or infinite); export it again");
        }
        samples += length;
        budget.requireSeconds((double) samples / rate);
        budget.requireTime();
        sink.accept(mono, length);
      }
      double seconds = (double) samples / rate;
      double fraction = source.heldFraction();
      compare(file, budget, fraction < 1 ? seconds / fraction : source.declaredSeconds(), seconds);
      return mix.summary(rate);
    }
  }

  /** What lasts longer than its container declares was decoded into something else. */
  private static void compare(Path file, ClipBudget budget, double declared, double held)
      throws MediaException {
    if (declared > 0 && held > declared * (1 + ClipBudget.TOLERANCE) + CODEC_SECONDS) {
      String reason =
          "declares %.2f s of audio but decodes to %.2f s, so that one of them is wrong; convert it"
              + " first";
      throw new MediaException(file, String.format(Locale.ROOT, reason, declared, held));
    }
    budget.warnIfCutShort("%.2f s of audio", declared, held);
  }

  private static SampleSource open(Path file, ClipBudget budget) throws IOException {
    MediaStream.check(file);
    try {
      Optional<SampleSource> wave = WaveFile.open(file);
      return wave.isPresent() ? wave.get() : new StreamSamples(file, openStream(file, budget));
    } catch (IllegalArgumentException e) {
      throw new MediaException(file, e.getMessage(), e);
    }
  }

  /**
   * Opens a clip as its header describes it, and only if no audio is found so, by FFmpeg's guesses
   * from the data. The guesses take ten times as long as all else; FFmpeg makes them for each PCM
   * file, to find DTS hidden in it.
   */
  private static MediaStream openStream(Path file, ClipBudget budget) throws MediaException {
    int first = -1;
    for (int probedPackets : new int[] {1, MediaStream.PROBED_PACKETS}) {
      MediaStream audio = new MediaStream(file, "an audio or video", probedPackets, budget);
      first = audio.first(avutil.AVMEDIA_TYPE_AUDIO);
      if (first >= 0 && audio.select(first, DAMAGED)) {
        if (!audio.hasWholeSamples()) {
          throw audio.failure(
              "declares samples of another size than its codec has, so that they would be decoded"
                  + " to noise; convert it first");
        }
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
      throw new MediaException(file, String.format(Locale.ROOT, reason, rate));
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
}
