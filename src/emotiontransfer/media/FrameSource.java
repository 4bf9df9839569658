package emotiontransfer.media;

import java.io.IOException;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The frames of a clip, one after the other; only the current one is in memory. For one thread.
 *
 * <p>A frame that is passed over with {@link #advance()} alone is decoded, but not converted.
 */
public interface FrameSource extends AutoCloseable {

  /** Goes to the next frame, at first to the first one; returns false behind the last one. */
  boolean advance() throws IOException;

  /** Returns when the current frame is shown, in s; the first frame need not be at 0. */
  double seconds();

  /**
   * Returns the current frame upright, as 8-bit blue, green and red, transparent parts over white.
   * It belongs to the source and is valid until the next frame.
   */
  Mat picture() throws IOException;

  @Override
  void close();
}
