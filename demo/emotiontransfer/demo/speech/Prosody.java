package emotiontransfer.demo.speech;

import emotiontransfer.demo.speech.Phone.Manner;
import emotiontransfer.demo.speech.Phone.Noise;
import emotiontransfer.demo.speech.Score.Accent;
import emotiontransfer.demo.speech.Score.Gesture;
import emotiontransfer.demo.speech.Score.Melody;
import emotiontransfer.demo.speech.Sentence.Syllable;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Turns a sentence into a score: durations, pauses, vocal-tract postures and melody. */
final class Prosody {

  /** Seconds of a stop's burst. */
  private static final double BURST = 0.012;

  /** Seconds before the first and after the last sound. */
  private static final double EDGE_SILENCE = 0.08;

  /** The vocal tract at rest, silent. */
  private static final Gesture SCHWA = new Gesture(0, 0, 490, 1400, 2450, 0, 0, Noise.NONE, false);

  private final Style style;
  private final Random random;
  private final double tempo;
  private final List<Gesture> gestures = new ArrayList<>();
  private final List<Accent> accents = new ArrayList<>();
  private double now;

  private Prosody(Speaker speaker, Style style, Random random) {
    this.style = style;
    this.random = random;
    this.tempo = speaker.rate() * style.rate();
  }

  /**
   * Plans one clip.
   *
   * @param sentence what is said
   * @param speaker who says it
   * @param style how, already rendered for this clip
   * @param random the clip's generator
   * @return the score
   */
  static Score plan(Sentence sentence, Speaker speaker, Style style, Random random) {
    return new Prosody(speaker, style, random).plan(sentence);
  }

  private Score plan(Sentence sentence) {
    silence(EDGE_SILENCE);
    double begin = now;
    double finalStart = now;
    List<Syllable> syllables = sentence.syllables();
    for (int i = 0; i < syllables.size(); i++) {
      Syllable syllable = syllables.get(i);
      boolean last = i == syllables.size() - 1;
      if (last) {
        finalStart = now;
      }
      say(syllable);
      if (syllable.endsPhrase() && !last) {
        silence(0.12 * style.pause() / tempo);
      }
    }
    double end = now;
    silence(EDGE_SILENCE);
    Melody melody =
        new Melody(
            style.pitch(),
            3.5 * style.range(),
            style.finalMove(),
            finalStart,
            begin,
            end,
            style.tremor());
    return new Score(gestures, accents, melody);
  }

  private void say(Syllable syllable) {
    for (Phone phone : syllable.phones()) {
      double stretch = syllable.stressed() ? 1.3 : 1;
      stretch *= syllable.endsPhrase() && phone.isVowel() ? 1.35 : 1;
      stretch *= StrictMath.exp(0.08 * random.nextGaussian());
      double seconds = phone.milliseconds() / 1000 * stretch / tempo;
      if (syllable.stressed() && phone.isVowel()) {
        accent(now + seconds / 2);
      }
      sound(phone, seconds, syllable.stressed());
    }
  }

  private void accent(double time) {
    double height = 3.5 * style.range() * StrictMath.exp(0.2 * random.nextGaussian());
    accents.add(new Accent(time, height, (0.26 - 0.16 * style.sharpness()) / tempo));
  }

  private void sound(Phone phone, double seconds, boolean stressed) {
    if (phone.manner() == Manner.STOP) {
      stop(phone, seconds);
      return;
    }
    double reach = phone.isVowel() ? style.articulation() : 1;
    double f1 = toward(SCHWA.f1(), phone.f1(), reach) * (phone.isVowel() ? style.jaw() : 1);
    double f2 = toward(SCHWA.f2(), phone.f2(), reach);
    double voicing =
        switch (phone.manner()) {
          case VOWEL -> stressed ? 1 : 0.75;
          case NASAL -> 0.55;
          case APPROXIMANT -> 0.6;
          case FRICATIVE -> phone.voiced() ? 0.35 : 0;
          case STOP, BREATH -> 0;
        };
    double aspiration = phone.manner() == Manner.BREATH ? 0.12 : 0;
    boolean nasal = phone.manner() == Manner.NASAL;
    add(seconds, new Gesture(0, 0, f1, f2, phone.f3(), voicing, aspiration, phone.noise(), nasal));
  }

  /** A stop is silence or a voice bar, a burst, and for a voiceless one a breath. */
  private void stop(Phone phone, double seconds) {
    double bar = phone.voiced() ? 0.12 : 0;
    double release = phone.voiced() ? 0 : 0.3 * seconds;
    double closure = StrictMath.max(0.02, seconds - BURST - release);
    add(closure, posture(phone, bar, 0, Noise.NONE));
    add(BURST, posture(phone, bar, 0, phone.noise()));
    if (release > 0) {
      add(release, posture(phone, 0, 0.08, Noise.NONE));
    }
  }

  private static Gesture posture(Phone phone, double voicing, double aspiration, Noise noise) {
    return new Gesture(0, 0, phone.f1(), phone.f2(), phone.f3(), voicing, aspiration, noise, false);
  }

  private void silence(double seconds) {
    add(seconds, SCHWA);
  }

  private void add(double seconds, Gesture g) {
    gestures.add(
        new Gesture(
            now,
            now + seconds,
            g.f1(),
            g.f2(),
            g.f3(),
            g.voicing(),
            g.aspiration(),
            g.noise(),
            g.nasal()));
    now += seconds;
  }

  private static double toward(double centre, double target, double reach) {
    return centre + reach * (target - centre);
  }
}
