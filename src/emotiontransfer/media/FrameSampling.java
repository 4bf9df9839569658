package emotiontransfer.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Which frames of a clip are taken. The same clip always gives the same frames.
 *
 * @param framesPerSecond at most so many frames for each second, evenly: the first frame of each
 *     interval of that length from the clip's first frame on; 0 for all frames
 * @param maxFrames at most so many of these, from the middles of so many equal parts of the clip; 0
 *     for all
 */
public record FrameSampling(double framesPerSecond, int maxFrames) {

  /** Every frame. */
  public static final FrameSampling ALL = new FrameSampling(0, 0);

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one is below 0 or not finite, naming it and its value
   */
  public FrameSampling {
    if (!(framesPerSecond >= 0 && framesPerSecond < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("fps must be at least 0, but is " + framesPerSecond);
    }
    if (maxFrames < 0) {
      throw new IllegalArgumentException("max-frames must be at least 0, but is " + maxFrames);
    }
  }

  /**
   * Returns the files that a clip consists of.
   *
   * @param clip video, image, folder of images, or pattern of images
   * @throws MediaException if it is a folder or pattern without images
   */
  public static List<Path> files(Path clip) throws MediaException {
    return isOneFile(clip) ? List.of(clip) : FrameFiles.find(clip);
  }

  private static boolean isOneFile(Path clip) {
    return !Files.isDirectory(clip) && (Files.exists(clip) || !FrameFiles.isPattern(clip));
  }

  /**
   * Opens a clip. With a greatest number of frames its frames are counted first, which decodes the
   * clip twice.
   *
   * @param clip video, image, folder of images, or pattern of images
   * @return its frames that are taken
   * @throws IOException if it cannot be read, naming the file and the reason
   */
  public FrameSource open(Path clip) throws IOException {
    return new SampledFrames(source(clip), framesPerSecond, maxFrames, total(clip));
  }

  private static FrameSource source(Path clip) throws MediaException {
    return isOneFile(clip) ? new VideoFile(clip) : FrameFiles.open(clip);
  }

  private int total(Path clip) throws IOException {
    int total = 0;
    if (maxFrames > 0) {
      try (FrameSource counted = new SampledFrames(source(clip), framesPerSecond, 0, 0)) {
        while (counted.advance()) {
          total++;
        }
      }
    }
    return total;
  }
}
