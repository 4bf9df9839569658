package emotiontransfer.face;

import emotiontransfer.data.ByteSegments;
import java.awt.image.BufferedImage;

/** Draws the first crops of a clip side by side. */
public final class CropsPicture {

  private CropsPicture() {}

  /**
   * Draws crops, row by row.
   *
   * @param crops as {@link FaceSegments} reads them, at least one
   * @param size side of a crop, in pixels
   * @param most at most so many crops are drawn
   * @return a pixel for each pixel of a crop; places without a crop are transparent
   */
  public static BufferedImage of(ByteSegments crops, int size, int columns, int most) {
    int number = Math.min(most, crops.segments());
    int rows = (number + columns - 1) / columns;
    BufferedImage image =
        new BufferedImage(
            Math.min(columns, number) * size, rows * size, BufferedImage.TYPE_INT_ARGB);
    int plane = size * size;
    for (int crop = 0; crop < number; crop++) {
      byte[] values = crops.values(crop);
      for (int i = 0; i < plane; i++) {
        int rgb =
            0xFF000000
                | (values[i] & 0xFF) << 16
                | (values[plane + i] & 0xFF) << 8
                | values[2 * plane + i] & 0xFF;
        int x = crop % columns * size + i % size;
        int y = crop / columns * size + i / size;
        image.setRGB(x, y, rgb);
      }
    }
    return image;
  }
}
