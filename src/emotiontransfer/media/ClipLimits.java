package emotiontransfer.media;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.media.format.FormatChoice;
import java.nio.file.Path;

/**
 * What one clip may be and take; a clip beyond is rejected before the memory is asked for.
 *
 * @param seconds longest clip, in s
 * @param pixels largest picture of a video or image
 * @param bytes memory that all of its segments may take; 0 for a sixteenth of the heap, at most 256
 *     MB, so that Weka can write them as text
 * @param time longest reading of a clip, in s of wall time
 * @param formats those that are opened
 */
public record ClipLimits(
    double seconds, long pixels, long bytes, double time, FormatChoice formats) {

  /** An hour; 8192 x 8192 pixels; ten minutes of reading; the usual formats. */
  public static final ClipLimits DEFAULT =
      new ClipLimits(3600, 1L << 26, 0, 600, FormatChoice.USUAL);

  /** FFmpeg itself takes none larger. */
  private static final long MOST_PIXELS = 1L << 28;

  private static final long MOST_DEFAULT_BYTES = 256L << 20;

  public ClipLimits {
    positive("max-seconds", seconds);
    positive("max-time", time);
    String range = "max-pixels must be between 1 and %s, but is %s";
    isTrue(pixels >= 1 && pixels <= MOST_PIXELS, range, MOST_PIXELS, pixels);
    isTrue(bytes >= 0, "max-bytes must be at least 0, but is %s", bytes);
  }

  private static void positive(String name, double value) {
    boolean positive = value > 0 && value < Double.POSITIVE_INFINITY;
    isTrue(positive, "%s must be above 0, but is %s", name, value);
  }

  /** Begins the reading of a clip now, of which a second takes so many bytes as segments. */
  public ClipBudget start(Path clip, double bytesPerSecond) {
    long heap = Runtime.getRuntime().maxMemory() / 16;
    long most = bytes > 0 ? bytes : Math.min(heap, MOST_DEFAULT_BYTES);
    return new ClipBudget(clip, this, most, bytesPerSecond);
  }
}
