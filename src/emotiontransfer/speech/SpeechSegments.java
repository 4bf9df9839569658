package emotiontransfer.speech;

import emotiontransfer.data.FloatSegments;
import emotiontransfer.media.AudioDecoder;
import emotiontransfer.media.AudioSink;
import emotiontransfer.media.ClipBudget;
import emotiontransfer.media.ClipLimits;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.ClipRemark;
import emotiontransfer.media.ClipRemark.Kind;
import emotiontransfer.media.MediaException;
import emotiontransfer.media.format.SoundSummary;
import emotiontransfer.numeric.HeapCheck;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.commons.lang3.Validate;

/**
 * Turns a clip into log-mel segments with deltas.
 *
 * <p>A segment has {@code 3 x bands} rows (static, delta, delta-delta; bands rising) of {@code
 * segmentFrames} values. Deltas are taken over the whole clip before it is cut; frames behind the
 * last full segment are left out. The level that is subtracted from static values is one number of
 * a clip, so that its overlapping segments still show the same frames.
 */
public final class SpeechSegments implements ClipReader {

  /** Of a point: the frame, its spectrum, and the tables of the transform. */
  private static final int FFT_BYTES = 16;

  private final SpeechSettings settings;
  private final ClipLimits limits;
  private final MelFilterBank bank;
  private final ConcurrentLinkedQueue<LogMelFrames> idle = new ConcurrentLinkedQueue<>();
  private final Map<Path, Set<ClipRemark>> remarks = new ConcurrentHashMap<>();

  /** Creates a reader with the default limits of a clip. */
  public SpeechSegments(SpeechSettings settings) {
    this(settings, ClipLimits.DEFAULT);
  }

  public SpeechSegments(SpeechSettings settings, ClipLimits limits) {
    double frames = limits.seconds() * 1000 / settings.hopMillis();
    Validate.isTrue(
        settings.deltaWidth() <= Math.max(2, frames),
        "delta-width must be at most %s, the frames of the longest clip (max-seconds), but is %s",
        (long) frames,
        settings.deltaWidth());
    HeapCheck.require((double) FFT_BYTES * settings.fftSize(), "-fft " + settings.fftSize());
    this.settings = settings;
    this.limits = limits;
    this.bank = new MelFilterBank(settings);
  }

  public SpeechSettings settings() {
    return settings;
  }

  @Override
  public FloatSegments read(Path file) throws IOException {
    return cut(logMel(file, AudioSink.NOWHERE));
  }

  /**
   * Returns the frames of a clip before they are cut into segments: logarithms of the energy,
   * {@code [band][frame]}, bands rising.
   *
   * @param listener takes the samples, too, as they are decoded
   * @throws IOException if it cannot be read, has no frame, or has samples so large that their
   *     power is infinite; the message names the file
   */
  public float[][] logMel(Path file, AudioSink listener) throws IOException {
    LogMelFrames frames = frames();
    try {
      ClipBudget budget = limits.start(file, settings.bytesPerSecond()).collecting();
      SoundSummary sound = AudioDecoder.decode(file, budget, frames.and(listener));
      frames.finish();
      if (frames.count() == 0) {
        throw new MediaException(
            file,
            "is shorter than one analysis window of %s ms, so it has no frame"
                .formatted(settings.windowMillis()));
      }
      if (!frames.isFinite()) {
        throw new MediaException(
            file,
            String.format(
                Locale.ROOT,
                "has samples up to %.3g times full scale, whose power is no finite number; export"
                    + " it again",
                sound.peak()));
      }
      note(file, sound);
      budget.shortfall().ifPresent(detail -> note(file, Kind.CUT_SHORT, detail));
      return frames.byBand();
    } finally {
      reuse(frames);
    }
  }

  private void note(Path file, SoundSummary sound) {
    if (sound.isSilent()) {
      note(file, Kind.SILENT, "");
    }
    if (sound.isCancelled()) {
      note(file, Kind.CANCELLED, "");
    }
    if (sound.isOverloaded()) {
      note(file, Kind.OVERLOADED, String.format(Locale.ROOT, "peak %.1f", sound.peak()));
    }
    if (sound.sampleRate() < 2 * settings.highHertz()) {
      note(file, Kind.NARROW_BAND, sound.sampleRate() + " Hz");
    }
  }

  private void note(Path file, Kind kind, String detail) {
    remarks
        .computeIfAbsent(file, clip -> ConcurrentHashMap.newKeySet())
        .add(new ClipRemark(file, kind, detail));
  }

  @Override
  public List<ClipRemark> remarks() {
    return remarks.values().stream().flatMap(Set::stream).toList();
  }

  @Override
  public List<ClipRemark> remarks(Path clip) {
    return List.copyOf(remarks.getOrDefault(clip, Set.of()));
  }

  /**
   * Returns the segments of samples at {@link SpeechSettings#sampleRate()}, full scale at -1 and 1;
   * none where there is not one complete frame.
   */
  public FloatSegments read(float[] mono) {
    LogMelFrames frames = frames();
    frames.begin(settings.sampleRate());
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
    if (settings.level() == LevelNormalization.CLIP) {
      subtractLevel(values, bands.length, kept, Math.min(kept, frames));
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
    boolean loop = settings.shortClip() == ShortClip.LOOP;
    for (int t = present; t < kept; t++) {
      values[start + t] = series[loop ? t % series.length : series.length - 1];
    }
  }

  /** Subtracts the mean static value; frames that a short clip repeats count once. */
  private static void subtractLevel(float[] values, int bands, int kept, int counted) {
    double sum = 0;
    for (int band = 0; band < bands; band++) {
      for (int t = 0; t < counted; t++) {
        sum += values[band * kept + t];
      }
    }
    double level = sum / ((double) bands * counted);
    for (int i = 0; i < bands * kept; i++) {
      values[i] = (float) (values[i] - level);
    }
  }

  private LogMelFrames frames() {
    return Objects.requireNonNullElseGet(idle.poll(), () -> new LogMelFrames(settings, bank));
  }

  private void reuse(LogMelFrames frames) {
    frames.clear();
    idle.add(frames);
  }

  @Override
  public void release() {
    for (LogMelFrames frames = idle.poll(); frames != null; frames = idle.poll()) {
      frames.close();
    }
  }
}
