package emotiontransfer.face;

import emotiontransfer.face.FaceDetector.Found;
import java.util.List;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Size;

/**
 * Finds the faces of one frame after another, in the surroundings of the last one where that is
 * enough.
 *
 * <p>A search of the whole frame that finds one face, and nothing that comes close to being a
 * second one, becomes the anchor of near searches. A near search looks at the anchor's surroundings
 * and tells how far the face moved and grew since the anchor; the anchor's box is changed by as
 * much. The whole frame is searched again where the near search finds no face, several or a faint
 * one, where the face has left the anchor's place, and after some frames in any case, lest a second
 * face be missed for long.
 *
 * <p>A near search is cheap because it shrinks the surroundings until the face is little larger
 * than the cascade's window: OpenCV then takes two steps at once, so that about a quarter of the
 * windows around the face, which take most of the time, are looked at. Their mean is as good.
 */
final class FaceSearch implements AutoCloseable {

  /** Near searches between two of the whole frame, at most. */
  private static final int MOST_NEAR = 6;

  /** Surroundings of a face on each side, as a share of its size. */
  private static final double SURROUNDINGS = 0.6;

  /**
   * Side of the anchor's face in the shrunken surroundings; sizes up to 1.4 times off are found.
   */
  private static final double SHRUNKEN = 34;

  /** Below twice the cascade's window OpenCV takes two steps at once. */
  private static final int LARGEST_SHRUNKEN = 2 * FaceSettings.WINDOW - 1;

  /** A face that overlaps the anchor by less has left its place. */
  private static final double SAME_PLACE = 0.85;

  /** A near search must find at least this share of the neighbours that it found at the anchor. */
  private static final double FAINT = 0.5;

  /** What is found with this many neighbours fewer than a face comes close to being one. */
  private static final int CLOSE_TO_A_FACE = 3;

  private static final int LEAST_NEIGHBOURS = 2;

  private final FaceDetector detector;
  private final FaceSettings settings;
  private final Mat shrunken = new Mat();

  private FaceBox anchor;
  private Found nearAnchor;
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
   * @param grey 8-bit picture, of the same size as those before
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
    List<Found> near = findNear(grey);
    if (near.size() != 1 || near.get(0).neighbours() < FAINT * nearAnchor.neighbours()) {
      return null;
    }
    FaceBox now = near.get(0).box();
    FaceBox then = nearAnchor.box();
    double zoom = anchor.width() / SHRUNKEN;
    FaceBox moved =
        new FaceBox(
            anchor.x() + (int) Math.round(zoom * (now.x() - then.x())),
            anchor.y() + (int) Math.round(zoom * (now.y() - then.y())),
            anchor.width() + (int) Math.round(zoom * (now.width() - then.width())),
            anchor.height() + (int) Math.round(zoom * (now.height() - then.height())));
    boolean inside = moved.equals(moved.around(0, grey.cols(), grey.rows()));
    return inside && moved.overlap(anchor) >= SAME_PLACE ? moved : null;
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
    List<Found> near = findNear(grey);
    if (near.size() == 1) {
      nearAnchor = near.get(0);
      nearSearches = 0;
    } else {
      anchor = null;
    }
  }

  /** Returns the faces in the shrunken surroundings of the anchor, in pixels of these. */
  private List<Found> findNear(Mat grey) {
    FaceBox region = anchor.around(SURROUNDINGS, grey.cols(), grey.rows());
    double shrink = SHRUNKEN / anchor.width();
    int width = (int) Math.round(region.width() * shrink);
    int height = (int) Math.round(region.height() * shrink);
    try (Rect place = new Rect(region.x(), region.y(), region.width(), region.height());
        Mat part = grey.apply(place);
        Size size = new Size(width, height)) {
      opencv_imgproc.resize(part, shrunken, size, 0, 0, opencv_imgproc.INTER_AREA);
    }
    return detector.find(
        shrunken, settings.scaleFactor(), LEAST_NEIGHBOURS, FaceSettings.WINDOW, LARGEST_SHRUNKEN);
  }

  @Override
  public void close() {
    shrunken.close();
  }
}
