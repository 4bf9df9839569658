package emotiontransfer.media;

import java.nio.file.Path;
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The frames that are taken of a clip, one after the other; only the current one is in memory. For
 * one thread.
 *
 * <p>A frame that is passed over with {@link #advance()} alone is decoded, but not converted.
 */
public final class FrameSource implements AutoCloseable {

  /** FFmpeg's rate for frames without times. */
  private static final double FILES_PER_SECOND = 25;

  /** Of an interval: time stamps are rounded, and must not fall before where they belong. */
  private static final double ROUNDING = 1e-3;

  private final FrameSampling sampling;
  private final int total;
  private final ClipBudget budget;
  private final List<Path> files;
  private final boolean framePerFile;
  private int opened;
  private VideoFile current;
  private double start;
  private long interval = -1;
  private int seen;
  private int taken;

  /** Prepares a clip of so many frames; the number is needed where the sampling has a greatest. */
  FrameSource(Path clip, FrameSampling sampling, int total, ClipBudget budget)
      throws MediaException {
    this.sampling = sampling;
    this.total = total;
    this.budget = budget;
    files = FrameFiles.of(clip);
    framePerFile = !files.get(0).equals(clip);
  }

  /**
   * Returns about how many frames will be taken, by what the clip declares; 0 where it does not. A
   * frame must have been read.
   */
  public long expected() {
    double seconds = framePerFile ? files.size() / FILES_PER_SECOND : current.declaredSeconds();
    double rate = framePerFile ? FILES_PER_SECOND : current.rate();
    double fps = sampling.framesPerSecond();
    long frames = (long) Math.floor(seconds * (fps > 0 ? Math.min(fps, rate) : rate));
    return sampling.maxFrames() > 0 ? Math.min(frames, sampling.maxFrames()) : frames;
  }

  /** Goes to the next frame, at first to the first one; returns false behind the last one. */
  public boolean advance() throws MediaException {
    while (decode()) {
      if (beginsInterval() && isWanted()) {
        return true;
      }
    }
    return false;
  }

  private boolean decode() throws MediaException {
    if (framePerFile || current == null) {
      close();
      if (opened == files.size()) {
        return false;
      }
      current = new VideoFile(files.get(opened++), budget);
      budget.requireSeconds(current.declaredSeconds());
    }
    budget.requireTime();
    return current.advance();
  }

  private boolean beginsInterval() throws MediaException {
    double seconds = framePerFile ? (opened - 1) / FILES_PER_SECOND : current.seconds();
    start = interval < 0 ? seconds : start;
    budget.requireSeconds(seconds - start);
    double position = (seconds - start) * sampling.framesPerSecond();
    long before = interval;
    interval = Math.max(interval, (long) Math.floor(position + ROUNDING));
    return sampling.framesPerSecond() == 0 || interval > before;
  }

  private boolean isWanted() {
    int most = sampling.maxFrames();
    boolean all = most == 0 || total <= most;
    boolean wanted = all || seen == (2L * taken + 1) * total / (2L * most);
    seen++;
    taken += wanted ? 1 : 0;
    return wanted;
  }

  /**
   * Returns the current frame upright, as 8-bit blue, green and red, transparent parts over white.
   * It belongs to the source and is valid until the next frame.
   */
  public Mat picture() throws MediaException {
    return current.picture();
  }

  @Override
  public void close() {
    if (current != null) {
      current.close();
      current = null;
    }
  }
}
