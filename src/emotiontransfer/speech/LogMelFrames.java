package emotiontransfer.speech;

import be.tarsos.dsp.util.fft.HammingWindow;
import emotiontransfer.media.AudioSink;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Log-mel frames of one clip, computed while its samples arrive. It is kept for further clips:
 * tables of sines cost as much as the analysis of several frames, a resampler's filter more than
 * the resampling of a clip.
 *
 * <p>A frame is a window of samples (no padding at the clip's ends), multiplied by a symmetric
 * Hamming window, padded with zeros to the FFT's size. A band is {@code ln(energy + floor)} of the
 * power {@code |X|^2}.
 *
 * <p>From TarsosDSP come the window, {@code 0.54 - 0.46 cos(2 pi i / (n - 1))} as floats, and the
 * FFT inside of {@link PowerSpectrum}.
 */
final class LogMelFrames implements AudioSink, AutoCloseable {

  private final SpeechSettings settings;
  private final Map<Integer, BandLimitedResampler> resamplers = new HashMap<>();
  private final PowerSpectrum transform;
  private final float[] window;
  private final MelFilterBank bank;
  private final float[] pending;
  private final float[] padded;
  private final float[] power;
  private final List<float[]> frames = new ArrayList<>();
  private BandLimitedResampler resampler;
  private int pendingCount;
  private int toSkip;
  private boolean finite = true;

  LogMelFrames(SpeechSettings settings, MelFilterBank bank) {
    this.settings = settings;
    this.transform = new PowerSpectrum(settings.fftSize());
    this.window = new HammingWindow().generateCurve(settings.windowSamples());
    this.bank = bank;
    this.pending = new float[window.length];
    this.padded = new float[settings.fftSize()];
    this.power = new float[settings.fftSize() / 2 + 1];
  }

  @Override
  public void begin(int clipRate) {
    resampler = null;
    int sampleRate = settings.sampleRate();
    if (clipRate != sampleRate) {
      resampler =
          resamplers.computeIfAbsent(
              clipRate, rate -> new BandLimitedResampler(rate, sampleRate, this::add));
      resampler.begin();
    }
  }

  @Override
  public void accept(float[] samples, int length) {
    if (resampler == null) {
      add(samples, length);
    } else {
      resampler.accept(samples, length);
    }
  }

  /** Takes the samples that wait inside of the resampler. */
  void finish() {
    if (resampler != null) {
      resampler.finish();
    }
  }

  private void add(float[] samples, int length) {
    int done = 0;
    while (done < length) {
      int skip = Math.min(toSkip, length - done);
      toSkip -= skip;
      done += skip;
      int part = Math.min(pending.length - pendingCount, length - done);
      System.arraycopy(samples, done, pending, pendingCount, part);
      pendingCount += part;
      done += part;
      if (pendingCount == pending.length) {
        addFrame();
        int hop = settings.hopSamples();
        toSkip = Math.max(0, hop - pending.length);
        pendingCount = Math.max(0, pending.length - hop);
        System.arraycopy(pending, pending.length - pendingCount, pending, 0, pendingCount);
      }
    }
  }

  private void addFrame() {
    for (int i = 0; i < window.length; i++) {
      padded[i] = pending[i] * window[i];
    }
    Arrays.fill(padded, window.length, padded.length, 0f);
    transform.of(padded, power);
    float[] frame = new float[bank.bands()];
    for (int band = 0; band < frame.length; band++) {
      frame[band] = (float) Math.log(bank.energy(power, band) + settings.floor());
      finite &= Float.isFinite(frame[band]);
    }
    frames.add(frame);
  }

  /** Forgets the clip, for the next one. */
  void clear() {
    frames.clear();
    finite = true;
    pendingCount = 0;
    toSkip = 0;
  }

  /** Returns whether each value is a number that is not infinite. */
  boolean isFinite() {
    return finite;
  }

  /** Returns the number of complete frames. */
  int count() {
    return frames.size();
  }

  /** Returns the frames by band: {@code [band][frame]}. */
  float[][] byBand() {
    float[][] table = new float[bank.bands()][frames.size()];
    for (int t = 0; t < frames.size(); t++) {
      float[] frame = frames.get(t);
      for (int band = 0; band < table.length; band++) {
        table[band][t] = frame[band];
      }
    }
    return table;
  }

  @Override
  public void close() {
    resamplers.values().forEach(BandLimitedResampler::close);
    resamplers.clear();
  }
}
