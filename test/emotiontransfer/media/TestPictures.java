package emotiontransfer.media;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacv.FFmpegFrameRecorder;
import org.bytedeco.javacv.Java2DFrameConverter;

/**
 * Writes pictures whose files name an orientation, and video that names the shape of its pixels.
 */
final class TestPictures {

  private static final int PNG_BEHIND_HEADER = 33;

  private TestPictures() {}

  /** Returns EXIF that names an orientation: TIFF data with one tag. */
  private static byte[] exif(int orientation, ByteOrder order) {
    ByteBuffer tiff = ByteBuffer.allocate(26).order(order);
    tiff.put((order == ByteOrder.BIG_ENDIAN ? "MM" : "II").getBytes(StandardCharsets.US_ASCII));
    tiff.putShort((short) 42).putInt(8).putShort((short) 1);
    tag(tiff, 274, 3, orientation);
    return tiff.putInt(0).array();
  }

  private static void tag(ByteBuffer tiff, int tag, int type, int value) {
    tiff.putShort((short) tag).putShort((short) type).putInt(1);
    if (type == 3) {
      tiff.putShort((short) value).putShort((short) 0);
    } else {
      tiff.putInt(value);
    }
  }

  /** Writes PNG with a chunk eXIf. */
  static Path png(Path file, BufferedImage picture, int orientation) throws IOException {
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    ImageIO.write(picture, "png", plain);
    byte[] exif = exif(orientation, ByteOrder.BIG_ENDIAN);
    ByteBuffer chunk = ByteBuffer.allocate(12 + exif.length);
    chunk.putInt(exif.length).put("eXIf".getBytes(StandardCharsets.US_ASCII)).put(exif);
    CRC32 checksum = new CRC32();
    checksum.update(chunk.array(), 4, 4 + exif.length);
    chunk.putInt((int) checksum.getValue());
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    whole.write(plain.toByteArray(), 0, PNG_BEHIND_HEADER);
    whole.write(chunk.array());
    whole.write(plain.toByteArray(), PNG_BEHIND_HEADER, plain.size() - PNG_BEHIND_HEADER);
    return Files.write(file, whole.toByteArray());
  }

  /** Writes WebP with a chunk EXIF. */
  static Path webp(Path file, BufferedImage picture, int orientation) throws IOException {
    byte[] plain = Files.readAllBytes(TestVideos.still(file, avcodec.AV_CODEC_ID_WEBP, picture));
    byte[] exif = exif(orientation, ByteOrder.LITTLE_ENDIAN);
    ByteBuffer whole = ByteBuffer.allocate(plain.length + 18 + 8 + exif.length);
    whole.order(ByteOrder.LITTLE_ENDIAN);
    whole.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(whole.capacity() - 8);
    whole.put("WEBPVP8X".getBytes(StandardCharsets.US_ASCII)).putInt(10).putInt(8);
    int width = picture.getWidth() - 1;
    int height = picture.getHeight() - 1;
    whole.put((byte) width).putShort((short) (width >> 8));
    whole.put((byte) height).putShort((short) (height >> 8));
    whole.put(plain, 12, plain.length - 12);
    whole.put("EXIF".getBytes(StandardCharsets.US_ASCII)).putInt(exif.length).put(exif);
    return Files.write(file, whole.array());
  }

  /** Writes TIFF, not compressed. */
  static Path tiff(Path file, BufferedImage picture, int orientation) throws IOException {
    int width = picture.getWidth();
    int height = picture.getHeight();
    int tags = 9;
    int start = 8 + 2 + 12 * tags + 4;
    ByteBuffer tiff = ByteBuffer.allocate(start + 8 + 3 * width * height);
    tiff.order(ByteOrder.LITTLE_ENDIAN);
    tiff.put("II".getBytes(StandardCharsets.US_ASCII)).putShort((short) 42).putInt(8);
    tiff.putShort((short) tags);
    tag(tiff, 256, 3, width);
    tag(tiff, 257, 3, height);
    tiff.putShort((short) 258).putShort((short) 3).putInt(3).putInt(start);
    tag(tiff, 262, 3, 2);
    tag(tiff, 273, 4, start + 8);
    tag(tiff, 274, 3, orientation);
    tag(tiff, 277, 3, 3);
    tag(tiff, 278, 3, height);
    tag(tiff, 279, 4, 3 * width * height);
    tiff.putInt(0).putShort((short) 8).putShort((short) 8).putShort((short) 8).putShort((short) 0);
    for (int i = 0; i < width * height; i++) {
      int rgb = picture.getRGB(i % width, i / width);
      tiff.put((byte) (rgb >> 16)).put((byte) (rgb >> 8)).put((byte) rgb);
    }
    return Files.write(file, tiff.array());
  }

  /** Writes an MP4 video that is to be shown as a photograph of an EXIF orientation. */
  static Path mp4(Path file, BufferedImage picture, int orientation) throws IOException {
    int[][] shown = {
      {1, 0, 0, 1}, {-1, 0, 0, 1}, {-1, 0, 0, -1}, {1, 0, 0, -1},
      {0, 1, 1, 0}, {0, 1, -1, 0}, {0, -1, -1, 0}, {0, -1, 1, 0}
    };
    byte[] bytes = Files.readAllBytes(TestVideos.write(file, 25, List.of(picture)));
    int track = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("tkhd");
    ByteBuffer matrix = ByteBuffer.wrap(bytes).position(track + 44).slice();
    int[] turn = shown[orientation - 1];
    for (int i = 0; i < 4; i++) {
      matrix.putInt(i / 2 * 12 + i % 2 * 4, turn[i] << 16);
    }
    return Files.write(file, bytes);
  }

  /** Writes video of one frame, whose pixels have a width over their height. */
  static Path video(Path file, BufferedImage picture, double aspect) throws IOException {
    Natives.loadFFmpeg();
    try (FFmpegFrameRecorder recorder =
            new FFmpegFrameRecorder(file.toFile(), picture.getWidth(), picture.getHeight(), 0);
        Java2DFrameConverter converter = new Java2DFrameConverter()) {
      recorder.setVideoCodec(avcodec.AV_CODEC_ID_FFV1);
      recorder.setFrameRate(25);
      recorder.setAspectRatio(aspect);
      recorder.start();
      recorder.record(converter.convert(picture));
    }
    return file;
  }
}
