package emotiontransfer.face;

import emotiontransfer.data.ByteSegments;
import emotiontransfer.face.FaceSettings.BeforeFirst;
import emotiontransfer.media.ClipBudget;
import emotiontransfer.media.ClipLimits;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.FrameFiles;
import emotiontransfer.media.FrameSource;
import emotiontransfer.media.MediaException;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Consumer;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Turns a clip into crops of its face, one for each frame.
 *
 * <p>Value {@code (c * size + row) * size + column} of a crop is its red (c = 0), green or blue
 * part, 0 to 255. A clip is a video, an image, a folder of images, or a pattern of images.
 */
public final class FaceSegments implements ClipReader {

  private final FaceSettings settings;
  private final ClipLimits limits;
  private final ContactSheets sheets;
  private final Consumer<String> notes;
  private final ConcurrentLinkedQueue<FaceDetector> idle = new ConcurrentLinkedQueue<>();

  /**
   * Creates a reader.
   *
   * @param sheets folder for a contact sheet of each clip, or null for none
   * @param notes takes a sentence about each clip; called by many threads
   */
  public FaceSegments(
      FaceSettings settings, ClipLimits limits, Path sheets, Consumer<String> notes) {
    this.settings = settings;
    this.limits = limits;
    this.sheets = sheets == null ? null : new ContactSheets(sheets, settings.cropSize());
    this.notes = notes;
  }

  @Override
  public List<Path> files(Path clip) throws IOException {
    return FrameFiles.of(clip);
  }

  /** A clip that has never a face cannot be read, either. */
  @Override
  public ByteSegments read(Path clip) throws IOException {
    ClipBudget budget = limits.start(clip, 0);
    FaceDetector detector = Objects.requireNonNullElseGet(idle.poll(), FaceDetector::new);
    boolean usable = false;
    try {
      ByteSegments crops = read(clip, budget, detector);
      usable = true;
      return crops;
    } catch (IOException e) {
      usable = true;
      throw e;
    } finally {
      // A fault inside of OpenCV may have left it half changed.
      if (usable) {
        idle.add(detector);
      } else {
        detector.close();
      }
    }
  }

  private ByteSegments read(Path clip, ClipBudget budget, FaceDetector detector)
      throws IOException {
    try (FaceSearch search = new FaceSearch(detector, settings);
        FaceCropper cropper = new FaceCropper(settings.margin(), settings.cropSize())) {
      FaceTrack track = new FaceTrack(settings.several());
      List<byte[]> faces = follow(clip, budget, search, cropper, track);
      FaceTrack.Counts counts = track.counts();
      if (faces.isEmpty()) {
        throw withoutFace(clip, counts);
      }
      int leading = counts.frames() - faces.size();
      String dropped = "";
      if (leading > 0 && settings.beforeFirst() == BeforeFirst.DROP) {
        dropped = ", " + leading + " before the first face dropped";
      } else if (leading > 0) {
        faces.addAll(0, cropLeading(clip, budget, leading, cropper, track.first()));
      }
      notes.accept("Clip '" + clip + "': " + counts + dropped + ".");
      if (sheets != null) {
        int from = counts.frames() - faces.size();
        List<Boolean> detected = track.detected().subList(from, counts.frames());
        sheets.write(clip, faces, detected, counts.toString());
      }
      return new ByteSegments(faces);
    }
  }

  private List<byte[]> follow(
      Path clip, ClipBudget budget, FaceSearch search, FaceCropper cropper, FaceTrack track)
      throws IOException {
    long cropBytes = settings.cropBytes();
    List<byte[]> faces = new ArrayList<>();
    Dimension size = null;
    try (FrameSource frames = settings.sampling().open(clip, budget);
        Mat grey = new Mat()) {
      while (frames.advance()) {
        budget.requireBytes(Math.max(track.frames() + 1, frames.expected()) * cropBytes);
        Mat picture = frames.picture();
        Dimension now = new Dimension(picture.cols(), picture.rows());
        if (size != null && !size.equals(now)) {
          throw new MediaException(
              clip,
              "changes the size of its pictures from %s x %s to %s x %s; convert it first"
                  .formatted(size.width, size.height, now.width, now.height));
        }
        size = now;
        opencv_imgproc.cvtColor(picture, grey, opencv_imgproc.COLOR_BGR2GRAY);
        track.accept(find(clip, search, grey));
        if (track.location() != null) {
          faces.add(cropper.crop(picture, track.location()));
        }
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("Clip '" + clip + "' was not read to its end: stopped.");
        }
      }
    }
    return faces;
  }

  private static List<Rectangle> find(Path clip, FaceSearch search, Mat grey)
      throws MediaException {
    try {
      return search.find(grey);
    } catch (IllegalArgumentException e) {
      throw new MediaException(clip, e.getMessage(), e);
    }
  }

  private static MediaException withoutFace(Path clip, FaceTrack.Counts counts) {
    String reason =
        counts.several() == 0
            ? "has no face in any of its %s frames; allow smaller or fainter ones (-min-size,"
                + " -neighbours)"
            : "has no frame with exactly one face (%2$s without a face, %3$s with several); raise"
                + " -neighbours or -min-size";
    return new MediaException(
        clip, reason.formatted(counts.frames(), counts.without(), counts.several()));
  }

  /** Decodes the frames before the first face again: never more than one frame is in memory. */
  private List<byte[]> cropLeading(
      Path clip, ClipBudget budget, int leading, FaceCropper cropper, Rectangle face)
      throws IOException {
    List<byte[]> faces = new ArrayList<>();
    try (FrameSource frames = settings.sampling().open(clip, budget)) {
      while (faces.size() < leading && frames.advance()) {
        faces.add(cropper.crop(frames.picture(), face));
      }
    }
    return faces;
  }

  @Override
  public void release() {
    for (FaceDetector detector = idle.poll(); detector != null; detector = idle.poll()) {
      detector.close();
    }
  }
}
