package emotiontransfer.demo.speech;

import static emotiontransfer.demo.speech.Emotion.ANGER;
import static emotiontransfer.demo.speech.Emotion.BOREDOM;
import static emotiontransfer.demo.speech.Emotion.DISGUST;
import static emotiontransfer.demo.speech.Emotion.FEAR;
import static emotiontransfer.demo.speech.Emotion.HAPPINESS;
import static emotiontransfer.demo.speech.Emotion.SADNESS;
import static emotiontransfer.demo.speech.Emotion.SURPRISE;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;

/**
 * A corpus of acted emotional speech: every speaker says every sentence in every emotion.
 *
 * @param language what is spoken
 * @param speakers number of speakers, women and men in turn
 * @param emotions acted ones, in order
 * @param sentences number of sentences, taken from the language's beginning
 */
public record SyntheticCorpus(
    Language language, int speakers, List<Emotion> emotions, int sentences) {

  /** The corpus that knowledge is taken from; the six emotions of eNTERFACE'05. */
  public static final SyntheticCorpus SOURCE =
      new SyntheticCorpus(
          Language.NORDAN, 8, List.of(ANGER, DISGUST, FEAR, HAPPINESS, SADNESS, SURPRISE), 5);

  /** The corpus that it is taken to; the six emotions of EMO-DB without neutral speech. */
  public static final SyntheticCorpus DESTINATION =
      new SyntheticCorpus(
          Language.VELUA, 6, List.of(ANGER, BOREDOM, DISGUST, FEAR, HAPPINESS, SADNESS), 3);

  /** Checks that the language has so many sentences. */
  public SyntheticCorpus {
    emotions = List.copyOf(emotions);
    int known = language.sentences().size();
    if (sentences < 1 || sentences > known) {
      throw new IllegalArgumentException(
          "sentences must be 1 to " + known + " in " + language.name() + ", but is " + sentences);
    }
  }

  public String name() {
    return language.name();
  }

  /** Returns the number of clips. */
  public int clips() {
    return speakers * emotions.size() * sentences;
  }

  /**
   * Writes the clips as 16 kHz, 16-bit WAV files {@code FOLDER/speaker/emotion/sNN.wav}.
   *
   * @param folder made where absent
   * @param seed draws speakers and takes
   * @throws IOException if a file cannot be written
   */
  public void write(Path folder, long seed) throws IOException {
    List<Speaker> cast = Speaker.draw(language, speakers, generator(seed, 0));
    int clip = 0;
    for (Speaker speaker : cast) {
      for (Emotion emotion : emotions) {
        Path place =
            Files.createDirectories(folder.resolve(speaker.name()).resolve(emotion.label()));
        for (int s = 0; s < sentences; s++) {
          clip++;
          float[] samples =
              say(language.sentences().get(s), speaker, emotion, generator(seed, clip));
          save(samples, place.resolve(String.format(Locale.ROOT, "s%02d.wav", s + 1)));
        }
      }
    }
  }

  /**
   * Speaks one clip.
   *
   * @param sentence what
   * @param speaker who
   * @param emotion how
   * @param random the clip's generator
   * @return samples within -1 and 1, 16 kHz
   */
  static float[] say(Sentence sentence, Speaker speaker, Emotion emotion, Random random) {
    Style style = emotion.style().rendered(speaker.expressiveness(), random);
    Score score = Prosody.plan(sentence, speaker, style, random);
    return FormantSynthesizer.speak(score, speaker, style, random);
  }

  private Random generator(long seed, int clip) {
    return new Random(31 * (31 * seed + language.name().hashCode()) + 7919L * clip);
  }

  private static void save(float[] samples, Path file) throws IOException {
    byte[] bytes = new byte[2 * samples.length];
    for (int i = 0; i < samples.length; i++) {
      int value = Math.round(samples[i] * Short.MAX_VALUE);
      bytes[2 * i] = (byte) value;
      bytes[2 * i + 1] = (byte) (value >> 8);
    }
    AudioFormat format = new AudioFormat(FormantSynthesizer.SAMPLE_RATE, 16, 1, true, false);
    try (AudioInputStream stream =
        new AudioInputStream(new ByteArrayInputStream(bytes), format, samples.length)) {
      AudioSystem.write(stream, AudioFileFormat.Type.WAVE, file.toFile());
    }
  }
}
