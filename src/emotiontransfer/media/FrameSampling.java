package emotiontransfer.media;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.commons.lang3.Validate;
import org.bytedeco.opencv.opencv_core.Mat;

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

  /** Of an interval: time stamps are rounded, and must not fall before where they belong. */
  private static final double ROUNDING = 1e-3;

  public FrameSampling {
    Validate.isTrue(
        framesPerSecond >= 0 && framesPerSecond < Double.POSITIVE_INFINITY,
        "fps must be at least 0, but is %s",
        framesPerSecond);
    Validate.isTrue(maxFrames >= 0, "max-frames must be at least 0, but is %s", maxFrames);
  }

  /**
   * Returns the files of a clip: a video, an image, or the images of a folder or pattern.
   *
   * @throws MediaException if there is no image
   */
  public static List<Path> files(Path clip) throws MediaException {
    return isOneFile(clip) ? List.of(clip) : FrameFiles.find(clip);
  }

  private static boolean isOneFile(Path clip) {
    return !Files.isDirectory(clip) && (Files.exists(clip) || !FrameFiles.isPattern(clip));
  }

  /**
   * Opens the frames that are taken of a clip: a video, an image, or the images of a folder or
   * pattern. With a greatest number of frames they are counted first, which decodes the clip twice.
   *
   * @throws IOException if it cannot be read, naming the file and the reason
   */
  public FrameSource open(Path clip) throws IOException {
    if (maxFrames == 0) {
      return new Sampled(source(clip), 0);
    }
    int total = 0;
    try (FrameSource counted = new FrameSampling(framesPerSecond, 0).open(clip)) {
      while (counted.advance()) {
        total++;
      }
    }
    return new Sampled(source(clip), total);
  }

  private static FrameSource source(Path clip) throws MediaException {
    return isOneFile(clip) ? new VideoFile(clip) : new FrameFiles(clip);
  }

  private final class Sampled implements FrameSource {

    private final FrameSource frames;
    private final int total;
    private double start = Double.NaN;
    private long interval = -1;
    private int seen;
    private int taken;

    Sampled(FrameSource frames, int total) {
      this.frames = frames;
      this.total = total;
    }

    @Override
    public boolean advance() throws IOException {
      while (frames.advance()) {
        if (beginsInterval() && isWanted()) {
          return true;
        }
      }
      return false;
    }

    private boolean beginsInterval() {
      start = Double.isNaN(start) ? frames.seconds() : start;
      double position = (frames.seconds() - start) * framesPerSecond;
      long before = interval;
      interval = Math.max(interval, (long) Math.floor(position + ROUNDING));
      return framesPerSecond == 0 || interval > before;
    }

    private boolean isWanted() {
      boolean all = maxFrames == 0 || total <= maxFrames;
      boolean wanted = all || seen == (2L * taken + 1) * total / (2L * maxFrames);
      seen++;
      taken += wanted ? 1 : 0;
      return wanted;
    }

    @Override
    public double seconds() {
      return frames.seconds();
    }

    @Override
    public Mat picture() throws IOException {
      return frames.picture();
    }

    @Override
    public void close() {
      frames.close();
    }
  }
}
