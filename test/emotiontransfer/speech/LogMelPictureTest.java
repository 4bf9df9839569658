package emotiontransfer.speech;

import static org.junit.Assert.assertEquals;

import java.awt.image.BufferedImage;
import org.junit.Test;

public class LogMelPictureTest {

  private static final int BLACKEST = 0xFF000004;
  private static final int BRIGHTEST = 0xFFFCFDBF;
  private static final int MIDDLE = 0xFFB5367A;

  @Test
  public void timeRunsToTheRightAndFrequencyUpwards() {
    float[][] bands = {{-30, 0, -30}, {-30, -30, -6}};
    BufferedImage image = LogMelPicture.of(bands);
    assertEquals(3, image.getWidth());
    assertEquals(2, image.getHeight());
    assertEquals("low band, second frame", BRIGHTEST, image.getRGB(1, 1));
    assertEquals("half of 12 below the loudest", MIDDLE, image.getRGB(2, 0));
    assertEquals(BLACKEST, image.getRGB(0, 0));
    assertEquals(BLACKEST, image.getRGB(1, 0));
  }

  @Test
  public void frequenciesStandAsFarUpAsTheirMels() {
    assertEquals(0, LogMelPicture.height(20, SpeechSettings.PAPER), 1e-12);
    assertEquals(1, LogMelPicture.height(8000, SpeechSettings.PAPER), 1e-12);
    // 1000 Hz are 999.99 mel of 31.75 to 2840.02.
    assertEquals(0.3448, LogMelPicture.height(1000, SpeechSettings.PAPER), 1e-4);
  }

  @Test
  public void onlyDifferencesCount() {
    assertEquals("silence", BLACKEST, LogMelPicture.of(new float[][] {{-23}}).getRGB(0, 0));
    assertEquals(BRIGHTEST, LogMelPicture.of(new float[][] {{100, 88}}).getRGB(0, 0));
    assertEquals(BLACKEST, LogMelPicture.of(new float[][] {{100, 88}}).getRGB(1, 0));
  }
}
