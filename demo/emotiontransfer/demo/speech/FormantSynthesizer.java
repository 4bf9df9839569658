package emotiontransfer.demo.speech;

import emotiontransfer.demo.speech.GlottalSource.Voice;
import java.util.Random;

/**
 * A source-filter synthesizer of speech: a glottal source through a cascade of formants, with noise
 * of the mouth beside it (Klatt 1980).
 *
 * <p>16 kHz mono. Everything is drawn from the generator passed in and computed with {@link
 * StrictMath}, so that a clip is the same on every machine.
 */
final class FormantSynthesizer {

  /** Samples per second. */
  static final int SAMPLE_RATE = 16000;

  /** Root mean square of the speech in a clip of gain 0 dB, full scale 1. */
  static final double LEVEL = 0.07;

  /** Largest magnitude of a sample. */
  static final double PEAK = 0.97;

  private static final double ROOM_NOISE = 0.0003;
  private static final double F0_LOWEST = 55;
  private static final double F0_HIGHEST = 600;
  private static final double SPEECH_THRESHOLD = 0.1;

  private FormantSynthesizer() {}

  /**
   * Speaks a score.
   *
   * @param score what to play
   * @param speaker whose voice
   * @param style the style that the score was planned with
   * @param random the clip's generator
   * @return samples within -{@link #PEAK} and {@link #PEAK}
   */
  static float[] speak(Score score, Speaker speaker, Style style, Random random) {
    int n = (int) StrictMath.round(score.seconds() * SAMPLE_RATE);
    double[] samples = new double[n];
    GlottalSource source = new GlottalSource(SAMPLE_RATE, random);
    VocalTract tract = new VocalTract(SAMPLE_RATE, speaker.formantScale(), effort(style), random);
    Articulation articulation = new Articulation(score.gestures());
    Voice voice = null;
    for (int i = 0; i < n; i++) {
      if (i % Articulation.FRAME == 0) {
        double t = (double) i / SAMPLE_RATE;
        articulation.moveTo(t);
        tract.tune(articulation);
        voice = voice(score.semitones(t), speaker, style);
      }
      double glottis = source.next(voice, articulation.voicing(), articulation.aspiration());
      samples[i] = tract.next(glottis);
    }
    return recorded(samples, speaker.gain() + style.gain(), random);
  }

  private static Voice voice(double semitones, Speaker speaker, Style style) {
    double f0 = speaker.f0() * StrictMath.pow(2, semitones / 12);
    return new Voice(
        clamp(f0, F0_LOWEST, F0_HIGHEST),
        clamp(speaker.openQuotient() + style.openQuotient(), 0.35, 0.85),
        clamp(speaker.tilt() + style.tilt(), 0, 30),
        clamp(speaker.breath() + style.breath(), -40, -8),
        0.004 + style.jitter(),
        0.03 + style.jitter() * 3);
  }

  /** A soft voice comes with soft hisses: as strong as the voice at about 1.5 kHz. */
  private static double effort(Style style) {
    return GlottalSource.decibels(-style.tilt() / 2);
  }

  /** Brings the speech to its level and adds the noise of a quiet room; never clips. */
  private static float[] recorded(double[] samples, double gain, Random random) {
    double largest = 0;
    for (double sample : samples) {
      largest = StrictMath.max(largest, StrictMath.abs(sample));
    }
    double sum = 0;
    int loud = 0;
    for (double sample : samples) {
      if (StrictMath.abs(sample) > SPEECH_THRESHOLD * largest) {
        sum += sample * sample;
        loud++;
      }
    }
    double rms = StrictMath.sqrt(sum / loud);
    double scale = LEVEL * GlottalSource.decibels(gain) / rms;
    scale = StrictMath.min(scale, (PEAK - 6 * ROOM_NOISE) / largest);
    float[] out = new float[samples.length];
    for (int i = 0; i < out.length; i++) {
      double noise = ROOM_NOISE * random.nextGaussian();
      out[i] = (float) clamp(scale * samples[i] + noise, -PEAK, PEAK);
    }
    return out;
  }

  private static double clamp(double x, double low, double high) {
    return StrictMath.max(low, StrictMath.min(high, x));
  }
}
