package emotiontransfer.face;

import emotiontransfer.data.ByteSegments;
import java.awt.image.BufferedImage;

/** Draws the first crops of a clip side by side. */
public final class CropsPicture {

  private CropsPicture() {}

  /** Draws crops of {@link FaceSegments}, at least one, row by row; the rest is transparent. */
  public static BufferedImage of(ByteSegments crops, int size, int columns, int most) {
    int number = Math.min(most, crops.segments());
    int rows = (number + columns - 1) / columns;
    BufferedImage image =
        new BufferedImage(
            Math.min(columns, number) * size, rows * size, BufferedImage.TYPE_INT_ARGB);
    for (int crop = 0; crop < number; crop++) {
      draw(crops.values(crop), size, image, crop % columns * size, crop / columns * size);
    }
    return image;
  }

  static void draw(byte[] crop, int size, BufferedImage image, int left, int top) {
    int plane = size * size;
    for (int i = 0; i < plane; i++) {
      int red = crop[i] & 0xFF;
      int green = crop[plane + i] & 0xFF;
      int blue = crop[2 * plane + i] & 0xFF;
      int rgb = 0xFF << 24 | red << 16 | green << 8 | blue;
      image.setRGB(left + i % size, top + i / size, rgb);
    }
  }
}
