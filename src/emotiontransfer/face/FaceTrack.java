package emotiontransfer.face;

import java.util.Comparator;
import java.util.List;

/**
 * The location of the face from frame to frame: with no face or more than one in a frame, that of
 * the previous frame (section 3.2 of the paper).
 */
final class FaceTrack {

  private final SeveralFaces rule;
  private FaceBox location;
  private FaceBox first;
  private int detected;
  private int without;
  private int several;

  /**
   * Creates the track of a clip.
   *
   * @param rule what several faces in a frame mean
   */
  FaceTrack(SeveralFaces rule) {
    this.rule = rule;
  }

  /**
   * Takes the faces of the next frame.
   *
   * @return whether the location comes from this frame
   */
  boolean accept(List<FaceBox> faces) {
    FaceBox face = choose(faces);
    if (face == null) {
      if (faces.isEmpty()) {
        without++;
      } else {
        several++;
      }
      return false;
    }
    detected++;
    location = face;
    first = first == null ? face : first;
    return true;
  }

  private FaceBox choose(List<FaceBox> faces) {
    if (faces.size() == 1) {
      return faces.get(0);
    }
    if (rule == SeveralFaces.PREVIOUS || location == null) {
      return null;
    }
    return faces.stream().min(Comparator.comparingDouble(location::distance)).orElse(null);
  }

  /** Returns where the face is, or null before the first one. */
  FaceBox location() {
    return location;
  }

  /** Returns where the first face was found, or null where there was none yet. */
  FaceBox first() {
    return first;
  }

  /** Returns the counts so far. */
  FaceCounts counts() {
    return new FaceCounts(detected + without + several, detected, without, several);
  }
}
