package emotiontransfer.media;

import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;

/**
 * Loads FFmpeg once and keeps it from writing to standard error.
 *
 * <p>JavaCPP looks for the natives beside its own classes, so the context class loader does not
 * matter. What FFmpeg would write about a broken file is said once, by {@link MediaException}.
 */
public final class FFmpegNatives {

  private static boolean loaded;

  private FFmpegNatives() {}

  /**
   * Loads FFmpeg.
   *
   * @throws IllegalStateException if there are no natives for this platform, saying which it is
   */
  public static synchronized void ensureLoaded() {
    if (loaded) {
      return;
    }
    try {
      avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    } catch (LinkageError e) {
      throw new IllegalStateException(
          "FFmpeg's natives for "
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
