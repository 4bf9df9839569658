package emotiontransfer.media;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.opencv.global.opencv_core;

/**
 * Loads the libraries of native code, each once.
 *
 * <p>JavaCPP looks for them beside its own classes, so the context class loader does not matter.
 */
public final class Natives {

  /**
   * Formats that only name other files or addresses. A clip must be what it holds: such a file
   * could make FFmpeg wait for a network or read files that nobody chose.
   */
  private static final Set<String> PLAYLISTS =
      Set.of("hls", "concat", "dash", "imf", "rtsp", "sdp", "rtp", "sap", "webm_dash_manifest");

  private static String clipFormats = "";

  private Natives() {}

  /**
   * Loads FFmpeg and keeps it from writing to standard error: {@link MediaException} reports a
   * broken file once.
   *
   * @throws IllegalStateException if there are no natives for this platform; the message names it
   */
  public static synchronized void loadFFmpeg() {
    if (clipFormats.isEmpty()) {
      load(
          "FFmpeg",
          () -> {
            avutil.av_log_set_level(avutil.AV_LOG_QUIET);
            clipFormats = formatsWithoutPlaylists();
          });
    }
  }

  /** Loads OpenCV, each of its calls on one thread, because clips are read in parallel. */
  public static synchronized void loadOpenCv() {
    load("OpenCV", () -> opencv_core.setNumThreads(1));
  }

  /** Returns the names of FFmpeg's formats, playlists left out, with commas between them. */
  static String clipFormats() {
    loadFFmpeg();
    return clipFormats;
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

  private static String formatsWithoutPlaylists() {
    try (Pointer position = new Pointer()) {
      return Stream.generate(() -> avformat.av_demuxer_iterate(position))
          .takeWhile(Objects::nonNull)
          .map(format -> format.name().getString())
          .filter(name -> !PLAYLISTS.contains(name))
          .collect(Collectors.joining(","));
    }
  }
}
