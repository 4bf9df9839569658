package emotiontransfer.media;

import org.bytedeco.opencv.global.opencv_core;

/**
 * Loads OpenCV once and holds each of its calls to one thread.
 *
 * <p>One thread, because clips are read in parallel.
 */
public final class OpenCvNatives {

  private static final NativeLibrary OPENCV =
      new NativeLibrary("OpenCV", () -> opencv_core.setNumThreads(1));

  private OpenCvNatives() {}

  /**
   * Loads OpenCV.
   *
   * @throws IllegalStateException if there are no natives for this platform, saying which it is
   */
  public static void ensureLoaded() {
    OPENCV.ensureLoaded();
  }
}
