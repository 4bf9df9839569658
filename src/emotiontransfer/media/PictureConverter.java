package emotiontransfer.media;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.avutil.AVFrameSideData;
import org.bytedeco.ffmpeg.avutil.AVPixFmtDescriptor;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.ffmpeg.global.swscale;
import org.bytedeco.ffmpeg.swscale.SwsContext;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Turns decoded frames of any pixel format into upright blue-green-red pictures, reusing its
 * memory.
 */
final class PictureConverter implements AutoCloseable {

  /** The largest picture that is converted: 16 K by 8 K. */
  private static final long MOST_PIXELS = 1L << 27;

  private static final int WHITE = 255;

  private final Path file;
  private final AVFrame scaled = avutil.av_frame_alloc();
  private final Mat opaque = new Mat();
  private final Mat transposed = new Mat();
  private final Mat upright = new Mat();
  private SwsContext scaler;
  private Mat converted = new Mat();

  PictureConverter(Path file) {
    this.file = file;
  }

  /**
   * Returns a frame's picture, which belongs to the converter and is valid until the next frame.
   *
   * @throws MediaException if it is too large or of a format that cannot be converted
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
    scale(frame, hasAlpha ? avutil.AV_PIX_FMT_BGRA : avutil.AV_PIX_FMT_BGR24);
    if (hasAlpha) {
      blendWithWhite();
      return turn(opaque, frame);
    }
    converted.close();
    BytePointer data = scaled.data(0);
    converted =
        new Mat(frame.height(), frame.width(), opencv_core.CV_8UC3, data, scaled.linesize(0));
    return turn(converted, frame);
  }

  private void scale(AVFrame frame, int format) throws MediaException {
    int width = frame.width();
    int height = frame.height();
    int filter = swscale.SWS_BILINEAR;
    DoublePointer none = null;
    scaler =
        swscale.sws_getCachedContext(
            scaler, width, height, frame.format(), width, height, format, filter, null, null, none);
    if (scaled.width() != width || scaled.height() != height || scaled.format() != format) {
      avutil.av_frame_unref(scaled);
    }
    if (scaler == null || swscale.sws_scale_frame(scaler, scaled, frame) < 0) {
      throw new MediaException(file, "has pictures in a format that this FFmpeg cannot convert");
    }
  }

  private void blendWithWhite() {
    int step = scaled.linesize(0);
    ByteBuffer pixels = scaled.data(0).capacity((long) step * scaled.height()).asByteBuffer();
    byte[] row = new byte[4 * scaled.width()];
    byte[] blended = new byte[3 * scaled.width() * scaled.height()];
    int to = 0;
    for (int y = 0; to < blended.length; y++) {
      pixels.get(y * step, row);
      for (int x = 0; x < row.length; x += 4) {
        int opacity = row[x + 3] & 0xFF;
        for (int c = 0; c < 3; c++) {
          int colour = row[x + c] & 0xFF;
          blended[to++] =
              (byte) ((colour * opacity + WHITE * (WHITE - opacity) + WHITE / 2) / WHITE);
        }
      }
    }
    opaque.create(scaled.height(), scaled.width(), opencv_core.CV_8UC3);
    opaque.data().put(blended);
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
    avutil.av_frame_free(scaled);
    for (Mat mat : new Mat[] {opaque, transposed, upright, converted}) {
      mat.close();
    }
  }
}
