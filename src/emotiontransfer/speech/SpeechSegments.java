package emotiontransfer.speech;

import emotiontransfer.data.FloatSegments;
import emotiontransfer.media.AudioDecoder;
import emotiontransfer.media.AudioSink;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.MediaException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Turns a clip into log-mel segments with deltas.
 *
 * <p>A segment has {@code 3 x bands} rows (static, delta, delta-delta; bands rising) of {@code
 * segmentFrames} values. Deltas are taken over the whole clip before it is cut; frames behind the
 * last full segment are left out.
 */
public final class SpeechSegments implements ClipReader {

  private final SpeechSettings settings;
  private final MelFilterBank bank;
  private final ConcurrentLinkedQueue<BandLimitedResampler> idle = new ConcurrentLinkedQueue<>();

  /** Their tables of sines cost as much as the analysis of several frames. */
  private final ConcurrentLinkedQueue<LogMelFrames> idleFrames = new ConcurrentLinkedQueue<>();

  /**
   * Creates a reader.
   *
   * @param settings all numbers
   */
  public SpeechSegments(SpeechSettings settings) {
    this.settings = settings;
    this.bank = new MelFilterBank(settings);
  }

  @Override
  public FloatSegments read(Path file) throws IOException {
    return cut(logMel(file));
  }

  /**
   * Returns the frames of a clip before they are cut into segments.
   *
   * @return logarithm of the energy, {@code [band][frame]}, bands rising
   * @throws IOException if it cannot be read or has no frame; the message names the file
   */
  public float[][] logMel(Path file) throws IOException {
    LogMelFrames frames = frames();
    try (ResamplingSink sink = new ResamplingSink(file, frames)) {
      AudioDecoder.decode(file, settings.maxSeconds(), sink);
      sink.finish();
      if (frames.count() == 0) {
        throw new MediaException(
            file,
            "is shorter than one analysis window of "
                + settings.windowMillis()
                + " ms, so it has no frame");
      }
      return frames.byBand();
    } finally {
      reuse(frames);
    }
  }

  private LogMelFrames frames() {
    LogMelFrames frames = idleFrames.poll();
    return frames == null ? new LogMelFrames(settings, bank) : frames;
  }

  private void reuse(LogMelFrames frames) {
    frames.clear();
    idleFrames.add(frames);
  }

  @Override
  public void release() {
    idleFrames.clear();
    for (BandLimitedResampler resampler = idle.poll(); resampler != null; resampler = idle.poll()) {
      resampler.close();
    }
  }

  private BandLimitedResampler resampler(int fromRate) {
    for (BandLimitedResampler resampler : idle) {
      if (resampler.fromRate() == fromRate && idle.remove(resampler)) {
        return resampler;
      }
    }
    return new BandLimitedResampler(fromRate, settings.sampleRate());
  }

  /**
   * Returns the segments of samples at {@link SpeechSettings#sampleRate()}.
   *
   * @param mono samples, full scale at -1 and 1
   * @return the segments; none where there is not one complete frame
   */
  public FloatSegments read(float[] mono) {
    LogMelFrames frames = frames();
    frames.accept(mono, mono.length);
    FloatSegments segments = cut(frames.byBand());
    reuse(frames);
    return segments;
  }

  /** Cuts {@code [band][frame]} into segments, deltas added. */
  FloatSegments cut(float[][] bands) {
    int frames = bands[0].length;
    int width = settings.segmentFrames();
    int segments = segments(frames);
    int kept = segments == 0 ? 0 : (segments - 1) * settings.stepFrames() + width;
    int rows = SpeechSettings.CHANNELS * bands.length;
    float[] values = new float[Math.multiplyExact(rows, kept)];
    for (int band = 0; band < bands.length; band++) {
      float[] series = bands[band];
      for (int channel = 0; channel < SpeechSettings.CHANNELS; channel++) {
        series = channel == 0 ? series : Deltas.of(series, settings.deltaWidth());
        copy(series, values, (channel * bands.length + band) * kept, kept);
      }
    }
    return new FloatSegments(values, rows, width, kept, settings.stepFrames(), segments);
  }

  private int segments(int frames) {
    if (frames >= settings.segmentFrames()) {
      return (frames - settings.segmentFrames()) / settings.stepFrames() + 1;
    }
    return frames == 0 || settings.shortClip() == ShortClip.DROP ? 0 : 1;
  }

  private void copy(float[] series, float[] values, int start, int kept) {
    int present = Math.min(kept, series.length);
    System.arraycopy(series, 0, values, start, present);
    for (int t = present; t < kept; t++) {
      boolean loop = settings.shortClip() == ShortClip.LOOP;
      values[start + t] = series[loop ? t % series.length : series.length - 1];
    }
  }

  /** Passes samples on at the settings' rate. */
  private final class ResamplingSink implements AudioSink, AutoCloseable {

    private final Path file;
    private final LogMelFrames frames;
    private BandLimitedResampler resampler;

    ResamplingSink(Path file, LogMelFrames frames) {
      this.file = file;
      this.frames = frames;
    }

    @Override
    public void begin(int sampleRate) throws IOException {
      if (sampleRate == settings.sampleRate()) {
        return;
      }
      try {
        resampler = resampler(sampleRate);
        resampler.begin(frames::accept);
      } catch (IllegalArgumentException e) {
        throw new MediaException(file, e.getMessage(), e);
      }
    }

    @Override
    public void accept(float[] mono, int length) {
      if (resampler == null) {
        frames.accept(mono, length);
      } else {
        resampler.accept(mono, length);
      }
    }

    void finish() {
      if (resampler != null) {
        resampler.finish();
      }
    }

    @Override
    public void close() {
      if (resampler != null) {
        idle.add(resampler);
      }
    }
  }
}
