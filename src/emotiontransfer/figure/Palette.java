package emotiontransfer.figure;

import java.awt.Color;

/**
 * Colours that readers with any colour vision distinguish: the paper's red and blue for kinds, the
 * blue after Okabe and Ito (2008); ColorBrewer's Blues for amounts.
 */
public final class Palette {

  /** Modules and paths that come from a source model. */
  public static final Color SOURCE = new Color(0xC8201E);

  /** Modules and paths that were found on the destination corpus. */
  public static final Color DESTINATION = new Color(0x0072B2);

  // Text and frames, secondary text, frames of what is idle, lines across a chart.
  static final Color INK = new Color(0x222222);
  static final Color FAINT = new Color(0x666666);
  static final Color LINE = new Color(0xB5B5B5);
  static final Color GRID = new Color(0xE0E0E0);

  private static final int[] BLUES = {
    0xF7FBFF, 0xDEEBF7, 0xC6DBEF, 0x9ECAE1, 0x6BAED6, 0x4292C6, 0x2171B5, 0x08519C, 0x08306B
  };

  /** Okabe and Ito (2008) and five darker ones: areas that touch differ in lightness. */
  private static final int[] CATEGORIES = {
    0xD55E00, 0x56B4E9, 0x009E73, 0xF0E442, 0xE69F00, 0x999999, 0x0072B2, 0xCC79A7, 0x661100,
    0x117733, 0x332288, 0x882255, 0x444444
  };

  private Palette() {}

  /** Returns the colour of the area of a class; they are repeated after 13. */
  static Color category(int number) {
    return new Color(CATEGORIES[number % CATEGORIES.length]);
  }

  /** Returns the colour of an amount: near white for 0 or less, dark blue for 1 or more. */
  static Color amount(double fraction) {
    double position = Math.max(0, Math.min(1, fraction)) * (BLUES.length - 1);
    int below = Math.min(BLUES.length - 2, (int) position);
    int rgb = 0;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int from = BLUES[below] >> shift & 255;
      int to = BLUES[below + 1] >> shift & 255;
      rgb |= (int) Math.round(from + (position - below) * (to - from)) << shift;
    }
    return new Color(rgb);
  }

  /** Returns black or white, whichever is legible on a colour. */
  static Color textOn(Color background) {
    double luma =
        0.299 * background.getRed() + 0.587 * background.getGreen() + 0.114 * background.getBlue();
    return luma < 140 ? Color.WHITE : INK;
  }
}
