package emotiontransfer.media;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ShortBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Frame;
import org.bytedeco.javacv.Java2DFrameConverter;

/** Writes small videos for tests. */
public final class TestVideos {

  private static final int QUALITY = 2;
  private static final int SOUND_RATE = 16000;

  private TestVideos() {}

  /** Writes MPEG-4 video, as DivX and Xvid made it, in the container of the extension. */
  public static Path write(Path file, double rate, List<BufferedImage> frames) throws IOException {
    return write(file, rate, frames, 0, false);
  }

  /** Writes video that keeps greys to a level or two. */
  static Path lossless(Path file, double rate, List<BufferedImage> frames) throws IOException {
    return write(file, rate, frames, 0, false, avcodec.AV_CODEC_ID_FFV1);
  }

  /** Writes video of one of FFmpeg's codecs. */
  static Path coded(Path file, int codec, List<BufferedImage> frames) throws IOException {
    return write(file, 25, frames, 0, false, codec);
  }

  /** Writes a video that is to be shown turned. */
  public static Path turned(Path file, double degrees, List<BufferedImage> frames)
      throws IOException {
    return write(file, 25, frames, degrees, false);
  }

  /** Writes a video with a tone. */
  public static Path withSound(Path file, double rate, List<BufferedImage> frames)
      throws IOException {
    return write(file, rate, frames, 0, true);
  }

  private static Path write(
      Path file, double rate, List<BufferedImage> frames, double degrees, boolean sound)
      throws IOException {
    boolean gif = file.toString().endsWith(".gif");
    int codec = gif ? avcodec.AV_CODEC_ID_GIF : avcodec.AV_CODEC_ID_MPEG4;
    return write(file, rate, frames, degrees, sound, codec);
  }

  private static Path write(
      Path file, double rate, List<BufferedImage> frames, double degrees, boolean sound, int codec)
      throws IOException {
    Natives.loadFFmpeg();
    BufferedImage first = frames.get(0);
    try (FFmpegFrameRecorder recorder =
            new FFmpegFrameRecorder(
                file.toFile(), first.getWidth(), first.getHeight(), sound ? 1 : 0);
        Java2DFrameConverter converter = new Java2DFrameConverter()) {
      recorder.setVideoCodec(codec);
      recorder.setFrameRate(rate);
      recorder.setVideoQuality(QUALITY);
      if (sound) {
        recorder.setSampleRate(SOUND_RATE);
        recorder.setAudioCodec(avcodec.AV_CODEC_ID_PCM_S16LE);
      }
      if (degrees != 0) {
        recorder.setDisplayRotation(degrees);
      }
      recorder.start();
      for (BufferedImage picture : frames) {
        recorder.record(converter.convert(picture));
        if (sound) {
          recorder.recordSamples(SOUND_RATE, 1, tone((int) (SOUND_RATE / rate)));
        }
      }
    }
    return file;
  }

  private static ShortBuffer tone(int samples) {
    ShortBuffer buffer = ShortBuffer.allocate(samples);
    for (int i = 0; i < samples; i++) {
      buffer.put(i, (short) (8000 * Math.sin(2 * Math.PI * 440 * i / SOUND_RATE)));
    }
    return buffer;
  }

  /** Returns pictures of one grey each: {@code first}, {@code first + step}, ... */
  public static List<BufferedImage> greys(int count, int first, int step) {
    List<BufferedImage> frames = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      int level = first + i * step;
      frames.add(plain(64, 48, new Color(level, level, level)));
    }
    return frames;
  }

  /** Returns a picture of one colour. */
  public static BufferedImage plain(int width, int height, Color color) {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_3BYTE_BGR);
    Graphics2D graphics = picture.createGraphics();
    graphics.setColor(color);
    graphics.fillRect(0, 0, width, height);
    graphics.dispose();
    return picture;
  }

  /** Writes a photograph with an EXIF orientation of 1 to 8. */
  static Path photograph(Path file, BufferedImage picture, int orientation) throws IOException {
    ByteArrayOutputStream jpeg = new ByteArrayOutputStream();
    ImageIO.write(picture, "jpg", jpeg);
    byte[] plain = jpeg.toByteArray();
    byte[] exif = {
      (byte) 0xFF,
      (byte) 0xE1,
      0,
      34,
      'E',
      'x',
      'i',
      'f',
      0,
      0,
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8,
      0,
      1,
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      (byte) orientation,
      0,
      0,
      0,
      0,
      0,
      0
    };
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(plain, 0, 2);
    whole.write(exif, 0, exif.length);
    whole.write(plain, 2, plain.length - 2);
    return Files.write(file, whole.toByteArray());
  }

  /** Records one frame with FFmpeg's encoder of the extension's image format. */
  static Path still(Path file, int codec, BufferedImage picture) throws IOException {
    Natives.loadFFmpeg();
    try (FFmpegFrameRecorder recorder =
            new FFmpegFrameRecorder(file.toFile(), picture.getWidth(), picture.getHeight(), 0);
        Java2DFrameConverter converter = new Java2DFrameConverter()) {
      recorder.setVideoCodec(codec);
      recorder.start();
      Frame frame = converter.convert(picture);
      recorder.record(frame);
    }
    return file;
  }
}
