package emotiontransfer.media;

import java.nio.file.Path;
import org.apache.commons.lang3.Validate;

/**
 * Which frames of a clip are taken. The same clip always gives the same frames.
 *
 * @param framesPerSecond at most so many frames for each second, evenly: the first frame of each
 *     interval of that length from the clip's first frame on; 0 for all frames
 * @param maxFrames at most so many of these, from the middles of so many equal parts of the clip; 0
 *     for all
 */
public record FrameSampling(double framesPerSecond, int maxFrames) {

  public static final FrameSampling ALL = new FrameSampling(0, 0);

  public FrameSampling {
    boolean inRange = framesPerSecond >= 0 && framesPerSecond < Double.POSITIVE_INFINITY;
    Validate.isTrue(inRange, "fps must be at least 0, but is %s", framesPerSecond);
    Validate.isTrue(maxFrames >= 0, "max-frames must be at least 0, but is %s", maxFrames);
  }

  /** Opens the frames of a clip with the default limits. */
  public FrameSource open(Path clip) throws MediaException {
    return open(clip, ClipLimits.DEFAULT.start(clip, 0));
  }

  /**
   * Opens the frames that are taken of a clip: a video, an image, or the images of a folder or
   * pattern. With a greatest number of frames they are counted first, which decodes the clip twice.
   *
   * @throws MediaException if it cannot be read, naming the file and the reason, or takes more than
   *     its budget
   */
  public FrameSource open(Path clip, ClipBudget budget) throws MediaException {
    int total = 0;
    if (maxFrames > 0) {
      try (FrameSource counted = new FrameSampling(framesPerSecond, 0).open(clip, budget)) {
        while (counted.advance()) {
          total++;
        }
      }
    }
    return new FrameSource(clip, this, total, budget);
  }
}
