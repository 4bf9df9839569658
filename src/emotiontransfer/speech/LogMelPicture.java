package emotiontransfer.speech;

import java.awt.Color;
import java.awt.image.BufferedImage;

/**
 * Draws log-mel frames as a picture: a pixel per value, time to the right, frequency upwards, the
 * louder the brighter.
 */
public final class LogMelPicture {

  /** Quieter than this below the loudest value is black, in natural logarithms (52 dB). */
  private static final float RANGE = 12;

  /** Matplotlib's "magma" (van der Walt and Smith 2015) at nine places: its lightness is even. */
  private static final int[] MAGMA = {
    0x000004, 0x1C1044, 0x4F127B, 0x812581, 0xB5367A, 0xE55964, 0xFB8861, 0xFEC287, 0xFCFDBF
  };

  private LogMelPicture() {}

  /**
   * Draws frames.
   *
   * @param bands {@code [band][frame]}, bands rising, at least one of each
   * @return as many pixels wide as there are frames, as many high as there are bands
   */
  public static BufferedImage of(float[][] bands) {
    float loudest = Float.NEGATIVE_INFINITY;
    for (float[] band : bands) {
      for (float value : band) {
        loudest = Math.max(loudest, value);
      }
    }
    BufferedImage image =
        new BufferedImage(bands[0].length, bands.length, BufferedImage.TYPE_INT_RGB);
    for (int band = 0; band < bands.length; band++) {
      for (int frame = 0; frame < bands[band].length; frame++) {
        float share = 1 + (bands[band][frame] - loudest) / RANGE;
        image.setRGB(frame, bands.length - 1 - band, colour(share));
      }
    }
    return image;
  }

  private static int colour(float share) {
    float position = Math.max(0, Math.min(1, share)) * (MAGMA.length - 1);
    int below = Math.min(MAGMA.length - 2, (int) position);
    Color dark = new Color(MAGMA[below]);
    Color bright = new Color(MAGMA[below + 1]);
    float part = position - below;
    return Math.round(dark.getRed() + part * (bright.getRed() - dark.getRed())) << 16
        | Math.round(dark.getGreen() + part * (bright.getGreen() - dark.getGreen())) << 8
        | Math.round(dark.getBlue() + part * (bright.getBlue() - dark.getBlue()));
  }
}
