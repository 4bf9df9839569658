package emotiontransfer.media;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;

/**
 * Turns decoded frames of any pixel format into upright blue-green-red pictures, reusing its
 * memory.
 */
final class PictureConverter implements AutoCloseable {

  /** The largest picture that is converted: 16 K by 8 K. */
  private static final long MOST_PIXELS = 1L << 27;

  /** FFmpeg writes rows in steps of so many pixels, beyond their end if need be. */
  private static final int ROW_STEP = 32;

  private static final int WHITE = 255;

  private final Path file;
  private final PointerPointer<AVFrame> rows = new PointerPointer<>(1);
  private final IntPointer rowLengths = new IntPointer(1);
  private final Mat alpha = new Mat();
  private final Mat opaque = new Mat();
  private final Mat transposed = new Mat();
  private final Mat upright = new Mat();
  private SwsContext scaler;
  private Mat padded = new Mat();
  private Mat converted = new Mat();

  /** Creates a converter for a file, which messages name. */
  PictureConverter(Path file) {
    this.file = file;
  }

  /**
   * Converts a frame.
   *
   * @return valid until the next frame; belongs to the converter
   * @throws MediaException if the picture is too large or of a format that cannot be converted
   */
  Mat convert(AVFrame frame) throws MediaException {
    if ((long) frame.width() * frame.height() > MOST_PIXELS) {
      throw new MediaException(
          file,
          "has pictures of %s x %s pixels, which is too large; scale it down first"
              .formatted(frame.width(), frame.height()));
    }
    AVPixFmtDescriptor pixels = avutil.av_pix_fmt_desc_get(frame.format());
    boolean hasAlpha = pixels != null && (pixels.flags() & avutil.AV_PIX_FMT_FLAG_ALPHA) != 0;
    scale(frame, hasAlpha);
    return turn(hasAlpha ? overWhite() : converted, frame);
  }

  private void scale(AVFrame frame, boolean hasAlpha) throws MediaException {
    int width = frame.width();
    int height = frame.height();
    int format = hasAlpha ? avutil.AV_PIX_FMT_BGRA : avutil.AV_PIX_FMT_BGR24;
    scaler =
        swscale.sws_getCachedContext(
            scaler,
            width,
            height,
            frame.format(),
            width,
            height,
            format,
            swscale.SWS_BILINEAR,
            null,
            null,
            (DoublePointer) null);
    if (scaler == null) {
      throw new MediaException(file, "has pictures in a format that this FFmpeg cannot convert");
    }
    reserve(width, height, hasAlpha ? opencv_core.CV_8UC4 : opencv_core.CV_8UC3);
    rows.put(0, converted.data());
    rowLengths.put(0, (int) converted.step());
    swscale.sws_scale(
        scaler, new PointerPointer<>(frame), frame.linesize(), 0, height, rows, rowLengths);
  }

  private void reserve(int width, int height, int type) {
    if (converted.cols() == width && converted.rows() == height && converted.type() == type) {
      return;
    }
    converted.close();
    padded.close();
    int padding = ROW_STEP + (ROW_STEP - width % ROW_STEP) % ROW_STEP;
    padded = new Mat(height + 1, width + padding, type);
    try (Rect whole = new Rect(0, 0, width, height)) {
      converted = padded.apply(whole);
    }
  }

  private Mat overWhite() {
    opencv_core.extractChannel(converted, alpha, 3);
    opencv_imgproc.cvtColor(converted, opaque, opencv_imgproc.COLOR_BGRA2BGR);
    byte[] opacities = bytes(alpha);
    byte[] colours = bytes(opaque);
    for (int i = 0; i < colours.length; i++) {
      int opacity = opacities[i / 3] & 0xFF;
      int colour = colours[i] & 0xFF;
      colours[i] = (byte) ((colour * opacity + WHITE * (WHITE - opacity) + WHITE / 2) / WHITE);
    }
    ByteBuffer pixels = opaque.createBuffer();
    pixels.put(colours);
    return opaque;
  }

  private static byte[] bytes(Mat continuous) {
    byte[] copy = new byte[(int) (continuous.total() * continuous.elemSize())];
    ByteBuffer pixels = continuous.createBuffer();
    pixels.get(copy);
    return copy;
  }

  /**
   * Turns a picture upright, by the display matrix that FFmpeg makes of a video's rotation and of a
   * photograph's EXIF orientation: a stored point (x, y) is shown at (a x + c y, b x + d y), y
   * pointing down; a, b, c and d are its elements 0, 1, 3 and 4. Angles are taken to the nearest
   * quarter.
   */
  private Mat turn(Mat picture, AVFrame frame) {
    AVFrameSideData data = avutil.av_frame_get_side_data(frame, avutil.AV_FRAME_DATA_DISPLAYMATRIX);
    if (data == null) {
      return picture;
    }
    IntPointer matrix = new IntPointer(data.data());
    boolean straight = Math.abs((long) matrix.get(0)) >= Math.abs((long) matrix.get(1));
    boolean mirroredX = matrix.get(straight ? 0 : 3) < 0;
    boolean mirroredY = matrix.get(straight ? 4 : 1) < 0;
    Mat turned = picture;
    if (!straight) {
      opencv_core.transpose(picture, transposed);
      turned = transposed;
    }
    if (!mirroredX && !mirroredY) {
      return turned;
    }
    opencv_core.flip(turned, upright, mirroredX && mirroredY ? -1 : mirroredX ? 1 : 0);
    return upright;
  }

  @Override
  public void close() {
    swscale.sws_freeContext(scaler);
    for (Mat mat : new Mat[] {alpha, opaque, transposed, upright, converted, padded}) {
      mat.close();
    }
    rows.close();
    rowLengths.close();
  }
}
