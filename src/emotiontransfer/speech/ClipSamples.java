package emotiontransfer.speech;

import emotiontransfer.media.AudioDecoder;
import emotiontransfer.media.AudioSink;
import emotiontransfer.media.ClipLimits;
import java.io.IOException;
import java.nio.file.Path;
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
  private final SampleBuffer samples = new SampleBuffer();

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
    samples.clear();
    Resampling sink = new Resampling();
    AudioDecoder.decode(file, limits.start(file, (double) Float.BYTES * sampleRate), sink);
    if (sink.resampler != null) {
      sink.resampler.finish();
    }
    return samples.samples();
  }

  /** Collects the samples of one clip. */
  private final class Resampling implements AudioSink {

    private BandLimitedResampler resampler;

    @Override
    public void begin(int clipRate) {
      if (clipRate != sampleRate) {
        resampler =
            resamplers.computeIfAbsent(
                clipRate, rate -> new BandLimitedResampler(rate, sampleRate, samples::add));
        resampler.begin();
      }
    }

    @Override
    public void accept(float[] mono, int length) {
      if (resampler == null) {
        samples.add(mono, length);
      } else {
        resampler.accept(mono, length);
      }
    }
  }

  @Override
  public void close() {
    resamplers.values().forEach(BandLimitedResampler::close);
    resamplers.clear();
  }
}
