package emotiontransfer.media;

import java.io.IOException;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * The frames of a clip, one after the other; only the current one is in memory. For one thread.
 *
 * <p>A frame that is passed over with {@link #advance()} alone is decoded, but not converted.
 */
public interface FrameSource extends AutoCloseable {

  /**
   * Goes to the next frame, at first to the first one.
   *
   * @return false behind the last frame
   * @throws IOException if the clip cannot be read further
   */
  boolean advance() throws IOException;

  /** Returns when the current frame is shown, in s; the first frame need not be at 0. */
  double seconds();

  /**
   * Returns the current frame upright, as 8-bit blue, green and red, transparent parts over white.
   *
   * @return valid until the next frame; belongs to the source
   * @throws IOException if the frame cannot be converted
   */
  Mat picture() throws IOException;

  /** Frees what the clip takes. */
  @Override
  void close();
}
