package emotiontransfer.pathnet.network;

import org.apache.commons.lang3.Validate;

/**
 * The windows over neighbouring frames, or over neighbouring pixels of each frame, that modules of
 * a kind see.
 *
 * @param width frames in a window, or pixels of one of its sides; odd
 * @param dilation distance between two of them
 * @param normalized whether outputs are normalised over the mini-batch before their rectification
 * @param spatial whether windows are squares of pixels
 */
public record Kernel(int width, int dilation, boolean normalized, boolean spatial) {

  /** Each frame by itself. */
  public static final Kernel POINT = new Kernel(1, 1, false, false);

  /** Five neighbouring frames. */
  public static final Kernel TIME = time(5, 1);

  /** Squares of 3 x 3 pixels. */
  public static final Kernel IMAGE = new Kernel(3, 1, true, true);

  public Kernel {
    Validate.isTrue(
        width >= 1 && width % 2 == 1, "width must be an odd number of frames, but is %s", width);
    Validate.isTrue(dilation >= 1, "dilation must be at least 1, but is %s", dilation);
  }

  /** Returns windows over frames. */
  public static Kernel time(int width, int dilation) {
    return new Kernel(width, dilation, true, false);
  }

  /** Returns the number of frames or pixels in a window. */
  public int taps() {
    return spatial ? width * width : width;
  }

  /**
   * Returns how many rows of a matrix of frames or pixels lie between a tap and the middle.
   *
   * @param line rows between two pixels above each other
   */
  public int offset(int tap, int line) {
    int middle = width / 2;
    return spatial
        ? (tap / width - middle) * dilation * line + (tap % width - middle) * dilation
        : (tap - middle) * dilation;
  }

  /** Returns the largest distance of a tap from the middle, in rows. */
  public int reach(int line) {
    return -offset(0, line);
  }
}
