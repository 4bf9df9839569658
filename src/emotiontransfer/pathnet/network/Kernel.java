package emotiontransfer.pathnet.network;

import org.apache.commons.lang3.Validate;

/**
 * The windows over neighbouring frames that modules of a kind see.
 *
 * @param width frames in a window, odd
 * @param dilation distance between two of them, in frames
 * @param normalized whether outputs are normalised over the mini-batch before their rectification
 */
public record Kernel(int width, int dilation, boolean normalized) {

  /** Each frame by itself. */
  public static final Kernel POINT = new Kernel(1, 1, false);

  /** Five neighbouring frames. */
  public static final Kernel TIME = new Kernel(5, 1, true);

  public Kernel {
    Validate.isTrue(
        width >= 1 && width % 2 == 1, "width must be an odd number of frames, but is %s", width);
    Validate.isTrue(dilation >= 1, "dilation must be at least 1, but is %s", dilation);
  }

  /** Returns how far a window reaches to each side, in frames. */
  public int reach() {
    return width / 2 * dilation;
  }

  /** Returns the distance of a tap from the middle. */
  public int offset(int tap) {
    return tap * dilation - reach();
  }
}
