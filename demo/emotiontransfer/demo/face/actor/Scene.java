package emotiontransfer.demo.face.actor;

import java.awt.Color;

/**
 * Where and how a corpus is recorded, and in which manner it is drawn.
 *
 * @param width of a frame, pixels, even
 * @param height likewise
 * @param framesPerSecond of the clips
 * @param backdrop what is behind the actors
 * @param face half a head's width, pixels
 * @param eyeLevel where the eyes are, fraction of the frame's height from above
 * @param light from where it comes: -1 is left in the picture, 1 right
 * @param contrast strength of the shades, 1 for the ordinary
 * @param tint colour of the light
 * @param outline strength of the drawn contours, 0 for none to 1
 * @param softness fraction of each pixel that comes from its neighbours, 0 to 1
 * @param grain standard deviation of the sensor's noise, grey levels
 */
public record Scene(
    int width,
    int height,
    int framesPerSecond,
    Backdrop backdrop,
    double face,
    double eyeLevel,
    double light,
    double contrast,
    Color tint,
    double outline,
    double softness,
    double grain) {

  /** What is behind the actors. */
  public enum Backdrop {
    /** A grey-blue cloth, brighter in the middle. */
    CLOTH,
    /** A room: wall, shelf, window. */
    ROOM
  }

  /** Even light, soft drawing, a quiet camera: a studio. */
  public static final Scene STUDIO =
      new Scene(
          240,
          180,
          12,
          Backdrop.CLOTH,
          46,
          0.43,
          -0.25,
          0.9,
          new Color(250, 252, 255),
          0.15,
          0.35,
          2.5);

  /** Lamp at one side, drawn contours, a cheap camera: a living room. */
  public static final Scene HOME =
      new Scene(
          200, 200, 10, Backdrop.ROOM, 44, 0.46, 0.6, 1.25, new Color(255, 238, 214), 0.8, 0.2, 6);
}
