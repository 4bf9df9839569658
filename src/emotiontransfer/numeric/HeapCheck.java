package emotiontransfer.numeric;

import static org.apache.commons.lang3.Validate.isTrue;

import java.util.Locale;

/**
 * Compares what sizes ask for with the heap before any of it is reserved: an OutOfMemoryError comes
 * after a minute and names no option.
 */
public final class HeapCheck {

  private static final double GIGABYTE = 1e9;

  private HeapCheck() {}

  /**
   * Rejects sizes that cannot fit.
   *
   * @param bytes the least that they need; a double does not overflow
   * @param sizes the options with their values, such as {@code -L 3 x -M 20 modules}
   * @throws IllegalArgumentException with the arithmetic
   */
  public static void require(double bytes, String sizes) {
    long heap = Runtime.getRuntime().maxMemory();
    String sentence =
        "%s need at least %s, but the heap has %s; use smaller values, or raise -Xmx.";
    isTrue(bytes <= heap, sentence, sizes, gigabytes(bytes), gigabytes(heap));
  }

  private static String gigabytes(double bytes) {
    return String.format(Locale.ROOT, "%,.1f GB", bytes / GIGABYTE);
  }
}
