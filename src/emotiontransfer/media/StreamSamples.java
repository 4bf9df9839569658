package emotiontransfer.media;

import emotiontransfer.media.format.SampleSource;
import emotiontransfer.media.format.WaveFile;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * The samples of a stream that FFmpeg decodes, of any sample format, reusing its memory.
 *
 * <p>Integers are divided by half their range (16 bits: by 32768; unsigned 8 bits: less 128, by
 * 128), so that full scale is [-1, 1).
 */
final class StreamSamples implements SampleSource {

  private final Path file;
  private final MediaStream audio;
  private final AVFrame frame;
  private final SwrContext converter = new SwrContext(null);
  private final PointerPointer<FloatPointer> destination = new PointerPointer<>(1);
  private final int rate;
  private final int channels;
  private final int format;
  private boolean waiting;
  private FloatPointer converted = new FloatPointer();
  private float[] interleaved = new float[0];

  /** Decodes the first frame, which says more than the header does. */
  StreamSamples(Path file, MediaStream audio) throws MediaException {
    this.file = file;
    this.audio = audio;
    frame = audio.frame();
    try {
      waiting = audio.advance();
    } catch (MediaException e) {
      close();
      throw e;
    }
    AVChannelLayout layout = frame.ch_layout();
    rate = frame.sample_rate();
    channels = layout.nb_channels();
    format = frame.format();
    if (waiting && format != avutil.AV_SAMPLE_FMT_S16) {
      int floats = avutil.AV_SAMPLE_FMT_FLT;
      swresample.swr_alloc_set_opts2(
          converter, layout, floats, rate, layout, format, rate, 0, null);
    }
  }

  @Override
  public int sampleRate() {
    return rate;
  }

  @Override
  public int channels() {
    return channels;
  }

  @Override
  public double declaredSeconds() {
    return audio.declaredSeconds();
  }

  /** FFmpeg takes the length of compressed WAVE files from what they hold. */
  @Override
  public double heldFraction() throws IOException {
    return WaveFile.heldFraction(file);
  }

  @Override
  public int read() throws MediaException {
    while (waiting || audio.advance()) {
      waiting = false;
      if (frame.sample_rate() != rate
          || frame.ch_layout().nb_channels() != channels
          || frame.format() != format) {
        throw new MediaException(
            file, "changes its sampling rate, channels or format on the way; convert it first");
      }
      if (frame.nb_samples() > 0) {
        convert(frame.nb_samples());
        return frame.nb_samples();
      }
    }
    return 0;
  }

  private void convert(int length) throws MediaException {
    int count = length * channels;
    if (interleaved.length < count) {
      converted.close();
      converted = new FloatPointer(count);
      destination.put(0, converted);
      interleaved = new float[count];
    }
    if (format == avutil.AV_SAMPLE_FMT_S16) {
      // Setting up a converter takes longer than reading a short clip.
      long bytes = (long) Short.BYTES * count;
      ShortBuffer shorts = frame.data(0).capacity(bytes).asByteBuffer().asShortBuffer();
      for (int i = 0; i < count; i++) {
        interleaved[i] = shorts.get(i) / 32768f;
      }
    } else if (swresample.swr_is_initialized(converter) == 0 && swresample.swr_init(converter) < 0
        || swresample.swr_convert(converter, destination, length, frame.extended_data(), length)
            != length) {
      throw new MediaException(file, "has audio in a sample format that is not supported");
    } else {
      converted.get(interleaved, 0, count);
    }
  }

  @Override
  public float[] interleaved() {
    return interleaved;
  }

  @Override
  public void close() {
    swresample.swr_free(converter);
    destination.close();
    converted.close();
    audio.close();
  }
}
