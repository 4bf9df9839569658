package emotiontransfer.weka.gui.view;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.media.TestClips;
import emotiontransfer.speech.SpeechSegments;
import emotiontransfer.speech.SpeechSettings;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A clip whose sound and spectrogram come from one decoding. */
public class HeardClipTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private final SpeechSegments reader = new SpeechSegments(SpeechSettings.PAPER);

  private Path tone(double seconds) throws IOException {
    Path file = folder.getRoot().toPath().resolve("tone.wav");
    TestClips.tone(file, 8000, 2, seconds, 400);
    return file;
  }

  @Test
  public void theSoundIsTheFilesAtItsOwnRate() throws Exception {
    Path file = tone(0.5);
    Sound sound = HeardClip.read(reader, file).sound();
    assertEquals(8000, sound.rate());
    assertArrayEquals(Sound.read(file).samples(), sound.samples(), 0);
  }

  @Test
  public void moreThanTenMinutesAreRejectedWhileTheyAreDecoded() throws Exception {
    Sound.Collector collector = new Sound.Collector(tone(0.1));
    collector.begin(1);
    collector.accept(new float[(int) Sound.MOST_SECONDS], (int) Sound.MOST_SECONDS);
    IOException rejection =
        assertThrows(IOException.class, () -> collector.accept(new float[1], 1));
    String sentence = rejection.getMessage();
    assertTrue(sentence, sentence.contains("tone.wav' is longer than the limit of 600.0 s"));
  }
}
