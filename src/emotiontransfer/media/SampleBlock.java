package emotiontransfer.media;

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
 * Mixes decoded blocks of any sample format to one channel, reusing its memory.
 *
 * <p>Integers are divided by half their range (16 bits: by 32768; unsigned 8 bits: less 128, by
 * 128), so that full scale is [-1, 1). The mix is the mean of the channels.
 */
final class SampleBlock implements AutoCloseable {

  private final Path file;
  private final SwrContext converter = new SwrContext(null);
  private final PointerPointer<FloatPointer> destination = new PointerPointer<>(1);
  private final boolean wave;
  private final int channels;
  private FloatPointer converted = new FloatPointer();
  private float[] interleaved = new float[0];
  private float[] mono = new float[0];

  /** Prepares for blocks of the format of a clip's first one. */
  SampleBlock(Path file, AVFrame first) {
    this.file = file;
    AVChannelLayout layout = first.ch_layout();
    int floats = avutil.AV_SAMPLE_FMT_FLT;
    int format = first.format();
    int rate = first.sample_rate();
    channels = layout.nb_channels();
    wave = format == avutil.AV_SAMPLE_FMT_S16;
    if (!wave) {
      swresample.swr_alloc_set_opts2(
          converter, layout, floats, rate, layout, format, rate, 0, null);
    }
  }

  /** Returns the mixed samples of a block, of which there may be fewer than the array is long. */
  float[] mix(AVFrame frame) throws MediaException {
    int length = frame.nb_samples();
    if (mono.length < length) {
      converted.close();
      converted = new FloatPointer((long) length * channels);
      destination.put(0, converted);
      interleaved = new float[length * channels];
      mono = channels == 1 ? interleaved : new float[length];
    }
    if (wave) {
      // As in nearly every corpus: setting up a converter takes longer than reading a short clip.
      long bytes = (long) Short.BYTES * length * channels;
      ShortBuffer shorts = frame.data(0).capacity(bytes).asByteBuffer().asShortBuffer();
      for (int i = 0; i < length * channels; i++) {
        interleaved[i] = shorts.get(i) / 32768f;
      }
    } else if (swresample.swr_is_initialized(converter) == 0 && swresample.swr_init(converter) < 0
        || swresample.swr_convert(converter, destination, length, frame.extended_data(), length)
            != length) {
      throw new MediaException(file, "has audio in a sample format that is not supported");
    } else {
      converted.get(interleaved, 0, length * channels);
    }
    for (int i = 0; channels > 1 && i < length; i++) {
      float sum = 0;
      for (int c = 0; c < channels; c++) {
        sum += interleaved[i * channels + c];
      }
      mono[i] = sum / channels;
    }
    return mono;
  }

  @Override
  public void close() {
    swresample.swr_free(converter);
    destination.close();
    converted.close();
  }
}
