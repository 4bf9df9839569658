package emotiontransfer.face;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import emotiontransfer.face.FaceSettings.BeforeFirst;
import emotiontransfer.face.FaceSettings.SeveralFaces;
import emotiontransfer.media.FrameSampling;
import org.junit.Test;

public class FaceSettingsTest {

  private static FaceSettings with(
      int size, double margin, double scale, int neighbours, int min, int max) {
    return new FaceSettings(
        size,
        margin,
        scale,
        neighbours,
        min,
        max,
        true,
        FrameSampling.ALL,
        BeforeFirst.LATER,
        SeveralFaces.PREVIOUS);
  }

  private static void assertRejected(String message, org.junit.function.ThrowingRunnable settings) {
    assertEquals(message, assertThrows(IllegalArgumentException.class, settings).getMessage());
  }

  @Test
  public void numbersOutOfRangeAreNamed() {
    assertRejected("size must be between 1 and 1024, but is 0", () -> with(0, 0, 1.1, 8, 0, 0));
    assertRejected(
        "margin must be above -0.5 and at most 10, but is -0.5",
        () -> with(64, -0.5, 1.1, 8, 0, 0));
    assertRejected("scale must be between 1.01 and 2, but is 1.0", () -> with(64, 0, 1, 8, 0, 0));
    assertRejected(
        "neighbours must be between 1 and 1000, but is 0", () -> with(64, 0, 1.1, 0, 0, 0));
    assertRejected(
        "min-size must be between 0 and 32767, but is -1", () -> with(64, 0, 1.1, 8, -1, 0));
    assertRejected(
        "max-size must be 0 or at least min-size and 24, but is 50",
        () -> with(64, 0, 1.1, 8, 80, 50));
  }

  @Test
  public void smallestFaceIsATwelfthOfTheShorterSideButNotBelowTheCascadesWindow() {
    assertEquals(60, FaceSettings.PAPER.smallest(1280, 720));
    assertEquals(24, FaceSettings.PAPER.smallest(160, 120));
    assertEquals(80, with(64, 0, 1.1, 8, 80, 0).smallest(1280, 720));
    assertEquals(1280, FaceSettings.PAPER.largest(1280, 720));
    assertEquals(300, with(64, 0, 1.1, 8, 0, 300).largest(1280, 720));
  }
}
