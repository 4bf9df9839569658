package emotiontransfer.face;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.media.Natives;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.commons.lang3.Validate;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.opencv_core.FileStorage;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;

/**
 * OpenCV's Viola-Jones detector with its cascade of frontal faces. For one thread.
 *
 * <p>Viola and Jones, "Rapid Object Detection using a Boosted Cascade of Simple Features", 2001;
 * cascade by Lienhart. It is read from this package's resources, because OpenCV's natives for
 * Windows carry none.
 */
final class FaceDetector implements AutoCloseable {

  private static final String CASCADE = "haarcascade_frontalface_default.xml";

  /** A face, and in how many places and sizes it was found. */
  record Found(Rectangle box, int neighbours) {}

  /**
   * Pixels of the widest by the tallest picture that one cascade is given: OpenCV keeps memory for
   * such a picture, though there was none.
   */
  private static final long MOST_KEPT = 1L << 23;

  /** Places that are searched for the smallest faces; OpenCV takes about 70 bytes for one. */
  private static final long MOST_WINDOWS = 1L << 24;

  private final RectVector boxes;
  private final IntPointer counts;
  private CascadeClassifier cascade;
  private int widest;
  private int tallest;

  /** Loads the cascade, or throws an IllegalStateException where it cannot. */
  FaceDetector() {
    Natives.loadOpenCv();
    boxes = new RectVector();
    counts = new IntPointer();
    cascade = load();
  }

  private static CascadeClassifier load() {
    CascadeClassifier cascade = new CascadeClassifier();
    try (InputStream stream = FaceDetector.class.getResourceAsStream(CASCADE)) {
      String text = new String(stream.readAllBytes(), StandardCharsets.ISO_8859_1);
      try (FileStorage storage = new FileStorage(text, FileStorage.READ | FileStorage.MEMORY)) {
        boolean read = cascade.read(storage.getFirstTopLevelNode());
        Validate.validState(read, "OpenCV cannot read " + CASCADE);
      }
    } catch (IOException e) {
      throw new IllegalStateException(CASCADE + " cannot be read from the package", e);
    }
    return cascade;
  }

  /** Begins a new cascade where the old one, grown by this picture, would keep too much memory. */
  private void fit(Mat grey) {
    widest = Math.max(widest, grey.cols());
    tallest = Math.max(tallest, grey.rows());
    long kept = (long) widest * tallest;
    if (kept > MOST_KEPT && kept > grey.total()) {
      cascade.close();
      cascade = load();
      widest = grey.cols();
      tallest = grey.rows();
    }
  }

  /**
   * Finds faces in an 8-bit picture.
   *
   * @param scaleFactor ratio of two neighbouring sizes, in the row of sizes 24, 24 f, 24 f^2, ...
   * @param neighbours a face must be found in more than so many places and sizes
   * @param smallest side of the smallest face, in pixels
   * @return the faces, in OpenCV's order
   * @throws IllegalArgumentException if the search would take too much memory
   */
  List<Found> find(Mat grey, double scaleFactor, int neighbours, int smallest, int largest) {
    long windows = grey.total() * FaceSettings.WINDOW * FaceSettings.WINDOW;
    isTrue(
        windows <= MOST_WINDOWS * smallest * smallest,
        "has pictures of %s x %s pixels, too large to be searched for faces of %s; scale it down or"
            + " raise -min-size",
        grey.cols(),
        grey.rows(),
        smallest);
    fit(grey);
    try (Size least = new Size(smallest, smallest);
        Size most = new Size(largest, largest)) {
      cascade.detectMultiScale2(grey, boxes, counts, scaleFactor, neighbours, 0, least, most);
    }
    List<Found> found = new ArrayList<>();
    for (int i = 0; i < boxes.size(); i++) {
      Rect box = boxes.get(i);
      Rectangle rectangle = new Rectangle(box.x(), box.y(), box.width(), box.height());
      found.add(new Found(rectangle, counts.get(i)));
    }
    return found;
  }

  @Override
  public void close() {
    counts.close();
    boxes.close();
    cascade.close();
  }
}
