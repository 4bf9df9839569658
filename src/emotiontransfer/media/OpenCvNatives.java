package emotiontransfer.media;

import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;

/**
 * Loads OpenCV once and holds each of its calls to one thread.
 *
 * <p>One thread, because clips are read in parallel. JavaCPP looks for the natives beside its own
 * classes, so the context class loader does not matter.
 */
public final class OpenCvNatives {

  private static boolean loaded;

  private OpenCvNatives() {}

  /**
   * Loads OpenCV.
   *
   * @throws IllegalStateException if there are no natives for this platform, saying which it is
   */
  public static synchronized void ensureLoaded() {
    if (loaded) {
      return;
    }
    try {
      opencv_core.setNumThreads(1);
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "OpenCV's natives for "
              + Loader.getPlatform()
              + " could not be loaded ("
              + e
              + "): install the emotionTransfer zip that was made for this platform, and restart"
              + " Weka.",
          e);
    }
    loaded = true;
  }
}
