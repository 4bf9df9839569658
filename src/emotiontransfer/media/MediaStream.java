package emotiontransfer.media;

import emotiontransfer.file.InputFile;
import emotiontransfer.media.format.ForeignFile;
import emotiontransfer.media.picture.PictureConverter;
import emotiontransfer.media.picture.PictureHeader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVCodecParameters;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avformat;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerPointer;

/**
 * One stream of a file, decoded frame after frame.
 *
 * <p>It calls FFmpeg directly: JavaCV's grabber converts every frame that it decodes, and hides in
 * which format and which way up it was. Only local files are opened, and no playlists, which could
 * name an address on a network. One thread decodes: clips are decoded in parallel, not their
 * pieces.
 */
final class MediaStream implements AutoCloseable {

  /** FFmpeg's own number of packets from which it guesses a format. */
  static final int PROBED_PACKETS = 2500;

  /** Decoders make the width of a frame divisible by up to 64. */
  private static final long ALIGNMENT = 64L << 16;

  private final Path file;
  private final ClipBudget budget;
  private final AVFormatContext format;
  private final AVPacket packet;
  private final AVFrame frame;
  private AVCodecContext codec;
  private AVStream stream;
  private boolean drained;
  private double furthest;

  /**
   * Opens a file that passed {@link #check}.
   *
   * @param kind what the file should be, for messages, for example {@code "a video"}
   * @param probedPackets so many packets may be looked into where the header leaves a format open
   * @throws MediaException if FFmpeg cannot read it
   */
  MediaStream(Path file, String kind, int probedPackets, ClipBudget budget) throws MediaException {
    this.file = file;
    this.budget = budget;
    Natives.loadFFmpeg();
    format = new AVFormatContext(null);
    packet = avcodec.av_packet_alloc();
    frame = avutil.av_frame_alloc();
    AVDictionary options = new AVDictionary(null);
    budget.formats().restrict(options);
    avutil.av_dict_set(options, "max_probe_packets", String.valueOf(probedPackets), 0);
    String path = file.toAbsolutePath().toString();
    int status;
    try (BytePointer name = new BytePointer(path, StandardCharsets.UTF_8)) {
      status = avformat.avformat_open_input(format, name, null, options);
      if (status >= 0) {
        requireSizes();
        status = findStreams();
      }
    } finally {
      avutil.av_dict_free(options);
    }
    if (status < 0) {
      throw failure(shut().orElse("is not " + kind + " file that FFmpeg can read, or is damaged"));
    }
  }

  private Optional<String> shut() throws MediaException {
    try {
      return budget.formats().reason(file);
    } catch (IOException e) {
      throw new MediaException(file, "cannot be read: " + e.getMessage(), e);
    }
  }

  /** Rejects pictures that are too large before FFmpeg decodes some to look at their format. */
  private void requireSizes() throws MediaException {
    try {
      for (int i = 0; i < format.nb_streams(); i++) {
        AVCodecParameters declared = format.streams(i).codecpar();
        PictureConverter.requireAtMost(budget.pixels(), declared.width(), declared.height());
      }
      PictureHeader.requireAtMost(budget.pixels(), file);
    } catch (IllegalArgumentException e) {
      throw failure(e.getMessage());
    } catch (IOException e) {
      throw failure("cannot be read: " + e);
    }
  }

  /** Looks for the streams' formats. Of still images the header is enough. */
  private int findStreams() {
    if (!isStill()) {
      return avformat.avformat_find_stream_info(format, (PointerPointer<?>) null);
    }
    try (AVDictionary header = new AVDictionary(null);
        PointerPointer<AVDictionary> options = new PointerPointer<>(1)) {
      avutil.av_dict_set(header, "skip_frame", "all", 0);
      options.put(0, header);
      int status = avformat.avformat_find_stream_info(format, options);
      avutil.av_dict_free(options);
      return status;
    }
  }

  /** Returns whether the file is a still image. */
  boolean isStill() {
    String name = format.iformat().name().getString();
    return name.endsWith("_pipe") || name.equals("image2");
  }

  private long mostPixels() {
    return budget.pixels() + ALIGNMENT;
  }

  /** Rejects what is no file, an empty one, and one that is no medium whatever its name says. */
  static void check(Path file) throws MediaException {
    Optional<String> fault = InputFile.fault(file);
    if (fault.isPresent()) {
      throw new MediaException(file, fault.get());
    }
    Optional<String> foreign;
    try {
      foreign = ForeignFile.reason(file);
    } catch (IOException e) {
      throw new MediaException(file, "cannot be read: " + e.getMessage(), e);
    }
    if (foreign.isPresent()) {
      throw new MediaException(file, foreign.get());
    }
  }

  /** Closes the stream, and returns the exception that says why. */
  MediaException failure(String reason) {
    close();
    return new MediaException(file, reason);
  }

  AVFormatContext format() {
    return format;
  }

  /** Returns the number of the first stream of a type, or -1 where there is none. */
  int first(int type) {
    return IntStream.range(0, format.nb_streams())
        .filter(i -> format.streams(i).codecpar().codec_type() == type)
        .filter(i -> format.streams(i).codecpar().codec_id() != avcodec.AV_CODEC_ID_NONE)
        .findFirst()
        .orElse(-1);
  }

