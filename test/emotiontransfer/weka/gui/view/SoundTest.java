package emotiontransfer.weka.gui.view;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import emotiontransfer.media.TestClips;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class SoundTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private static List<String> doubts(float... samples) {
    return new Sound(samples, 16000).doubts();
  }

  @Test
  public void readsTheSamplesOfAFile() throws Exception {
    Path file = folder.getRoot().toPath().resolve("a.wav");
    TestClips.pcm16(file, 8000, 2, (short) 16384, (short) 0, (short) -16384, (short) -16384);
    Sound sound = Sound.read(file);
    assertEquals(8000, sound.rate());
    assertArrayEquals(new float[] {0.25f, -0.5f}, sound.samples(), 0);
    assertEquals(2 / 8000.0, sound.seconds(), 1e-12);
    assertArrayEquals(new byte[] {0, 0x20, 0, (byte) 0xC0}, sound.pcm());
  }

  @Test
  public void sayWhenASoundIsVeryQuietOrClipped() {
    assertEquals(List.of(), doubts(0.5f, -0.4f));
    assertEquals(List.of("very quiet, peak -46 dBFS"), doubts(0.005f, 0));
    assertEquals(List.of("clipped, 50.0 % of it at full scale"), doubts(1, 0.5f));
    assertEquals("silence is remarked by the reader", List.of(), doubts(0, 0));
  }

  @Test
  public void silenceAroundTheSpeechIsReportedAndCutOff() {
    float[] samples = new float[16000];
    Arrays.fill(samples, 8000, 12000, 0.5f);
    assertEquals(List.of("silence: 0.5 s before the speech, 0.3 s behind"), doubts(samples));
    Sound trimmed = new Sound(samples, 16000).trimmed();
    assertEquals("a twentieth of a second stays", 4000 + 2 * 800, trimmed.samples().length);
    assertEquals(0, trimmed.samples()[799], 0);
    assertEquals(0.5f, trimmed.samples()[800], 0);
  }

  @Test
  public void aFileWithoutSoundIsRejected() {
    Path none = folder.getRoot().toPath().resolve("none.wav");
    assertThrows(IOException.class, () -> Sound.read(none));
  }
}
