package emotiontransfer.face;

import java.nio.ByteBuffer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Cuts faces out of frames and brings them to one size by averaging areas. What a margin reaches
 * beyond the frame repeats the frame's edge.
 */
final class FaceCropper implements AutoCloseable {

  private final double margin;
  private final int side;
  private final Size size;
  private final Mat extended = new Mat();
  private final Mat resized = new Mat();

  /** Creates a cropper; the margin is added to each side, as a fraction of the face's size. */
  FaceCropper(double margin, int side) {
    this.margin = margin;
    this.side = side;
    this.size = new Size(side, side);
  }

  /**
   * Cuts a face out of a picture of blue, green and red.
   *
   * @return value {@code (c * side + row) * side + column}, c being red, green, blue
   */
  byte[] crop(Mat picture, FaceBox face) {
    int dx = (int) Math.round(margin * face.width());
    int dy = (int) Math.round(margin * face.height());
    int left = face.x() - dx;
    int top = face.y() - dy;
    int right = Math.max(left + 1, face.x() + face.width() + dx);
    int bottom = Math.max(top + 1, face.y() + face.height() + dy);
    int x0 = Math.max(0, left);
    int y0 = Math.max(0, top);
    int x1 = Math.min(picture.cols(), right);
    int y1 = Math.min(picture.rows(), bottom);
    try (Rect inside = new Rect(x0, y0, x1 - x0, y1 - y0);
        Mat part = picture.apply(inside)) {
      Mat whole = part;
      if (x0 > left || y0 > top || x1 < right || y1 < bottom) {
        opencv_core.copyMakeBorder(
            part,
            extended,
            y0 - top,
            bottom - y1,
            x0 - left,
            right - x1,
            opencv_core.BORDER_REPLICATE);
        whole = extended;
      }
      opencv_imgproc.resize(whole, resized, size, 0, 0, opencv_imgproc.INTER_AREA);
    }
    return planes();
  }

  private byte[] planes() {
    int pixels = side * side;
    byte[] mixed = new byte[FaceSettings.CHANNELS * pixels];
    ByteBuffer buffer = resized.createBuffer();
    buffer.get(mixed);
    byte[] planes = new byte[mixed.length];
    for (int i = 0; i < pixels; i++) {
      planes[i] = mixed[3 * i + 2];
      planes[pixels + i] = mixed[3 * i + 1];
      planes[2 * pixels + i] = mixed[3 * i];
    }
    return planes;
  }

  @Override
  public void close() {
    extended.close();
    resized.close();
    size.close();
  }
}
