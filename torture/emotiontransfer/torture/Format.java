package emotiontransfer.torture;

import emotiontransfer.media.DrawnFaces;
import emotiontransfer.media.TestClips;
import emotiontransfer.weka.filter.MediaFilter;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;
import weka.filters.unsupervised.attribute.FaceCrop;
import weka.filters.unsupervised.attribute.MelDeltaSpectrogram;

/** The formats whose files are damaged; each knows how a small whole file of it is written. */
enum Format {
  WAV(0, 0),
  MP3(avcodec.AV_CODEC_ID_MP3, 0),
  FLAC(avcodec.AV_CODEC_ID_FLAC, 0),
  OGG(avcodec.AV_CODEC_ID_VORBIS, 0),
  M4A(avcodec.AV_CODEC_ID_AAC, 0),
  OPUS(avcodec.AV_CODEC_ID_OPUS, 0),
  MP4(avcodec.AV_CODEC_ID_AAC, avcodec.AV_CODEC_ID_H264),
  AVI(avcodec.AV_CODEC_ID_PCM_S16LE, avcodec.AV_CODEC_ID_MPEG4),
  MKV(avcodec.AV_CODEC_ID_FLAC, avcodec.AV_CODEC_ID_MPEG4),
  WEBM(avcodec.AV_CODEC_ID_OPUS, avcodec.AV_CODEC_ID_VP8),
  GIF(0, avcodec.AV_CODEC_ID_GIF),
  PNG(0, 0),
  JPG(0, 0),
  WEBP(0, avcodec.AV_CODEC_ID_WEBP),
  TIFF(0, 0);

  private static final Set<Format> PICTURES = EnumSet.of(PNG, JPG, TIFF);
  private static final int WIDTH = 160;
  private static final int HEIGHT = 120;
  private static final int FRAMES = 6;
  private static final int FRAME_RATE = 10;

  private final int sound;
  private final int pictures;

  Format(int sound, int pictures) {
    this.sound = sound;
    this.pictures = pictures;
  }

  /** Returns the file's extension. */
  String extension() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the filters that a user would run over such a file. */
  List<MediaFilter> filters() {
    boolean seen = pictures != 0 || PICTURES.contains(this);
    if (seen && sound != 0) {
      return List.of(new MelDeltaSpectrogram(), new FaceCrop());
    }
    return List.of(seen ? new FaceCrop() : new MelDeltaSpectrogram());
  }

  /** Writes a whole file: a tone of 0.8 s, a drawn face that moves, or both. */
  Path write(Path file) throws IOException {
    if (this == WAV) {
      return TestClips.tone(file, 16000, 1, 0.8, 440);
    }
    if (PICTURES.contains(this)) {
      return DrawnFaces.write(face(0), file);
    }
    return record(file);
  }

  private static BufferedImage face(int frame) {
    return DrawnFaces.face(WIDTH, HEIGHT, 70 + frame, 58, 60);
  }

  private Path record(Path file) throws IOException {
    // Encoders describe each file that they write.
    avutil.av_log_set_level(avutil.AV_LOG_ERROR);
    int rate = sound == avcodec.AV_CODEC_ID_OPUS ? 48000 : 16000;
    int channels = sound == avcodec.AV_CODEC_ID_VORBIS ? 2 : 1;
    try (FFmpegFrameRecorder recorder =
            new FFmpegFrameRecorder(
                file.toFile(),
                pictures == 0 ? 0 : WIDTH,
                pictures == 0 ? 0 : HEIGHT,
                sound == 0 ? 0 : channels);
        Java2DFrameConverter converter = new Java2DFrameConverter()) {
      recorder.setFrameRate(FRAME_RATE);
      recorder.setVideoCodec(pictures);
      if (this == GIF) {
        recorder.setPixelFormat(avutil.AV_PIX_FMT_RGB8);
      }
      recorder.setAudioCodec(sound);
      recorder.setSampleRate(rate);
      // FFmpeg's own Vorbis encoder counts as experimental.
      recorder.setAudioOption("strict", "experimental");
      recorder.start();
      for (int frame = 0; frame < (this == WEBP ? 1 : FRAMES + 2); frame++) {
        if (pictures != 0) {
          recorder.record(converter.convert(face(frame)));
        }
        if (sound != 0) {
          recorder.recordSamples(rate, channels, tone(rate / FRAME_RATE * channels));
        }
      }
    }
    return file;
  }

  private static ShortBuffer tone(int samples) {
    ShortBuffer buffer = ShortBuffer.allocate(samples);
    for (int i = 0; i < samples; i++) {
      buffer.put(i, (short) (8000 * Math.sin(0.17 * i)));
    }
    return buffer;
  }
}
