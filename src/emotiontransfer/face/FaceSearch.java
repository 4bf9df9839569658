package emotiontransfer.face;

import emotiontransfer.face.FaceDetector.Found;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Finds the faces of one frame after another, in the surroundings of the last one where that is
 * enough.
 *
 * <p>A search of the whole frame that finds one face, and nothing that comes close to being a
 * second one, becomes the anchor of near searches. A near search looks at few sizes around the
 * face's and tells how far the face moved since the anchor; the anchor's box is moved by as much.
 * The whole frame is searched again where the near search finds no face, several or a faint one,
 * where the face has left the anchor's place, and after some frames in any case, lest a second face
 * be missed for long.
 *
 * <p>A near search sees the face at its place in an otherwise flat frame: OpenCV then tries exactly
 * the windows that it would try in the whole frame, and leaves the flat ones at once.
 */
final class FaceSearch implements AutoCloseable {

  /** Near searches between two of the whole frame, at most. */
  private static final int MOST_NEAR = 8;

  /** Surroundings of a face on each side, as a share of its size. */
  private static final double SURROUNDINGS = 0.3;

  /** Largest ratio of the anchor's size to a size that a near search looks at. */
  private static final double SIZE_RANGE = 1.12;

  /** A face that overlaps the anchor by less has left its place. */
  private static final double SAME_PLACE = 0.85;

  /** A near search must find at least this share of the neighbours that it found at the anchor. */
  private static final double FAINT = 0.6;

  /** What is found with this many neighbours fewer than a face comes close to being one. */
  private static final int CLOSE_TO_A_FACE = 3;

  private static final int LEAST_NEIGHBOURS = 2;
  private static final double FLAT = 128;

  private final FaceDetector detector;
  private final FaceSettings settings;
  private final Scalar flat = new Scalar(FLAT);
  private Mat canvas = new Mat();

  private FaceBox anchor;
  private Found nearAnchor;
  private FaceBox lastNear;
  private int nearSearches;

  /**
   * Creates a search for the frames of one clip.
   *
   * @param detector stays open
   */
  FaceSearch(FaceDetector detector, FaceSettings settings) {
    this.detector = detector;
    this.settings = settings;
  }

  /**
   * Finds the faces of the next frame.
   *
   * @param grey 8-bit picture
   * @return the boxes of the faces, in OpenCV's order
   */
  List<FaceBox> find(Mat grey) {
    if (anchor != null && nearSearches < MOST_NEAR) {
      nearSearches++;
      FaceBox moved = moved(grey);
      if (moved != null) {
        return List.of(moved);
      }
    }
    return findAnywhere(grey);
  }

  /** Returns the anchor's box as the face has moved since, or null where that is not certain. */
  private FaceBox moved(Mat grey) {
    List<Found> near = findNear(grey, lastNear);
    if (near.size() != 1 || near.get(0).neighbours() < FAINT * nearAnchor.neighbours()) {
      return null;
    }
    FaceBox now = near.get(0).box();
    FaceBox then = nearAnchor.box();
    if (now.overlap(then) < SAME_PLACE) {
      return null;
    }
    lastNear = now;
    FaceBox moved =
        new FaceBox(
            anchor.x() + now.x() - then.x(),
            anchor.y() + now.y() - then.y(),
            anchor.width() + now.width() - then.width(),
            anchor.height() + now.height() - then.height());
    return moved.equals(moved.around(0, grey.cols(), grey.rows())) ? moved : null;
  }

  private List<FaceBox> findAnywhere(Mat grey) {
    int smallest = settings.smallest(grey.cols(), grey.rows());
    int largest = settings.largest(grey.cols(), grey.rows());
    int close =
        settings.nearSearch()
            ? Math.max(1, settings.neighbours() - CLOSE_TO_A_FACE)
            : settings.neighbours();
    List<Found> found = detector.find(grey, settings.scaleFactor(), close, smallest, largest);
    List<FaceBox> faces =
        found.stream()
            .filter(face -> face.neighbours() > settings.neighbours())
            .map(Found::box)
            .toList();
    anchor = null;
    if (settings.nearSearch() && faces.size() == 1 && found.size() == 1) {
      dropAnchor(grey, faces.get(0));
    }
    return faces;
  }

  private void dropAnchor(Mat grey, FaceBox face) {
    anchor = face;
    List<Found> near = findNear(grey, face);
    if (near.size() == 1 && near.get(0).box().overlap(face) >= SAME_PLACE) {
      nearAnchor = near.get(0);
      lastNear = nearAnchor.box();
      nearSearches = 0;
    } else {
      anchor = null;
    }
  }

  private List<Found> findNear(Mat grey, FaceBox last) {
    if (canvas.cols() != grey.cols() || canvas.rows() != grey.rows()) {
      canvas.close();
      canvas = new Mat(grey.rows(), grey.cols(), opencv_core.CV_8UC1, flat);
    }
    FaceBox region = last.around(SURROUNDINGS, grey.cols(), grey.rows());
    int smallest = settings.smallest(grey.cols(), grey.rows());
    int least = (int) Math.max(smallest, anchor.width() / SIZE_RANGE);
    int most = (int) Math.ceil(anchor.width() * SIZE_RANGE);
    try (Rect place = new Rect(region.x(), region.y(), region.width(), region.height());
        Mat from = grey.apply(place);
        Mat to = canvas.apply(place)) {
      from.copyTo(to);
      List<Found> found =
          detector.find(canvas, settings.scaleFactor(), LEAST_NEIGHBOURS, least, most);
      to.put(flat);
      return found;
    }
  }

  @Override
  public void close() {
    canvas.close();
    flat.close();
  }
}
