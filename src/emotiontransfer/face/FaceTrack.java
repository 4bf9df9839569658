package emotiontransfer.face;

import java.awt.Point;
import java.awt.Rectangle;
import java.util.Comparator;
import java.util.List;

/**
 * The location of the face from frame to frame: with no face or more than one in a frame, that of
 * the previous frame (section 3.1 of the paper).
 */
final class FaceTrack {

  /**
   * What was found in the frames of a clip.
   *
   * @param detected frames whose face gave the location
   * @param without frames without a face
   * @param several frames with several faces, of which none gave the location
   */
  record Counts(int detected, int without, int several) {

    int frames() {
      return detected + without + several;
    }

    @Override
    public String toString() {
      return "frames: %s read, %s detected, %s fallen back (%s without a face, %s with several)"
          .formatted(frames(), detected, without + several, without, several);
    }
  }

  private final SeveralFaces rule;
  private Rectangle location;
  private Rectangle first;
  private int detected;
  private int without;
  private int several;

  /** Creates the track of a clip. */
  FaceTrack(SeveralFaces rule) {
    this.rule = rule;
  }

  /**
   * Takes the faces of the next frame.
   *
   * @return whether the location comes from this frame
   */
  boolean accept(List<Rectangle> faces) {
    Rectangle face = choose(faces);
    if (face == null) {
      without += faces.isEmpty() ? 1 : 0;
      several += faces.isEmpty() ? 0 : 1;
      return false;
    }
    detected++;
    location = face;
    first = first == null ? face : first;
    return true;
  }

  private Rectangle choose(List<Rectangle> faces) {
    if (faces.size() == 1) {
      return faces.get(0);
    }
    if (rule == SeveralFaces.PREVIOUS || location == null) {
      return null;
    }
    return faces.stream()
        .min(
            Comparator.comparingDouble(
                face ->
                    Point.distance(
                        face.getCenterX(),
                        face.getCenterY(),
                        location.getCenterX(),
                        location.getCenterY())))
        .orElse(null);
  }

  /** Returns where the face is, or null before the first one. */
  Rectangle location() {
    return location;
  }

  /** Returns where the first face was found, or null where there was none yet. */
  Rectangle first() {
    return first;
  }

  Counts counts() {
    return new Counts(detected, without, several);
  }
}
