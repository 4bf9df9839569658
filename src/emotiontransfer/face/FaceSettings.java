package emotiontransfer.face;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.data.Keyword;
import emotiontransfer.media.FrameSampling;
import java.util.Optional;

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

  /** How the frames of a clip before the first face is found are treated. */
  public enum BeforeFirst implements Keyword {
    /** They are cropped where the first face is found later. */
    LATER,
    /** They are left out. */
    DROP;
  }

  /** Which location several faces in a frame give. */
  public enum SeveralFaces implements Keyword {
    /** That of the previous frame, as in the paper. */
    PREVIOUS,
    /** That of the face nearest to the previous location. */
    NEAREST;
  }

  /** The paper's crops of every frame, and this package's settings of the detector. */
  public static final FaceSettings PAPER = paper(FrameSampling.ALL);

  /** Side of the cascade's window, the smallest face there is. */
  static final int WINDOW = 24;

  /** Those of a second search: OpenCV's default. */
  private static final int FEWER_NEIGHBOURS = 3;

  public FaceSettings {
    within("size", cropSize, 1, 1024);
    String marginRange = "margin must be above -0.5 and at most 10, but is %s";
    isTrue(margin > -0.5 && margin <= 10, marginRange, margin);
    String scaleRange = "scale must be between 1.01 and 2, but is %s";
    isTrue(scaleFactor >= 1.01 && scaleFactor <= 2, scaleRange, scaleFactor);
    within("neighbours", neighbours, 1, 1000);
    within("min-size", minSize, 0, Short.MAX_VALUE);
    within("max-size", maxSize, 0, Short.MAX_VALUE);
    boolean ordered = maxSize == 0 || maxSize >= Math.max(minSize, WINDOW);
    String maxRange = "max-size must be 0 or at least min-size and %s, but is %s";
    isTrue(ordered, maxRange, WINDOW, maxSize);
  }

  private static void within(String name, int value, int least, int most) {
    String range = "%s must be between %s and %s, but is %s";
    isTrue(value >= least && value <= most, range, name, least, most, value);
  }

  public static FaceSettings paper(FrameSampling sampling) {
    return new FaceSettings(
        64, 0, 1.1, 8, 0, 0, true, sampling, BeforeFirst.LATER, SeveralFaces.PREVIOUS);
  }

  /** Returns the side of the smallest face in a frame, in pixels. */
  public int smallest(int frameWidth, int frameHeight) {
    int wanted = minSize > 0 ? minSize : Math.min(frameWidth, frameHeight) / 12;
    return Math.max(WINDOW, wanted);
  }

  /**
   * Returns the settings of a second search, for clips in which the first one finds nothing: with
   * fewer neighbours, each frame as a whole. There are none where they are so few already.
   */
  Optional<FaceSettings> again() {
    return neighbours <= FEWER_NEIGHBOURS
        ? Optional.empty()
        : Optional.of(
            new FaceSettings(
                cropSize,
                margin,
                scaleFactor,
                FEWER_NEIGHBOURS,
                minSize,
                maxSize,
                false,
                sampling,
                beforeFirst,
                several));
  }

  /** Returns how much memory a crop takes. */
  long cropBytes() {
    return 3L * cropSize * cropSize;
  }

  int largest(int frameWidth, int frameHeight) {
    return maxSize > 0 ? maxSize : Math.max(frameWidth, frameHeight);
  }
}
