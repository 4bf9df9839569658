package emotiontransfer.media;

import java.io.IOException;
import org.bytedeco.opencv.opencv_core.Mat;

/** Some frames of a clip, evenly spaced. */
final class SampledFrames implements FrameSource {

  /** Of an interval: time stamps are rounded, and must not fall before where they belong. */
  private static final double ROUNDING = 1e-3;

  private final FrameSource frames;
  private final double framesPerSecond;
  private final int wanted;
  private final int total;

  private double start = Double.NaN;
  private long interval = -1;
  private int seen;
  private int taken;

  /**
   * Creates the source.
   *
   * @param frames all frames; closed with this source
   * @param framesPerSecond one frame an interval of its inverse; 0 for all
   * @param wanted how many of those; 0 for all
   * @param total how many those are, where some are wanted
   */
  SampledFrames(FrameSource frames, double framesPerSecond, int wanted, int total) {
    this.frames = frames;
    this.framesPerSecond = framesPerSecond;
    this.wanted = wanted;
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
    if (framesPerSecond == 0) {
      return true;
    }
    if (Double.isNaN(start)) {
      start = frames.seconds();
    }
    long current = (long) Math.floor((frames.seconds() - start) * framesPerSecond + ROUNDING);
    if (current <= interval) {
      return false;
    }
    interval = current;
    return true;
  }

  private boolean isWanted() {
    int index = seen++;
    if (wanted == 0 || total <= wanted) {
      return true;
    }
    long middle = (2L * taken + 1) * total / (2L * wanted);
    if (index != middle) {
      return false;
    }
    taken++;
    return true;
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
