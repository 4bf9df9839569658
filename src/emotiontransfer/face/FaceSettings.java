package emotiontransfer.face;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.media.FrameSampling;

/**
 * All numbers of the face front end.
 *
 * @param cropSize side of a crop, in pixels
 * @param margin added to each side of a face, as a fraction of its size; it may be below 0
 * @param scaleFactor ratio of two neighbouring sizes that are searched, above 1
 * @param neighbours a face must be found in more than so many neighbouring places and sizes
 * @param minSize side of the smallest face, in pixels; 0 for a twelfth of the frame's shorter side
 * @param maxSize side of the largest face, in pixels; 0 for no limit
 * @param nearSearch whether the last face's surroundings are searched before the whole frame
 * @param sampling which frames are taken
 * @param beforeFirst how frames before the first face are treated
 * @param several what several faces in a frame mean
 */
public record FaceSettings(
    int cropSize,
    double margin,
    double scaleFactor,
    int neighbours,
    int minSize,
    int maxSize,
    boolean nearSearch,
    FrameSampling sampling,
    BeforeFirst beforeFirst,
    SeveralFaces several) {

  /** Red, green and blue. */
  public static final int CHANNELS = 3;

  /** The paper's crops of every frame, and this package's settings of the detector. */
  public static final FaceSettings PAPER = paper(FrameSampling.ALL);

  /** Side of the cascade's window, the smallest face there is. */
  static final int WINDOW = 24;

  private static final int SMALLEST_FRACTION = 12;
  private static final int LARGEST_CROP = 1024;

  /** Rejects numbers out of range; the message names option and value. */
  public FaceSettings {
    within("size", cropSize, 1, LARGEST_CROP);
    isTrue(
        margin > -0.5 && margin <= 10,
        "margin must be above -0.5 and at most 10, but is %s",
        margin);
    isTrue(
        scaleFactor >= 1.01 && scaleFactor <= 2,
        "scale must be between 1.01 and 2, but is %s",
        scaleFactor);
    within("neighbours", neighbours, 1, 1000);
    within("min-size", minSize, 0, Short.MAX_VALUE);
    within("max-size", maxSize, 0, Short.MAX_VALUE);
    isTrue(
        maxSize == 0 || maxSize >= Math.max(minSize, WINDOW),
        "max-size must be 0 or at least min-size and %s, but is %s",
        WINDOW,
        maxSize);
  }

  private static void within(String name, int value, int least, int most) {
    isTrue(
        value >= least && value <= most,
        "%s must be between %s and %s, but is %s",
        name,
        least,
        most,
        value);
  }

  /** Returns the settings of {@link #PAPER} with these frames taken. */
  public static FaceSettings paper(FrameSampling sampling) {
    return new FaceSettings(
        64, 0, 1.1, 8, 0, 0, true, sampling, BeforeFirst.LATER, SeveralFaces.PREVIOUS);
  }

  /** Returns the side of the smallest face in a frame, in pixels. */
  public int smallest(int frameWidth, int frameHeight) {
    int wanted = minSize > 0 ? minSize : Math.min(frameWidth, frameHeight) / SMALLEST_FRACTION;
    return Math.max(WINDOW, wanted);
  }

  /** Returns the side of the largest face in a frame, in pixels. */
  int largest(int frameWidth, int frameHeight) {
    return maxSize > 0 ? maxSize : Math.max(frameWidth, frameHeight);
  }
}
