package emotiontransfer.face;

import java.awt.Rectangle;
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

  /** Added to each side, as a fraction of the face's size. */
  private final double margin;

  private final int pixels;
  private final Size size;
  private final Mat extended = new Mat();
  private final Mat resized = new Mat();

  FaceCropper(double margin, int side) {
    this(margin, side, side);
  }

  FaceCropper(double margin, int width, int height) {
    this.margin = margin;
    this.pixels = width * height;
    this.size = new Size(width, height);
  }

  /** Cuts a face out of a picture of blue, green and red; returns planes of red, green and blue. */
  byte[] crop(Mat picture, Rectangle face) {
    Rectangle wanted = new Rectangle(face);
    wanted.grow((int) Math.round(margin * face.width), (int) Math.round(margin * face.height));
    wanted.setSize(Math.max(1, wanted.width), Math.max(1, wanted.height));
    Rectangle inside = wanted.intersection(new Rectangle(picture.cols(), picture.rows()));
    int top = inside.y - wanted.y;
    int left = inside.x - wanted.x;
    int bottom = wanted.height - top - inside.height;
    int right = wanted.width - left - inside.width;
    try (Rect place = new Rect(inside.x, inside.y, inside.width, inside.height);
        Mat part = picture.apply(place)) {
      int repeat = opencv_core.BORDER_REPLICATE;
      opencv_core.copyMakeBorder(part, extended, top, bottom, left, right, repeat);
      opencv_imgproc.resize(extended, resized, size, 0, 0, opencv_imgproc.INTER_AREA);
    }
    return planes();
  }

  private byte[] planes() {
    byte[] mixed = new byte[3 * pixels];
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
