package emotiontransfer.media.picture;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.apache.commons.lang3.Validate;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Turns decoded frames of one file, of any pixel format, into upright blue-green-red pictures of
 * square pixels, reusing its memory. FFmpeg and OpenCV must have been loaded.
 */
public final class PictureConverter implements AutoCloseable {

  private static final int WHITE = 255;
  private static final int MOST_RATIO = 32;

  /** What a conversion depends on; a width and a height of the frame and of the picture. */
  private record Form(
      int format,
      int width,
      int height,
      int pictureWidth,
      int pictureHeight,
      ColourCoding colours) {

    boolean hasAlpha() {
      AVPixFmtDescriptor pixels = avutil.av_pix_fmt_desc_get(format);
      return pixels != null && (pixels.flags() & avutil.AV_PIX_FMT_FLAG_ALPHA) != 0;
    }

    int pictureFormat() {
      return hasAlpha() ? avutil.AV_PIX_FMT_BGRA : avutil.AV_PIX_FMT_BGR24;
    }
  }

  private final boolean still;
  private final long mostPixels;
  private final Orientation stored;
  private final AVFrame scaled = avutil.av_frame_alloc();
  private final Mat transposed = new Mat();
  private final Mat upright = new Mat();
  private SwsContext scaler;
  private Form form = new Form(avutil.AV_PIX_FMT_NONE, 0, 0, 0, 0, new ColourCoding(0, false));
  private Mat converted = new Mat();

  /**
   * Prepares for the frames of a file.
   *
   * @param still whether it is a still image, not a video
   * @param mostPixels the largest picture that is made
   * @throws IOException if the file cannot be read
   */
  public PictureConverter(Path file, boolean still, long mostPixels) throws IOException {
    this.still = still;
    this.mostPixels = mostPixels;
    this.stored = Orientation.ofExif(PictureHeader.orientation(file));
  }

  /**
   * Returns a frame's picture, which belongs to the converter and is valid until the next frame.
   * Transparent parts are seen over white.
   *
   * @param aspect width of a pixel over its height: pictures are made wider or higher by it
   * @throws IllegalArgumentException if it is too large or of a format that cannot be converted;
   *     the message continues {@code "Clip 'x' "}
   */
  public Mat convert(AVFrame frame, double aspect) {
    long width = Math.max(1, Math.round(frame.width() * Math.max(1, aspect)));
    long height = Math.max(1, Math.round(frame.height() / Math.min(1, aspect)));
    requireAtMost(mostPixels, width, height);
    ColourCoding colours = ColourCoding.of(frame, still);
    int wide = frame.width();
    int high = frame.height();
    scale(frame, new Form(frame.format(), wide, high, (int) width, (int) height, colours));
    if (form.hasAlpha()) {
      blendWithWhite();
    }
    converted.close();
    converted =
        new Mat(
            scaled.height(),
            scaled.width(),
            opencv_core.CV_8UC3,
            scaled.data(0),
            scaled.linesize(0));
    return turn(Orientation.of(frame, stored));
  }

  /**
   * Rejects pictures of too many pixels, or too long and narrow to be recordings, by an
   * IllegalArgumentException: in such a strip small faces would be searched in a lot of memory.
   */
  public static void requireAtMost(long mostPixels, long width, long height) {
    boolean strip = Math.max(width, height) > MOST_RATIO * Math.min(width, height);
    String shape =
        "has pictures of %s x %s pixels, more than %s times as long as wide; cut it first";
    Validate.isTrue(!strip, shape, width, height, MOST_RATIO);
    Validate.isTrue(
        width <= mostPixels / Math.max(1, height),
        "has pictures of %s x %s pixels, more than the limit of %s; scale it down or raise the"
            + " limit (-max-pixels)",
        width,
        height,
        mostPixels);
  }

  private void scale(AVFrame frame, Form wanted) {
    if (!wanted.equals(form)) {
      prepare(wanted);
    }
    Validate.isTrue(
        scaler != null && swscale.sws_scale_frame(scaler, scaled, frame) >= 0,
        "has pictures in a format that this FFmpeg cannot convert");
  }

  private void prepare(Form wanted) {
    form = wanted;
    avutil.av_frame_unref(scaled);
    swscale.sws_freeContext(scaler);
    DoublePointer none = null;
    scaler =
        swscale.sws_getContext(
            wanted.width(),
            wanted.height(),
            wanted.format(),
            wanted.pictureWidth(),
            wanted.pictureHeight(),
            wanted.pictureFormat(),
            swscale.SWS_BILINEAR,
            null,
            null,
            none);
    if (scaler != null) {
      IntPointer matrix = swscale.sws_getCoefficients(wanted.colours().matrix());
      int range = wanted.colours().full() ? 1 : 0;
      int unit = 1 << 16;
      swscale.sws_setColorspaceDetails(scaler, matrix, range, matrix, 0, 0, unit, unit);
    }
  }

  /** Makes rows of four bytes a pixel rows of three in place, so that no copy is in memory. */
  private void blendWithWhite() {
    int step = scaled.linesize(0);
    ByteBuffer pixels = scaled.data(0).capacity((long) step * scaled.height()).asByteBuffer();
    byte[] row = new byte[4 * scaled.width()];
    for (int start = 0; start < pixels.capacity(); start += step) {
      pixels.get(start, row);
      int to = 0;
      for (int x = 0; x < row.length; x += 4) {
        int opacity = row[x + 3] & 0xFF;
        for (int c = 0; c < 3; c++) {
          int colour = row[x + c] & 0xFF;
          row[to++] = (byte) ((colour * opacity + WHITE * (WHITE - opacity) + WHITE / 2) / WHITE);
        }
      }
      pixels.put(start, row, 0, to);
    }
  }

  private Mat turn(Orientation way) {
    Mat turned = converted;
    if (way.transposed()) {
      opencv_core.transpose(converted, transposed);
      turned = transposed;
    }
    if (!way.mirroredX() && !way.mirroredY()) {
      return turned;
    }
    int both = -1;
    opencv_core.flip(
        turned, upright, way.mirroredX() && way.mirroredY() ? both : way.mirroredX() ? 1 : 0);
    return upright;
  }

  @Override
  public void close() {
    swscale.sws_freeContext(scaler);
    avutil.av_frame_free(scaled);
    for (Mat mat : new Mat[] {transposed, upright, converted}) {
      mat.close();
    }
  }
}
