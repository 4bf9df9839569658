package emotiontransfer.face;

import emotiontransfer.face.FaceDetector.Found;
import emotiontransfer.file.Shown;
import emotiontransfer.media.ClipLimits;
import emotiontransfer.media.FrameSampling;
import emotiontransfer.media.FrameSource;
import emotiontransfer.media.MediaException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Whether the pictures of a corpus are faces already, by the pictures alone.
 *
 * <p>The cascade needs some surroundings: in pictures that were cropped to the face it finds few,
 * or boxes that fill the picture. So they are taken for faces where all are single pictures, at
 * least 10, none is far from square, and it finds exactly one face with surroundings in fewer than
 * half of them. At most 100 are looked at, evenly taken; the same clips always give the same
 * answer.
 *
 * @param looked pictures that were looked at
 * @param found those with exactly one face that leaves room around it
 * @param obstacle why faces have to be searched in any case; may be empty
 */
public record FaceSurvey(int looked, int found, String obstacle) {

  private static final int LEAST = 10;
  private static final int MOST = 100;

  /** Of the longer side to the shorter one. */
  private static final double LONGEST = 1.5;

  /**
   * Of a box's side to the picture's shorter one. The cascade's own crops, searched once more, give
   * 0.77 to 0.85 where they give any, and 0.74 to 0.79 with a tenth of the face added on each side.
   */
  private static final double LARGEST = 0.8;

  /** Looks at clips; those that cannot be read are passed over. */
  public static FaceSurvey of(List<Path> clips, FaceSettings settings, ClipLimits limits) {
    int count = Math.min(MOST, clips.size());
    FaceSurvey survey = new FaceSurvey(0, 0, "");
    try (FaceDetector detector = new FaceDetector()) {
      for (int i = 0; i < count && !survey.isSettled(count); i++) {
        Path clip = clips.get((int) ((long) i * clips.size() / count));
        survey = survey.plus(clip, settings, limits, detector);
      }
    }
    return survey;
  }

  private boolean isSettled(int count) {
    return !obstacle.isEmpty() || 2 * found >= count;
  }

  private FaceSurvey plus(
      Path clip, FaceSettings settings, ClipLimits limits, FaceDetector detector) {
    try (FrameSource frames = FrameSampling.ALL.open(clip, limits.start(clip, 0));
        Mat grey = new Mat()) {
      if (!frames.advance()) {
        return this;
      }
      Mat picture = frames.picture();
      int width = picture.cols();
      int height = picture.rows();
      opencv_imgproc.cvtColor(picture, grey, opencv_imgproc.COLOR_BGR2GRAY);
      String name = Shown.name(clip.getFileName());
      if (Math.max(width, height) > LONGEST * Math.min(width, height)) {
        return new FaceSurvey(
            looked, found, "'%s' is far from square (%s x %s)".formatted(name, width, height));
      }
      if (frames.advance()) {
        return new FaceSurvey(looked, found, "'%s' has several frames".formatted(name));
      }
      List<Found> faces = FaceSearch.anywhere(detector, settings, grey);
      double largest = LARGEST * Math.min(width, height);
      boolean one = faces.size() == 1 && faces.get(0).box().width <= largest;
      return new FaceSurvey(looked + 1, found + (one ? 1 : 0), "");
    } catch (MediaException | IllegalArgumentException unreadable) {
      // Reading the clip will report what is wrong with it.
      return this;
    }
  }

  /** Returns whether the pictures are to be taken whole. */
  public boolean areFaces() {
    return obstacle.isEmpty() && looked >= LEAST && 2 * found < looked;
  }

  /** Returns in a sentence what is done with the clips, and why. */
  @Override
  public String toString() {
    String counts = "in %s of %s pictures that were looked at".formatted(found, looked);
    if (areFaces()) {
      return "Pictures are taken whole, as faces already (-detect none): the cascade found a face"
          + " with surroundings only "
          + counts
          + ". If they are no faces, give -detect cascade.";
    }
    String why =
        obstacle.isEmpty() ? "the cascade found one with surroundings " + counts : obstacle;
    String few = obstacle.isEmpty() && looked < LEAST ? ", too few to judge by" : "";
    return "Faces are searched (-detect auto): " + why + few + ".";
  }
}
