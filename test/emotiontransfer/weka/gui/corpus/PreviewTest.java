package emotiontransfer.weka.gui.corpus;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.SharedData;
import emotiontransfer.corpus.Clip;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.Test;

public class PreviewTest {

  private static final String VIDEO = "data/video/01-01-01-01-01-01-01.mp4";

  private static Clip clip(Path file) {
    String name = file.getFileName().toString();
    return new Clip(file, name, Modality.VIDEO, "ravdess-01", Emotion.NEUTRAL, Map.of());
  }

  @Test
  public void aVideoIsShownByTheFirstCropsOfItsFace() throws Exception {
    Clip clip = clip(SharedData.require(VIDEO));
    Preview.Faces faces = (Preview.Faces) Preview.of(List.of(clip), clip, false);
    assertEquals("four crops of 64 pixels", 256, faces.crops().getWidth());
    assertEquals("three rows of them", 192, faces.crops().getHeight());
    assertTrue(faces.legend(), faces.legend().startsWith("first face crops"));
  }

  @Test
  public void theSoundOfAVideoIsShownWhereItIsWanted() throws Exception {
    Clip clip = clip(SharedData.require(VIDEO));
    Preview.Heard heard = (Preview.Heard) Preview.of(List.of(clip), clip, true);
    assertEquals("kHz (mel)", heard.clip().spectrogram().axis());
    assertEquals(48000, heard.clip().sound().rate());
    assertTrue(heard.legend(), heard.legend().startsWith("log-mel spectrogram: 3."));
  }
}
