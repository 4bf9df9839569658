package emotiontransfer.speech;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import org.junit.Test;

public class SpeechSettingsTest {

  private static String rejection(int rate, double window, int fft, double low, double high) {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () ->
                new SpeechSettings(
                    rate,
                    window,
                    10,
                    fft,
                    64,
                    low,
                    high,
                    1e-10,
                    2,
                    64,
                    34,
                    ShortClip.REPEAT,
                    LevelNormalization.NONE));
    return e.getMessage();
  }

  @Test
  public void paperHasWindowsOf400SamplesEvery160() {
    assertEquals(400, SpeechSettings.PAPER.windowSamples());
    assertEquals(160, SpeechSettings.PAPER.hopSamples());
  }

  @Test
  public void wrongNumbersAreNamedWithTheirValue() {
    assertEquals(
        "fft must be a power of two of at least 4, but is 500",
        rejection(16000, 25, 500, 20, 8000));
    assertEquals(
        "window of 40.0 ms is 640 samples long, but must have 2 to 512 (fft)",
        rejection(16000, 40, 512, 20, 8000));
    assertEquals(
        "low and high must be ordered and between 0 and half the sampling rate (4000.0 Hz), but"
            + " are 20.0 and 8000.0",
        rejection(8000, 25, 512, 20, 8000));
    assertEquals("sample-rate must be at least 1000, but is 10", rejection(10, 25, 512, 1, 5));
    assertEquals("window must be above 0, but is NaN", rejection(16000, Double.NaN, 512, 20, 8000));
  }
}
