package emotiontransfer.media;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.opencv.global.opencv_core;

/**
 * Loads the libraries of native code, each once.
 *
 * <p>JavaCPP looks for them beside its own classes, so the context class loader does not matter.
 */
public final class Natives {

  private static boolean loaded;

  private Natives() {}

  /**
   * Loads FFmpeg and keeps it from writing to standard error: {@link MediaException} reports a
   * broken file once.
   *
   * @throws IllegalStateException if there are no natives for this platform; the message names it
   */
  public static synchronized void loadFFmpeg() {
    if (!loaded) {
      load("FFmpeg", () -> avutil.av_log_set_level(avutil.AV_LOG_QUIET));
      loaded = true;
    }
  }

  /** Loads OpenCV, each of its calls on one thread, because clips are read in parallel. */
  public static synchronized void loadOpenCv() {
    load("OpenCV", () -> opencv_core.setNumThreads(1));
  }

  private static void load(String name, Runnable firstCalls) {
    try {
      firstCalls.run();
    } catch (LinkageError e) {
      throw new IllegalStateException(
          ("%s's natives for %s could not be loaded (%s): install the emotionTransfer zip that was"
                  + " made for this platform, and restart Weka.")
              .formatted(name, Loader.getPlatform(), e),
          e);
    }
  }
}
