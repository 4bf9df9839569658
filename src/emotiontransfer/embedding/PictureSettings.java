package emotiontransfer.embedding;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.data.Keyword;
import emotiontransfer.face.FaceSegments;
import emotiontransfer.face.FaceSettings;
import emotiontransfer.face.WholePictures;
import emotiontransfer.media.ClipLimits;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.FrameSampling;
import java.util.function.Consumer;

/**
 * What pictures a model is given.
 *
 * @param limits of a clip
 * @param margin added to each side of a face, as a fraction of its size
 */
public record PictureSettings(Crop crop, double margin, FrameSampling sampling, ClipLimits limits) {

  /** What part of a frame a model is given. */
  public enum Crop implements Keyword {
    /** The face, as the face front end finds it. */
    FACE,
    /** All of it. */
    WHOLE;
  }

  /**
   * Returns a reader of pictures of one size.
   *
   * @param notes takes a sentence about the faces of each clip
   */
  ClipReader reader(int height, int width, Consumer<String> notes) {
    if (crop == Crop.WHOLE) {
      return new WholePictures(sampling, limits, height, width);
    }
    String sides = "The model takes pictures of %s x %s, but faces are square; give -crop whole.";
    isTrue(height == width, sides, width, height);
    FaceSettings usual = FaceSettings.paper(sampling);
    FaceSettings faces =
        new FaceSettings(
            height,
            margin,
            usual.scaleFactor(),
            usual.neighbours(),
            usual.minSize(),
            usual.maxSize(),
            usual.nearSearch(),
            sampling,
            usual.beforeFirst(),
            usual.several());
    return new FaceSegments(faces, limits, null, notes).advising("-crop whole");
  }

  /** Returns what says what a value means as options of a command line. */
  public String options() {
    return " -crop %s -margin %s".formatted(crop.keyword(), margin);
  }
}
