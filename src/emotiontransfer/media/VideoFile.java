package emotiontransfer.media;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVRational;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The frames of the best video stream of a file; a still image is a video of one frame.
 *
 * <p>It calls FFmpeg directly, because JavaCV's grabber converts every frame that it decodes, and
 * keeps to itself in which format and which way up a frame was. Only local files are opened, and no
 * playlists. One thread decodes: clips are decoded in parallel, not pieces of a clip.
 */
final class VideoFile implements FrameSource {

  private static final Logger LOG = LoggerFactory.getLogger(VideoFile.class);

  private static final double USUAL_RATE = 25;

  /** A clip is called cut short when it misses more than this share of its declared length. */
  private static final double MISSING_SHARE = 0.05;

  private final Path file;
  private final AVFormatContext format = new AVFormatContext(null);
  private final AVPacket packet = avcodec.av_packet_alloc();
  private final AVFrame frame = avutil.av_frame_alloc();
  private final PictureConverter converter;
  private AVCodecContext codec;
  private AVStream stream;
  private double rate = USUAL_RATE;
  private boolean drained;
  private long frames;
  private double seconds;

  /**
   * Opens a file.
   *
   * @throws MediaException if it is missing or empty, or has no video that FFmpeg can decode
   */
  VideoFile(Path file) throws MediaException {
    this.file = file;
    ClipFile.check(file);
    FFmpegNatives.ensureLoaded();
    OpenCvNatives.ensureLoaded();
    converter = new PictureConverter(file);
    boolean opened = false;
    try {
      openFormat();
      openCodec();
      opened = true;
    } finally {
      if (!opened) {
        close();
      }
    }
  }

  private void openFormat() throws MediaException {
    AVDictionary options = new AVDictionary(null);
    avutil.av_dict_set(options, "protocol_whitelist", "file", 0);
    avutil.av_dict_set(options, "format_whitelist", FFmpegNatives.clipFormats(), 0);
    // A file named img%03d.png is that file, not a row of them.
    avutil.av_dict_set(options, "pattern_type", "none", 0);
    String path = file.toAbsolutePath().toString();
    try (BytePointer name = new BytePointer(path, StandardCharsets.UTF_8)) {
      int status = avformat.avformat_open_input(format, name, null, options);
      if (status >= 0) {
        status = avformat.avformat_find_stream_info(format, (PointerPointer<?>) null);
      }
      if (status < 0) {
        throw new MediaException(
            file, "is not a video or image file that FFmpeg can read, or is damaged");
      }
    } finally {
      avutil.av_dict_free(options);
    }
  }

  private void openCodec() throws MediaException {
    int best =
        avformat.av_find_best_stream(
            format, avutil.AVMEDIA_TYPE_VIDEO, -1, -1, (PointerPointer<?>) null, 0);
    boolean cover =
        best >= 0
            && (format.streams(best).disposition() & avformat.AV_DISPOSITION_ATTACHED_PIC) != 0;
    if (best < 0 || cover) {
      throw new MediaException(
          file,
          hasSound()
              ? "has no video stream, only sound"
              : "has no video that FFmpeg can read; it may be damaged");
    }
    stream = format.streams(best);
    for (int i = 0; i < format.nb_streams(); i++) {
      if (i != best) {
        format.streams(i).discard(avcodec.AVDISCARD_ALL);
      }
    }
    AVCodec decoder = avcodec.avcodec_find_decoder(stream.codecpar().codec_id());
    if (decoder == null) {
      throw new MediaException(file, "has video in a format that this FFmpeg cannot decode");
    }
    codec = avcodec.avcodec_alloc_context3(decoder);
    int status = avcodec.avcodec_parameters_to_context(codec, stream.codecpar());
    codec.thread_count(1);
    codec.pkt_timebase(stream.time_base());
    if (status < 0 || avcodec.avcodec_open2(codec, decoder, (PointerPointer<?>) null) < 0) {
      throw new MediaException(file, "has video that FFmpeg cannot decode, or is damaged");
    }
    double declared = number(stream.avg_frame_rate());
    rate = declared > 0 ? declared : USUAL_RATE;
  }

  private boolean hasSound() {
    for (int i = 0; i < format.nb_streams(); i++) {
      if (format.streams(i).codecpar().codec_type() == avutil.AVMEDIA_TYPE_AUDIO) {
        return true;
      }
    }
    return false;
  }

  private static double number(AVRational ratio) {
    return ratio.den() == 0 ? 0 : (double) ratio.num() / ratio.den();
  }

  /** What a decoder cannot decode is passed over, as players do. */
  @Override
  public boolean advance() throws MediaException {
    while (true) {
      int status = avcodec.avcodec_receive_frame(codec, frame);
      if (status >= 0) {
        seconds = time();
        frames++;
        return true;
      }
      if (status == avutil.AVERROR_EOF || drained && !needsData(status)) {
        checkLength();
        return false;
      }
      if (needsData(status)) {
        feed();
      }
    }
  }

  private static boolean needsData(int status) {
    return status == org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN();
  }

  private void feed() {
    while (!drained) {
      if (avformat.av_read_frame(format, packet) < 0) {
        drained = true;
        avcodec.avcodec_send_packet(codec, null);
        return;
      }
      boolean ours = packet.stream_index() == stream.index();
      boolean taken = ours && avcodec.avcodec_send_packet(codec, packet) >= 0;
      avcodec.av_packet_unref(packet);
      if (taken) {
        return;
      }
    }
  }

  private double time() {
    long stamp = frame.best_effort_timestamp();
    double regular = frames == 0 ? 0 : seconds + 1 / rate;
    if (stamp == avutil.AV_NOPTS_VALUE) {
      return regular;
    }
    double stamped = stamp * number(stream.time_base());
    return frames > 0 && stamped <= seconds ? regular : stamped;
  }

  private void checkLength() throws MediaException {
    if (frames == 0) {
      throw new MediaException(file, "has no frame that can be decoded");
    }
    if (stream.duration() == avutil.AV_NOPTS_VALUE || stream.nb_frames() < 2) {
      return;
    }
    long missing = stream.nb_frames() - frames;
    if (missing > MISSING_SHARE * stream.nb_frames()) {
      LOG.warn(
          "Clip '{}' declares {} frames but holds {}; it may have been cut off in a copy.",
          file,
          stream.nb_frames(),
          frames);
    }
  }

  @Override
  public double seconds() {
    return seconds;
  }

  @Override
  public Mat picture() throws MediaException {
    return converter.convert(frame);
  }

  @Override
  public void close() {
    converter.close();
    avutil.av_frame_free(frame);
    avcodec.av_packet_free(packet);
    if (codec != null) {
      avcodec.avcodec_free_context(codec);
    }
    avformat.avformat_close_input(format);
  }
}
