package emotiontransfer.face;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;

import emotiontransfer.media.Natives;
import java.awt.Rectangle;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.Before;
import org.junit.Test;

public class FaceCropperTest {

  private Mat picture;

  /** A picture of 8 x 4 pixels: blue is 10 times the column, green 20 times the row, red 200. */
  @Before
  public void paint() {
    Natives.loadOpenCv();
    picture = new Mat(4, 8, opencv_core.CV_8UC3);
    for (int y = 0; y < 4; y++) {
      for (int x = 0; x < 8; x++) {
        picture.ptr(y, x).put((byte) (10 * x), (byte) (20 * y), (byte) 200);
      }
    }
  }

  private int[] crop(double margin, int side, Rectangle box) {
    try (FaceCropper cropper = new FaceCropper(margin, side)) {
      byte[] crop = cropper.crop(picture, box);
      int[] values = new int[crop.length];
      for (int i = 0; i < crop.length; i++) {
        values[i] = crop[i] & 0xFF;
      }
      return values;
    }
  }

  @Test
  public void planesAreRedGreenAndBlueRowByRow() {
    assertArrayEquals(
        new int[] {200, 200, 200, 200, 20, 20, 40, 40, 30, 40, 30, 40},
        crop(0, 2, new Rectangle(3, 1, 2, 2)));
  }

  @Test
  public void shrinkingAveragesAreas() {
    int[] crop = crop(0, 2, new Rectangle(0, 0, 4, 4));
    assertArrayEquals(new int[] {200, 200, 200, 200, 10, 10, 50, 50, 5, 25, 5, 25}, crop);
  }

  @Test
  public void marginTakesInTheSurroundings() {
    assertArrayEquals(
        crop(0, 2, new Rectangle(1, 0, 4, 4)), crop(0.5, 2, new Rectangle(2, 1, 2, 2)));
    assertArrayEquals(
        "a negative one cuts off",
        crop(0, 1, new Rectangle(1, 1, 2, 2)),
        crop(-0.25, 1, new Rectangle(0, 0, 4, 4)));
  }

  @Test
  public void marginBeyondTheFrameRepeatsItsEdge() {
    int[] crop = crop(0.5, 4, new Rectangle(0, 0, 2, 2));
    assertEquals("green of the first two rows", 0, crop[16]);
    assertEquals(0, crop[20]);
    assertEquals(20, crop[24]);
    assertEquals(40, crop[28]);
    assertArrayEquals(
        "blue of the first row",
        new int[] {0, 0, 10, 20},
        java.util.Arrays.copyOfRange(crop, 32, 36));
  }
}
