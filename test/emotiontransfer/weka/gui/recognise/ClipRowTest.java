package emotiontransfer.weka.gui.recognise;

import static org.junit.Assert.assertEquals;

import emotiontransfer.media.MediaException;
import java.nio.file.Path;
import org.junit.Test;

public class ClipRowTest {

  @Test
  public void noteBesideTheFileIsTheReasonAlone() {
    Path file = Path.of("folder", "take 1.wav");
    String sentence = new MediaException(file, "is empty (0 bytes)").getMessage();
    assertEquals("is empty (0 bytes).", ClipRow.unreadable(file, sentence).note());
    String other = "Clip 'other.wav' is empty (0 bytes).";
    assertEquals(other, ClipRow.unreadable(file, other).note());
  }
}
