package emotiontransfer.face;

import emotiontransfer.face.FaceSettings.SeveralFaces;
import java.awt.Point;
import java.awt.Rectangle;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The location of the face from frame to frame: with no face or more than one in a frame, that of
 * the previous frame (section 3.1 of the paper).
 */
final class FaceTrack {

  /** In how many frames a face gave the location, there was none, or none of several did. */
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
  private final List<Boolean> detected = new ArrayList<>();
  private int without;
  private int several;
  private Rectangle location;
  private Rectangle first;

  FaceTrack(SeveralFaces rule) {
    this.rule = rule;
  }

  /** Takes the faces of the next frame. */
  void accept(List<Rectangle> faces) {
    boolean near = rule == SeveralFaces.NEAREST && location != null;
    Optional<Rectangle> face =
        faces.size() > 1 && !near
            ? Optional.empty()
            : faces.stream().min(Comparator.comparingDouble(this::distance));
    detected.add(face.isPresent());
    without += faces.isEmpty() ? 1 : 0;
    several += face.isEmpty() && !faces.isEmpty() ? 1 : 0;
    location = face.orElse(location);
    first = first == null ? location : first;
  }

  private double distance(Rectangle face) {
    return Point.distance(
        face.getCenterX(), face.getCenterY(), location.getCenterX(), location.getCenterY());
  }

  /** Null before the first face, as is {@link #first()}. */
  Rectangle location() {
    return location;
  }

  Rectangle first() {
    return first;
  }

  /** Returns how many frames were taken. */
  int frames() {
    return detected.size();
  }

  /** Returns for each frame whether the location came from it. */
  List<Boolean> detected() {
    return detected;
  }

  Counts counts() {
    return new Counts(detected.size() - without - several, without, several);
  }
}
