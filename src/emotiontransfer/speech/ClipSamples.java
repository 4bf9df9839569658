package emotiontransfer.speech;

import emotiontransfer.media.AudioDecoder;
import emotiontransfer.media.AudioSink;
import emotiontransfer.media.ClipLimits;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads all samples of clips at one rate, mixed to one channel, full scale at -1 and 1. It keeps a
 * resampler for each rate that it meets; for one thread.
 */
public final class ClipSamples implements AutoCloseable {

  private final int sampleRate;
  private final ClipLimits limits;
  private final Map<Integer, BandLimitedResampler> resamplers = new HashMap<>();
  private float[] samples = new float[1 << 16];
  private int count;

  /** Creates a reader for a rate in Hz. */
  public ClipSamples(int sampleRate, ClipLimits limits) {
    this.sampleRate = sampleRate;
    this.limits = limits;
  }

  /**
   * Returns the samples of a clip.
   *
   * @throws IOException if it cannot be read or is beyond a limit
   */
  public float[] read(Path file) throws IOException {
    count = 0;
    Resampling sink = new Resampling();
    AudioDecoder.decode(file, limits.start(file, (double) Float.BYTES * sampleRate), sink);
    if (sink.resampler != null) {
      sink.resampler.finish();
    }
    return Arrays.copyOf(samples, count);
  }

  /** Collects the samples of one clip. */
  private final class Resampling implements AudioSink {

    private BandLimitedResampler resampler;

    @Override
    public void begin(int clipRate) {
      if (clipRate != sampleRate) {
        resampler =
            resamplers.computeIfAbsent(
                clipRate,
                rate -> new BandLimitedResampler(rate, sampleRate, ClipSamples.this::add));
        resampler.begin();
      }
    }

    @Override
    public void accept(float[] mono, int length) {
      if (resampler == null) {
        add(mono, length);
      } else {
        resampler.accept(mono, length);
      }
    }
  }

  private void add(float[] some, int length) {
    if (count + length > samples.length) {
      samples = Arrays.copyOf(samples, Math.max(2 * samples.length, count + length));
    }
    System.arraycopy(some, 0, samples, count, length);
    count += length;
  }

  @Override
  public void close() {
    resamplers.values().forEach(BandLimitedResampler::close);
    resamplers.clear();
  }
}
