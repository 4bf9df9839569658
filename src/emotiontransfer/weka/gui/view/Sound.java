package emotiontransfer.weka.gui.view;

import emotiontransfer.media.AudioDecoder;
import emotiontransfer.media.AudioSink;
import emotiontransfer.media.ClipBudget;
import emotiontransfer.media.ClipLimits;
import emotiontransfer.speech.SampleBuffer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.sound.sampled.AudioFormat;

/**
 * The sound of a clip, its channels mixed.
 *
 * @param samples full scale at -1 and 1
 * @param rate samples a second
 */
public record Sound(float[] samples, int rate) {

  /** The longest sound that is shown, in seconds. */
  public static final double MOST_SECONDS = 600;

  private static final ClipLimits LIMITS =
      new ClipLimits(
          MOST_SECONDS,
          ClipLimits.DEFAULT.pixels(),
          ClipLimits.DEFAULT.bytes(),
          ClipLimits.DEFAULT.time(),
          ClipLimits.DEFAULT.formats());

  private static final int BITS = 16;
  private static final int FULL_SCALE = 1 << 15;

  /** Below this fraction of the peak, 30 dB, nobody speaks. */
  private static final double PAUSE = 0.03;

  /** So much is kept before the first loud sample and behind the last, in seconds. */
  private static final double MARGIN = 0.05;

  /** Silence that is longer, in seconds, is none of the speech. */
  private static final double LONG = 0.3;

  private static final double QUIET = 0.01;
  private static final double FULL = 0.999;
  private static final double CLIPPED = 0.001;

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read or is longer than 10 minutes
   */
  public static Sound read(Path file) throws IOException {
    Collector collector = new Collector(file);
    AudioDecoder.decode(file, LIMITS.start(file, 0), collector);
    return collector.sound();
  }

  /** Makes a sound of the samples of a file, up to 10 minutes. */
  static final class Collector implements AudioSink {

    private final SampleBuffer samples = new SampleBuffer();
    private final ClipBudget budget;
    private int rate;
    private long count;

    Collector(Path file) {
      budget = LIMITS.start(file, 0);
    }

    @Override
    public void begin(int sampleRate) {
      rate = sampleRate;
    }

    @Override
    public void accept(float[] mono, int length) throws IOException {
      count += length;
      budget.requireSeconds((double) count / rate);
      samples.add(mono, length);
    }

    Sound sound() {
      return new Sound(samples.samples(), rate);
    }
  }

  public double seconds() {
    return (double) samples.length / rate;
  }

  /** Returns what of the level makes a decision doubtful, in a few words each. */
  public List<String> doubts() {
    double peak = peak();
    long full = 0;
    for (float sample : samples) {
      full += Math.abs(sample) >= FULL ? 1 : 0;
    }
    List<String> doubts = new ArrayList<>();
    if (peak > 0 && peak < QUIET) {
      doubts.add(String.format(Locale.ROOT, "very quiet, peak %.0f dBFS", 20 * Math.log10(peak)));
    }
    if (full > CLIPPED * samples.length) {
      doubts.add(
          String.format(
              Locale.ROOT, "clipped, %.1f %% of it at full scale", 100.0 * full / samples.length));
    }
    double before = (double) firstLoud(peak) / rate;
    double behind = (double) (samples.length - 1 - lastLoud(peak)) / rate;
    if (peak > 0 && (before > LONG || behind > LONG)) {
      doubts.add(
          String.format(
              Locale.ROOT, "silence: %.1f s before the speech, %.1f s behind", before, behind));
    }
    return doubts;
  }

  private int firstLoud(double peak) {
    int at = 0;
    while (at < samples.length - 1 && Math.abs(samples[at]) <= PAUSE * peak) {
      at++;
    }
    return at;
  }

  private int lastLoud(double peak) {
    int at = samples.length - 1;
    while (at > 0 && Math.abs(samples[at]) <= PAUSE * peak) {
      at--;
    }
    return at;
  }

  private double peak() {
    double peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    return peak;
  }

  /** Returns this sound without the silence before and behind what is louder. */
  public Sound trimmed() {
    int margin = (int) (MARGIN * rate);
    int from = Math.max(0, firstLoud(peak()) - margin);
    int to = Math.min(samples.length, lastLoud(peak()) + 1 + margin);
    return new Sound(Arrays.copyOfRange(samples, from, to), rate);
  }

  /** Returns the format of {@link #pcm()}. */
  public AudioFormat format() {
    return new AudioFormat(rate, BITS, 1, true, false);
  }

  /** Returns the samples as whole numbers of 16 bits, low byte first. */
  public byte[] pcm() {
    ByteBuffer bytes =
        ByteBuffer.allocate(Short.BYTES * samples.length).order(ByteOrder.LITTLE_ENDIAN);
    for (float sample : samples) {
      int value = Math.round(sample * FULL_SCALE);
      bytes.putShort((short) Math.max(Short.MIN_VALUE, Math.min(Short.MAX_VALUE, value)));
    }
    return bytes.array();
  }
}
