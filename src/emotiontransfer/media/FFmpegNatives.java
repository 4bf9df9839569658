package emotiontransfer.media;

import java.util.Set;
import java.util.StringJoiner;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.Pointer;

/**
 * Loads FFmpeg once and keeps it from writing to standard error.
 *
 * <p>What FFmpeg would write about a broken file is said once, by {@link MediaException}.
 */
public final class FFmpegNatives {

  /**
   * Formats that only name other files or addresses. A clip must be what it holds: such a file
   * could make FFmpeg wait for a network or read files that nobody chose.
   */
  private static final Set<String> PLAYLISTS =
      Set.of("hls", "concat", "dash", "imf", "rtsp", "sdp", "rtp", "sap", "webm_dash_manifest");

  private static final NativeLibrary FFMPEG =
      new NativeLibrary("FFmpeg", FFmpegNatives::makeFirstCalls);

  private static String clipFormats;

  private FFmpegNatives() {}

  /**
   * Loads FFmpeg.
   *
   * @throws IllegalStateException if there are no natives for this platform, saying which it is
   */
  public static void ensureLoaded() {
    FFMPEG.ensureLoaded();
  }

  private static void makeFirstCalls() {
    avutil.av_log_set_level(avutil.AV_LOG_QUIET);
    clipFormats = formatsWithoutPlaylists();
  }

  /** Returns the names of FFmpeg's formats, playlists left out, with commas between them. */
  static String clipFormats() {
    ensureLoaded();
    return clipFormats;
  }

  private static String formatsWithoutPlaylists() {
    StringJoiner names = new StringJoiner(",");
    try (Pointer position = new Pointer()) {
      for (AVInputFormat format = avformat.av_demuxer_iterate(position);
          format != null;
          format = avformat.av_demuxer_iterate(position)) {
        String name = format.name().getString();
        if (!PLAYLISTS.contains(name)) {
          names.add(name);
        }
      }
    }
    return names.toString();
  }
}
