package emotiontransfer.demo.speech;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.Test;

public class FormantSynthesizerTest {

  private static final Sentence SENTENCE = Sentence.parse("ma.'lo.na le.'mi.ra");
  private static final Speaker MAN = new Speaker("m01", 110, 1, 0.56, 6, -40, 1, 0, 1);

  private static Style monotone(double semitones) {
    return new Style(semitones, 0, 0.4, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1);
  }

  private static float[] speak(Speaker speaker, Style style) {
    Random random = new Random(5);
    Score score = Prosody.plan(SENTENCE, speaker, style, random);
    return FormantSynthesizer.speak(score, speaker, style, random);
  }

  private static double pitch(Speaker speaker, Style style) {
    return PitchEstimate.median(PitchEstimate.track(speak(speaker, style), 60, 500));
  }

  /** Energy of the spectrum in a band by direct Fourier sums at 20 Hz steps. */
  private static double energy(float[] x, double from, double to) {
    double sum = 0;
    for (double f = from; f < to; f += 20) {
      double re = 0;
      double im = 0;
      for (int i = 0; i < x.length; i++) {
        double phase = 2 * Math.PI * f * i / FormantSynthesizer.SAMPLE_RATE;
        re += x[i] * Math.cos(phase);
        im += x[i] * Math.sin(phase);
      }
      sum += re * re + im * im;
    }
    return sum;
  }

  @Test
  public void monotoneSpeechHasTheSpeakersPitch() {
    assertEquals(110, pitch(MAN, monotone(0)), 3);
  }

  @Test
  public void anOctaveUpDoublesThePitch() {
    assertEquals(220, pitch(MAN, monotone(12)), 6);
  }

  @Test
  public void aWiderRangeMovesThePitchMore() {
    Style wide = new Style(0, 2, 0.4, 0, 1, 0, 0, 0, 0, 0, 0, 1, 1, 1);
    List<Double> flat = PitchEstimate.track(speak(MAN, monotone(0)), 60, 500);
    List<Double> moved = PitchEstimate.track(speak(MAN, wide), 60, 500);
    assertEquals(0, spread(flat), 4);
    assertTrue("interquartile range " + spread(moved) + " Hz", spread(moved) > 12);
  }

  /** Interquartile range, Hz: an octave error of the estimate here and there does not count. */
  private static double spread(List<Double> hertz) {
    List<Double> sorted = hertz.stream().sorted().toList();
    return sorted.get(3 * sorted.size() / 4) - sorted.get(sorted.size() / 4);
  }

  @Test
  public void tiltTakesEnergyFromTheHighFrequencies() {
    Style soft = new Style(0, 0, 0.4, 0, 1, 0, 10, 0, 0, 0, 0, 1, 1, 1);
    float[] bright = Arrays.copyOf(speak(MAN, monotone(0)), 8000);
    float[] dull = Arrays.copyOf(speak(MAN, soft), 8000);
    double before = energy(bright, 2800, 3200) / energy(bright, 80, 400);
    double after = energy(dull, 2800, 3200) / energy(dull, 80, 400);
    assertEquals(-10, 10 * Math.log10(after / before), 3);
  }

  @Test
  public void doubleRateHalvesTheSpeech() {
    Style fast = new Style(0, 0, 0.4, 0, 2, 0, 0, 0, 0, 0, 0, 1, 1, 1);
    double edges = 2 * 0.08 * FormantSynthesizer.SAMPLE_RATE;
    double slowSpeech = speak(MAN, monotone(0)).length - edges;
    double fastSpeech = speak(MAN, fast).length - edges;
    assertEquals(0.5, fastSpeech / slowSpeech, 0.01);
  }

  @Test
  public void levelFollowsTheGain() {
    Style soft = new Style(0, 0, 0.4, 0, 1, -6, 0, 0, 0, 0, 0, 1, 1, 1);
    double ratio = rms(speak(MAN, soft)) / rms(speak(MAN, monotone(0)));
    assertEquals(Math.pow(10, -6 / 20.0), ratio, 0.01);
  }

  private static double rms(float[] x) {
    double sum = 0;
    for (float v : x) {
      sum += v * v;
    }
    return Math.sqrt(sum / x.length);
  }

  @Test
  public void aShoutIsTurnedDownInsteadOfClipped() {
    Style shout = new Style(0, 0, 0.4, 0, 1, 40, 0, 0, 0, 0, 0, 1, 1, 1);
    int atPeak = 0;
    for (float v : speak(MAN, shout)) {
      assertTrue(Math.abs(v) <= FormantSynthesizer.PEAK);
      atPeak += Math.abs(v) > FormantSynthesizer.PEAK - 1e-4 ? 1 : 0;
    }
    assertTrue("samples at the peak: " + atPeak, atPeak <= 2);
  }

  @Test
  public void theSameSeedSaysTheSame() {
    float[] once = SyntheticCorpus.say(SENTENCE, MAN, Emotion.FEAR, new Random(9));
    float[] again = SyntheticCorpus.say(SENTENCE, MAN, Emotion.FEAR, new Random(9));
    assertArrayEquals(once, again, 0);
    float[] other = SyntheticCorpus.say(SENTENCE, MAN, Emotion.FEAR, new Random(10));
    assertFalse(Arrays.equals(once, other));
  }
}
