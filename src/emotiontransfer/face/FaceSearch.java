package emotiontransfer.face;

import emotiontransfer.face.FaceDetector.Found;
import java.awt.Rectangle;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.Scalar;

/**
 * Finds the faces of one frame after another, in the surroundings of the last one where that is
 * enough.
 *
 * <p>A near search looks for sizes like the last face's in its surroundings, at their place in an
 * otherwise flat frame: OpenCV then looks at the same windows as in the whole frame, and leaves the
 * flat ones at once, so that the boxes are the same but for what far smaller or larger windows add.
 *
 * <p>The whole frame is searched where the near search finds no face or is not certain (something
 * has about as many neighbours as make a face, or reaches out of the surroundings), as long as
 * there are faces elsewhere, and after some frames in any case, so that another face is not missed
 * for long. Where near searches are uncertain in a row, ever longer pauses are made between them.
 */
final class FaceSearch implements AutoCloseable {

  /** Near searches between two of the whole frame, at most. */
  private static final int MOST_NEAR = 12;

  /** After uncertain near searches in a row, at most so many frames pass without another one. */
  private static final int LONGEST_PAUSE = 7;

  /** Surroundings of a face on each side, as a fraction of its size. */
  private static final double SURROUNDINGS = 0.6;

  /** Largest ratio of the last face's size to one that a near search looks for. */
  private static final double SIZE_RANGE = 1.4;

  private final FaceDetector detector;
  private final FaceSettings settings;
  private final Scalar flat = new Scalar(128.0);
  private Rectangle last;
  private int nearSearches;
  private boolean nearAllowed;
  private Mat canvas = new Mat();
  private int doubts;
  private int pause;

  /** Prepares for the frames of one clip; the detector stays open. */
  FaceSearch(FaceDetector detector, FaceSettings settings) {
    this.detector = detector;
    this.settings = settings;
  }

  /** Returns the faces of the next frame, an 8-bit picture of the same size as those before. */
  List<Rectangle> find(Mat grey) {
    if (pause > 0) {
      pause--;
    } else if (nearAllowed && nearSearches < MOST_NEAR) {
      nearSearches++;
      List<Rectangle> faces = findNear(grey);
      if (!faces.isEmpty()) {
        doubts = 0;
        return faces;
      }
      pause = Math.min(LONGEST_PAUSE, (1 << doubts) - 1);
      doubts = Math.min(LONGEST_PAUSE, doubts + 1);
    }
    return findAnywhere(grey);
  }

  /** Returns the faces of a whole frame, with their neighbours. */
  static List<Found> anywhere(FaceDetector detector, FaceSettings settings, Mat grey) {
    int smallest = settings.smallest(grey.cols(), grey.rows());
    int largest = settings.largest(grey.cols(), grey.rows());
    return detector.find(grey, settings.scaleFactor(), settings.neighbours(), smallest, largest);
  }

  /**
   * Returns the face of a whole frame that has the most neighbours: as if their number were lowered
   * until there is one. There are several where they have as many.
   */
  static List<Rectangle> strongest(FaceDetector detector, FaceSettings settings, Mat grey) {
    List<Found> found = anywhere(detector, settings, grey);
    int most = found.stream().mapToInt(Found::neighbours).max().orElse(0);
    return found.stream().filter(face -> face.neighbours() == most).map(Found::box).toList();
  }

  private List<Rectangle> findAnywhere(Mat grey) {
    List<Rectangle> faces = remember(anywhere(detector, settings, grey));
    nearSearches = 0;
    nearAllowed =
        settings.nearSearch()
            && last != null
            && !faces.isEmpty()
            && faces.stream().allMatch(surroundings(grey)::contains);
    return faces;
  }

  /** Returns the boxes, and keeps that of a single face for the next near search. */
  private List<Rectangle> remember(List<Found> found) {
    List<Rectangle> faces = found.stream().map(Found::box).toList();
    last = faces.size() == 1 ? faces.get(0) : last;
    return faces;
  }

  private Rectangle surroundings(Mat grey) {
    Rectangle around = new Rectangle(last);
    around.grow(
        (int) Math.round(SURROUNDINGS * last.width), (int) Math.round(SURROUNDINGS * last.height));
    return around.intersection(new Rectangle(grey.cols(), grey.rows()));
  }

  /** Returns no face where the near search is not certain. */
  private List<Rectangle> findNear(Mat grey) {
    if (canvas.cols() != grey.cols() || canvas.rows() != grey.rows()) {
      canvas.close();
      canvas = new Mat(grey.rows(), grey.cols(), opencv_core.CV_8UC1, flat);
    }
    Rectangle region = surroundings(grey);
    double narrow = last.width / SIZE_RANGE;
    double wide = Math.ceil(last.width * SIZE_RANGE);
    int least = (int) Math.max(settings.smallest(grey.cols(), grey.rows()), narrow);
    int most = (int) Math.min(settings.largest(grey.cols(), grey.rows()), wide);
    int nearly = Math.max(1, settings.neighbours() - 1);
    int doubtful = settings.neighbours() + 1;
    try (Rect place = new Rect(region.x, region.y, region.width, region.height);
        Mat from = grey.apply(place);
        Mat to = canvas.apply(place)) {
      from.copyTo(to);
      List<Found> found = detector.find(canvas, settings.scaleFactor(), nearly, least, most);
      to.put(flat);
      boolean certain =
          found.stream()
              .allMatch(face -> face.neighbours() > doubtful && region.contains(face.box()));
      return certain ? remember(found) : List.of();
    }
  }

  @Override
  public void close() {
    canvas.close();
    flat.close();
  }
}