  /** Opens the decoder of a stream and returns true, or false where this FFmpeg has none for it. */
  boolean select(int index, String damaged) throws MediaException {
    stream = format.streams(index);
    for (int i = 0; i < format.nb_streams(); i++) {
      boolean read = i == index || isLengthOfFileOnlyKnown();
      format.streams(i).discard(read ? avcodec.AVDISCARD_DEFAULT : avcodec.AVDISCARD_ALL);
    }
    AVCodec decoder = decoder(stream.codecpar().codec_id());
    if (decoder == null) {
      return false;
    }
    Optional<String> shut = budget.formats().reason(decoder);
    if (shut.isPresent()) {
      throw failure(shut.get());
    }
    codec = avcodec.avcodec_alloc_context3(decoder);
    int status = avcodec.avcodec_parameters_to_context(codec, stream.codecpar());
    codec.thread_count(1);
    codec.max_pixels(mostPixels());
    codec.pkt_timebase(stream.time_base());
    if (status < 0 || avcodec.avcodec_open2(codec, decoder, (PointerPointer<?>) null) < 0) {
      throw failure(damaged);
    }
    return true;
  }

  /** FFmpeg's own decoder of Speex returns wide-band frames at half their speed. */
  private static AVCodec decoder(int codec) {
    AVCodec speex =
        codec == avcodec.AV_CODEC_ID_SPEEX
            ? avcodec.avcodec_find_decoder_by_name("libspeex")
            : null;
    return speex == null ? avcodec.avcodec_find_decoder(codec) : speex;
  }

  /** Returns whether the blocks of samples are as long as the codec takes them to be. */
  boolean hasWholeSamples() {
    AVCodecParameters sound = stream.codecpar();
    int bits = avcodec.av_get_exact_bits_per_sample(sound.codec_id());
    int block = sound.block_align();
    int expected = bits * sound.ch_layout().nb_channels();
    return !isPcm() || bits == 0 || block == 0 || block * Byte.SIZE == expected;
  }

  private boolean isPcm() {
    int codec = stream.codecpar().codec_id();
    return codec >= avcodec.AV_CODEC_ID_FIRST_AUDIO && codec < avcodec.AV_CODEC_ID_ADPCM_IMA_QT;
  }

  /** Returns the seconds of sound that the container declares; 0 where FFmpeg only guesses them. */
  double declaredSeconds() {
    // The samples of a file in Apple's CAF are known even where its length is guessed.
    int rate = stream.codecpar().sample_rate();
    double counted = isPcm() && rate > 0 ? (double) stream.nb_frames() / rate : 0;
    if (format.duration_estimation_method() != avformat.AVFMT_DURATION_FROM_STREAM) {
      return counted;
    }
    double declared =
        stream.duration() == avutil.AV_NOPTS_VALUE
            ? (double) format.duration() / avutil.AV_TIME_BASE
            : (stream.duration() - encoderDelay()) * avutil.av_q2d(stream.time_base());
    return Math.max(counted, declared);
  }

  /** The frames that an MP3 declares begin with a delay, which is not decoded. */
  private long encoderDelay() {
    boolean mp3 = format.iformat().name().getString().equals("mp3");
    return mp3 && stream.start_time() > 0 ? stream.start_time() : 0;
  }

  /** Such as in Matroska: the length declared is that of sound or video, whichever is longer. */
  private boolean isLengthOfFileOnlyKnown() {
    return stream.codecpar().codec_type() == avutil.AVMEDIA_TYPE_VIDEO
        && stream.duration() == avutil.AV_NOPTS_VALUE;
  }

  AVStream stream() {
    return stream;
  }

  AVFrame frame() {
    return frame;
  }

  /** Decodes the next frame; false behind the last. Passes over what is damaged, as players do. */
  boolean advance() throws MediaException {
    int status = avcodec.avcodec_receive_frame(codec, frame);
    while (status < 0) {
      boolean needsData = status == org.bytedeco.ffmpeg.presets.avutil.AVERROR_EAGAIN();
      if (status == avutil.AVERROR_EOF || drained && !needsData) {
        return false;
      }
      if (needsData) {
        feed();
      }
      status = avcodec.avcodec_receive_frame(codec, frame);
    }
    return true;
  }

  private void feed() throws MediaException {
    while (!drained) {
      budget.requireTime();
      if (avformat.av_read_frame(format, packet) < 0) {
        drained = true;
        avcodec.avcodec_send_packet(codec, null);
        return;
      }
      note(packet);
      boolean ours = packet.stream_index() == stream.index();
      boolean taken = ours && avcodec.avcodec_send_packet(codec, packet) >= 0;
      avcodec.av_packet_unref(packet);
      if (taken) {
        return;
      }
    }
  }

  private void note(AVPacket packet) {
    if (packet.pts() != avutil.AV_NOPTS_VALUE) {
      double unit = avutil.av_q2d(format.streams(packet.stream_index()).time_base());
      furthest = Math.max(furthest, (packet.pts() + packet.duration()) * unit);
    }
  }

  void warnIfCutShort(String unit, double declared, double held) {
    budget.warnIfCutShort(unit, declared, held);
  }

  /** Returns where what has been read of the file ends, in s. */
  double furthestSeconds() {
    return furthest;
  }

  @Override
  public void close() {
    avutil.av_frame_free(frame);
    avcodec.av_packet_free(packet);
    if (codec != null) {
      avcodec.avcodec_free_context(codec);
    }
    avformat.avformat_close_input(format);
  }
}
