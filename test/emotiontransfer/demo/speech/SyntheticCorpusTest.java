package emotiontransfer.demo.speech;

import static emotiontransfer.demo.WrittenCorpus.assertSame;
import static emotiontransfer.demo.WrittenCorpus.names;
import static emotiontransfer.demo.WrittenCorpus.written;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SyntheticCorpusTest {

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private static final SyntheticCorpus SMALL =
      new SyntheticCorpus(Language.VELUA, 2, List.of(Emotion.ANGER, Emotion.SADNESS), 2);

  @Test
  public void clipsLieInFoldersOfSpeakerAndEmotion() throws Exception {
    Path folder = written(temporary, SMALL::write, 1);
    assertEquals(
        List.of(
            "velua-f01/anger/s01.wav",
            "velua-f01/anger/s02.wav",
            "velua-f01/sadness/s01.wav",
            "velua-f01/sadness/s02.wav",
            "velua-m02/anger/s01.wav",
            "velua-m02/anger/s02.wav",
            "velua-m02/sadness/s01.wav",
            "velua-m02/sadness/s02.wav"),
        names(folder));
    assertEquals(8, SMALL.clips());
  }

  @Test
  public void clipsAreWavAt16KilohertzWith16Bits() throws Exception {
    Path folder = written(temporary, SMALL::write, 1);
    for (String file : names(folder)) {
      try (AudioInputStream stream =
          AudioSystem.getAudioInputStream(folder.resolve(file).toFile())) {
        AudioFormat format = stream.getFormat();
        assertEquals(16000, format.getSampleRate(), 0);
        assertEquals(16, format.getSampleSizeInBits());
        assertEquals(1, format.getChannels());
        double seconds = stream.getFrameLength() / 16000.0;
        assertTrue(file + " lasts " + seconds + " s", seconds > 1 && seconds < 8);
      }
    }
  }

  @Test
  public void theSameSeedWritesTheSameBytes() throws Exception {
    assertSame(written(temporary, SMALL::write, 7), written(temporary, SMALL::write, 7));
  }

  @Test
  public void everyEmotionOfBothCorporaStaysWithinFullScale() {
    for (Emotion emotion : Emotion.values()) {
      for (Speaker speaker : Speaker.draw(Language.VELUA, 2, new Random(3))) {
        Sentence sentence = Language.NORDAN.sentences().get(0);
        for (float v : SyntheticCorpus.say(sentence, speaker, emotion, new Random(4))) {
          assertTrue(Math.abs(v) <= FormantSynthesizer.PEAK);
        }
      }
    }
  }

  /**
   * Murray and Arnott (1993): fear is higher and faster, sadness slower and softer than neutral.
   */
  @Test
  public void emotionsDifferAsTheLiteratureSays() {
    assertTrue(meanPitch(Emotion.FEAR) > 1.2 * meanPitch(Emotion.NEUTRAL));
    assertTrue(meanPitch(Emotion.BOREDOM) < meanPitch(Emotion.NEUTRAL));
    assertTrue(meanSeconds(Emotion.FEAR) < 0.9 * meanSeconds(Emotion.NEUTRAL));
    assertTrue(meanSeconds(Emotion.SADNESS) > 1.15 * meanSeconds(Emotion.NEUTRAL));
  }

  private static List<float[]> takes(Emotion emotion) {
    Speaker man = Speaker.draw(Language.VELUA, 2, new Random(1)).get(1);
    List<float[]> takes = new ArrayList<>();
    for (int take = 0; take < 6; take++) {
      Sentence sentence = Language.VELUA.sentences().get(take % 3);
      takes.add(SyntheticCorpus.say(sentence, man, emotion, new Random(take)));
    }
    return takes;
  }

  private static double meanPitch(Emotion emotion) {
    return takes(emotion).stream()
        .mapToDouble(x -> PitchEstimate.median(PitchEstimate.track(x, 60, 500)))
        .average()
        .orElseThrow();
  }

  private static double meanSeconds(Emotion emotion) {
    return takes(emotion).stream().mapToDouble(x -> x.length / 16000.0).average().orElseThrow();
  }

  @Test
  public void theCastAlternatesWomenAndMenWithDistinctVoices() {
    List<Speaker> cast = Speaker.draw(Language.VELUA, 8, new Random(1));
    assertEquals("velua-f01", cast.get(0).name());
    assertEquals("velua-m08", cast.get(7).name());
    for (int i = 0; i < 8; i += 2) {
      assertTrue(cast.get(i).f0() > 165 && cast.get(i).f0() < 255);
      assertTrue(cast.get(i + 1).f0() > 90 && cast.get(i + 1).f0() < 145);
    }
    assertEquals(8, cast.stream().mapToDouble(Speaker::f0).distinct().count());
  }

  @Test
  public void tooManySentencesAreRejectedWithTheNumberThereIs() {
    IllegalArgumentException error =
        assertThrows(
            IllegalArgumentException.class,
            () -> new SyntheticCorpus(Language.VELUA, 2, List.of(Emotion.FEAR), 6));
    assertEquals("sentences must be 1 to 5 in velua, but is 6", error.getMessage());
  }

  @Test
  public void anUnknownSoundIsRejectedByName() {
    IllegalArgumentException error =
        assertThrows(IllegalArgumentException.class, () -> Sentence.parse("ta.'lQ"));
    assertEquals("no sound has the symbol 'Q'", error.getMessage());
  }
}
