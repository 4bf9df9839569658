package emotiontransfer.demo.face.actor;

import java.awt.Color;

/**
 * An actor: what stays the same from clip to clip. Lengths are in half head widths of an average
 * face.
 *
 * @param name becomes the folder's name, for example {@code ovela-m02}
 * @param head shape of the head
 * @param eyes eyes and brows
 * @param lower nose and mouth
 * @param colours of skin, hair, eyes and clothes
 * @param hair cut
 * @param beard 0 for none to 1 for a full one
 * @param rest how this face looks when it shows nothing
 * @param expressiveness how far emotion moves this face, 1 for the emotions as they stand
 */
public record Actor(
    String name,
    Head head,
    Eyes eyes,
    Lower lower,
    Colours colours,
    Hair hair,
    double beard,
    FacialActions rest,
    double expressiveness) {

  /** How the hair is cut. */
  public enum Hair {
    /** Short at the sides, a line across the forehead. */
    SHORT(0.2, 0.15),
    /** Little more than the skull's contour. */
    CROPPED(0.05, -0.2),
    /** Down to the shoulders, parted. */
    LONG(0.2, 1.1),
    /** Down to the chin, with a fringe. */
    BOB(0.2, 0.9),
    /** Tied back. */
    TIED(0.1, -0.2);

    private final double volume;
    private final double end;

    Hair(double volume, double end) {
      this.volume = volume;
      this.end = end;
    }

    /** Returns how far the hair stands off the skull. */
    public double volume() {
      return volume;
    }

    /** Returns how far below the eyes the hair at the temples ends. */
    public double end() {
      return end;
    }
  }

  /**
   * Shape of the head.
   *
   * @param width half the width at the eyes
   * @param chin from the eyes down to the chin
   * @param jaw 0 for pointed to 1 for square
   * @param hairline from the eyes up to the hair
   */
  public record Head(double width, double chin, double jaw, double hairline) {}

  /**
   * Eyes and brows.
   *
   * @param distance from the middle of the face to the middle of an eye
   * @param size factor on an eye's width and height
   * @param tilt how much the outer corner stands above the inner one
   * @param browHeight from the eye up to the brow
   * @param browWeight thickness of the brow
   * @param browArch how much the brow's middle stands above its ends
   */
  public record Eyes(
      double distance,
      double size,
      double tilt,
      double browHeight,
      double browWeight,
      double browArch) {}

  /**
   * Nose and mouth.
   *
   * @param noseLength from the eyes down to the nose's tip
   * @param noseWidth half the width at the wings
   * @param mouthHeight from the eyes down to the mouth
   * @param mouthWidth half the width
   * @param lips thickness of the lower lip
   */
  public record Lower(
      double noseLength, double noseWidth, double mouthHeight, double mouthWidth, double lips) {}

  /**
   * Colours.
   *
   * @param skin in full light
   * @param hair of head and brows
   * @param iris of the eyes
   * @param lips of the mouth
   * @param clothes of the shirt
   */
  public record Colours(Color skin, Color hair, Color iris, Color lips, Color clothes) {}
}
