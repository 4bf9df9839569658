package emotiontransfer.face;

import static org.junit.Assert.assertEquals;

import emotiontransfer.data.ByteSegments;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.Test;

public class CropsPictureTest {

  /** A crop of 2 x 2 pixels of one colour, but for the red part of its last pixel. */
  private static byte[] crop(int red, int green, int blue, int lastRed) {
    byte r = (byte) red;
    byte g = (byte) green;
    byte b = (byte) blue;
    return new byte[] {r, r, r, (byte) lastRed, g, g, g, g, b, b, b, b};
  }

  @Test
  public void cropsStandSideBySideInTheirColours() {
    ByteSegments crops =
        new ByteSegments(
            List.of(crop(255, 1, 2, 9), crop(3, 250, 4, 3), crop(5, 6, 251, 5), crop(7, 7, 7, 7)));
    BufferedImage image = CropsPicture.of(crops, 2, 2, 3);
    assertEquals(4, image.getWidth());
    assertEquals(4, image.getHeight());
    assertEquals(0xFFFF0102, image.getRGB(0, 0));
    assertEquals("last pixel of the first crop", 0xFF090102, image.getRGB(1, 1));
    assertEquals(0xFF03FA04, image.getRGB(2, 0));
    assertEquals(0xFF0506FB, image.getRGB(0, 2));
    assertEquals("the fourth crop is one too many", 0, image.getRGB(3, 3));
  }

  @Test
  public void aSingleCropTakesNoMoreRoomThanItNeeds() {
    BufferedImage image = CropsPicture.of(new ByteSegments(List.of(crop(1, 1, 1, 1))), 2, 4, 12);
    assertEquals(2, image.getWidth());
    assertEquals(2, image.getHeight());
  }
}
