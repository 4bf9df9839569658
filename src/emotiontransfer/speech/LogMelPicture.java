package emotiontransfer.speech;

import java.awt.image.BufferedImage;

/** Draws log-mel frames: time to the right, frequency upwards, the louder the brighter. */
public final class LogMelPicture {

  /** Quieter than this below the loudest value is black, in natural logarithms (52 dB). */
  private static final float RANGE = 12;

  /** Matplotlib's "magma" (van der Walt and Smith 2015) at nine places: its lightness is even. */
  private static final int[] MAGMA = {
    0x000004, 0x1C1044, 0x4F127B, 0x812581, 0xB5367A, 0xE55964, 0xFB8861, 0xFEC287, 0xFCFDBF
  };

  private LogMelPicture() {}

  /** Draws {@code [band][frame]}, bands rising, at least one of each: a pixel for each value. */
  public static BufferedImage of(float[][] bands) {
    float loudest = Float.NEGATIVE_INFINITY;
    float quietest = Float.POSITIVE_INFINITY;
    for (float[] band : bands) {
      for (float value : band) {
        loudest = Math.max(loudest, value);
        quietest = Math.min(quietest, value);
      }
    }
    // Silence has one value throughout, and is black.
    float brightest = loudest > quietest ? loudest : loudest + RANGE;
    int height = bands.length;
    BufferedImage image = new BufferedImage(bands[0].length, height, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < height; y++) {
      float[] band = bands[height - 1 - y];
      for (int frame = 0; frame < band.length; frame++) {
        image.setRGB(frame, y, colour(1 + (band[frame] - brightest) / RANGE));
      }
    }
    return image;
  }

  /**
   * Returns where a frequency stands between the lower edge of the picture, 0, and the upper, 1.
   */
  public static double height(double hertz, SpeechSettings settings) {
    double low = MelFilterBank.mel(settings.lowHertz());
    double high = MelFilterBank.mel(settings.highHertz());
    return (MelFilterBank.mel(hertz) - low) / (high - low);
  }

  private static int colour(float brightness) {
    float position = Math.max(0, Math.min(1, brightness)) * (MAGMA.length - 1);
    int below = Math.min(MAGMA.length - 2, (int) position);
    int colour = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int dark = MAGMA[below] >> shift & 0xFF;
      int bright = MAGMA[below + 1] >> shift & 0xFF;
      colour |= Math.round(dark + (position - below) * (bright - dark)) << shift;
    }
    return colour;
  }
}
