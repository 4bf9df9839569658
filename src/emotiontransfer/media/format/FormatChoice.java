package emotiontransfer.media.format;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avformat.AVInputFormat;
import org.bytedeco.ffmpeg.avformat.AVProbeData;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.Pointer;

/**
 * Which of FFmpeg's formats and codecs are opened. None opens anything but the file itself: no
 * address, no playlist, no row of numbered files. FFmpeg is loaded before.
 */
public enum FormatChoice {
  /** Those in which recordings and pictures of people come. */
  USUAL,
  /** All but playlists. */
  ANY;

  private static final int PROBED = 1 << 16;

  private static final String SHUT =
      ", which recordings seldom have; convert it, or open it with -any-format if you trust it";

  /** Sets the options with which FFmpeg opens a file. */
  public void restrict(AVDictionary options) {
    avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
    avutil.av_dict_set(options, "format_whitelist", formats(), 0);
    if (this == USUAL) {
      String decoders = String.join(",", UsualFormats.DECODERS);
      avutil.av_dict_set(options, "codec_whitelist", decoders, 0);
    }
    // A file named img%03d.png is that file, not a row of them.
    avutil.av_dict_set(options, "pattern_type", "none", 0);
  }

  private String formats() {
    if (this == USUAL) {
      return String.join(",", UsualFormats.FORMATS);
    }
    try (Pointer position = new Pointer()) {
      return Stream.generate(() -> avformat.av_demuxer_iterate(position))
          .takeWhile(Objects::nonNull)
          .map(format -> format.name().getString())
          .filter(name -> !UsualFormats.PLAYLISTS.contains(name))
          .collect(Collectors.joining(","));
    }
  }

  /** Returns why a decoder may not be used, to follow "Clip 'x' "; empty where it may. */
  public Optional<String> reason(AVCodec decoder) {
    String name = decoder.name().getString();
    return this == ANY || UsualFormats.DECODERS.contains(name)
        ? Optional.empty()
        : Optional.of("has the codec '" + name + "'" + SHUT);
  }

  /** Returns why a file's format may not be opened, to follow "Clip 'x' "; empty where it may. */
  public Optional<String> reason(Path file) throws IOException {
    byte[] start;
    try (InputStream in = Files.newInputStream(file)) {
      start = in.readNBytes(PROBED);
    }
    String name = probe(file, start);
    if (UsualFormats.PLAYLISTS.contains(name)) {
      return Optional.of("is a playlist (" + name + "); give the files that it names");
    }
    boolean open = this == ANY || name.isEmpty() || UsualFormats.FORMATS.contains(name);
    return open ? Optional.empty() : Optional.of("has the format '" + name + "'" + SHUT);
  }

  /** Returns the name of the format that FFmpeg would take, empty where it knows none. */
  private static String probe(Path file, byte[] start) {
    int padded = start.length + avformat.AVPROBE_PADDING_SIZE;
    try (AVProbeData data = new AVProbeData();
        BytePointer bytes = new BytePointer(padded);
        BytePointer name = new BytePointer(file.toString(), StandardCharsets.UTF_8);
        IntPointer score = new IntPointer(1)) {
      Pointer.memset(bytes, 0, padded);
      bytes.put(start, 0, start.length);
      data.buf(bytes).buf_size(start.length).filename(name);
      AVInputFormat format = avformat.av_probe_input_format3(data, 1, score);
      return format == null ? "" : format.name().getString();
    }
  }
}
