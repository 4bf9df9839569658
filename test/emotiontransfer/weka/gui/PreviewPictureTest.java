package emotiontransfer.weka.gui;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.SharedData;
import emotiontransfer.corpus.Clip;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import java.nio.file.Path;
import java.util.Map;
import org.junit.Test;

public class PreviewPictureTest {

  private static final String VIDEO = "data/video/01-01-01-01-01-01-01.mp4";

  private static Clip clip(Path file, Modality modality) {
    return new Clip(
        file, file.getFileName().toString(), modality, "ravdess-01", Emotion.NEUTRAL, Map.of());
  }

  @Test
  public void aVideoIsShownByTheFirstCropsOfItsFace() throws Exception {
    Clip clip = clip(SharedData.require(VIDEO), Modality.VIDEO);
    PreviewPicture picture = PreviewPicture.of(clip, false);
    assertEquals("four crops of 64 pixels", 256, picture.image().getWidth());
    assertEquals("three rows of them", 0.75, picture.ratio(), 0);
    assertTrue(picture.legend(), picture.legend().startsWith("first face crops"));
  }

  @Test
  public void theSoundOfAVideoIsShownWhereItIsWanted() throws Exception {
    Clip clip = clip(SharedData.require(VIDEO), Modality.VIDEO);
    PreviewPicture picture = PreviewPicture.of(clip, true);
    assertEquals("bands", 64, picture.image().getHeight());
    assertTrue(picture.legend(), picture.legend().startsWith("log-mel spectrogram: 3."));
  }
}
