package emotiontransfer.speech;

import emotiontransfer.media.Natives;
import java.util.function.ObjIntConsumer;
import org.bytedeco.ffmpeg.avutil.AVChannelLayout;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swresample;
import org.bytedeco.ffmpeg.swresample.SwrContext;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Changes the sampling rate of one channel, block by block, with FFmpeg's polyphase filter.
 *
 * <p>The filter has 192 taps at the lower of the two rates under a Kaiser window (beta 10), 6 dB
 * down at 0.97 of the lower Nyquist frequency. From 48, 44.1 or 22.05 kHz to 16 kHz it passes up to
 * 7.5 kHz within 0.001 dB and holds what lies above 8.05 kHz at -105 dB or less, without delay.
 * TarsosDSP's Resampler was measured beside it: 3 dB down at 7 kHz, 14 dB at 7.5 kHz, -51 dB at
 * 8.05 kHz, which would make the upper three mel bands of a resampled corpus differ from those of a
 * 16 kHz corpus.
 *
 * <p>Not safe for use by several threads; close it.
 */
final class BandLimitedResampler implements AutoCloseable {

  private static final int TAPS = 192;
  private static final double CUTOFF = 0.97;
  private static final double KAISER_BETA = 10;
  private static final int PHASE_SHIFT = 10;
  private static final int BLOCK = 4096;

  private final SwrContext context = new SwrContext(null);
  private final FloatPointer input = new FloatPointer(BLOCK);
  private final FloatPointer output;
  private final PointerPointer<FloatPointer> inputPlanes = new PointerPointer<>(1);
  private final PointerPointer<FloatPointer> outputPlanes = new PointerPointer<>(1);
  private final float[] produced;
  private final ObjIntConsumer<float[]> sink;

  /**
   * Creates a resampler between two rates, in Hz.
   *
   * @param sink takes samples at the new rate and their number; the array is only valid during the
   *     call
   * @throws IllegalArgumentException if FFmpeg cannot convert between the two rates
   */
  BandLimitedResampler(int fromRate, int toRate, ObjIntConsumer<float[]> sink) {
    this.sink = sink;
    Natives.loadFFmpeg();
    try (AVChannelLayout mono = new AVChannelLayout()) {
      avutil.av_channel_layout_default(mono, 1);
      int format = avutil.AV_SAMPLE_FMT_FLT;
      int status =
          swresample.swr_alloc_set_opts2(
              context, mono, format, toRate, mono, format, fromRate, 0, null);
      avutil.av_opt_set_int(context, "filter_size", TAPS, 0);
      avutil.av_opt_set_int(context, "phase_shift", PHASE_SHIFT, 0);
      avutil.av_opt_set_int(context, "exact_rational", 1, 0);
      avutil.av_opt_set_double(context, "cutoff", CUTOFF, 0);
      avutil.av_opt_set_double(context, "kaiser_beta", KAISER_BETA, 0);
      if (status < 0 || swresample.swr_init(context) < 0) {
        swresample.swr_free(context);
        throw new IllegalArgumentException(
            "cannot resample from %s Hz to %s Hz".formatted(fromRate, toRate));
      }
    }
    int most = swresample.swr_get_out_samples(context, 2 * BLOCK);
    output = new FloatPointer(most);
    produced = new float[most];
    inputPlanes.put(0, input);
    outputPlanes.put(0, output);
  }

  /** Begins a new signal. */
  void begin() {
    swresample.swr_close(context);
    checked(swresample.swr_init(context));
  }

  /** Takes samples at the old rate and hands on as many as are ready at the new one. */
  void accept(float[] samples, int length) {
    for (int done = 0; done < length; done += BLOCK) {
      int part = Math.min(BLOCK, length - done);
      input.put(samples, done, part);
      handOn(inputPlanes, part);
    }
  }

  /** Hands on the samples that were waiting for more to come. */
  void finish() {
    int ready;
    do {
      ready = handOn(null, 0);
    } while (ready > 0);
  }

  private int handOn(PointerPointer<?> planes, int length) {
    int ready =
        checked(swresample.swr_convert(context, outputPlanes, produced.length, planes, length));
    if (ready > 0) {
      output.get(produced, 0, ready);
      sink.accept(produced, ready);
    }
    return ready;
  }

  private static int checked(int status) {
    if (status < 0) {
      throw new IllegalStateException("FFmpeg's resampler failed with error " + status);
    }
    return status;
  }

  @Override
  public void close() {
    swresample.swr_free(context);
    input.close();
    output.close();
    inputPlanes.close();
    outputPlanes.close();
  }
}
