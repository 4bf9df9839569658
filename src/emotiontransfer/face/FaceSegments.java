package emotiontransfer.face;

import emotiontransfer.data.ByteSegments;
import emotiontransfer.face.FaceSettings.BeforeFirst;
import emotiontransfer.media.ClipBudget;
import emotiontransfer.media.ClipLimits;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.ClipRemark;
import emotiontransfer.media.ClipRemark.Kind;
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
import java.util.Optional;
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
  private final Optional<FaceSettings> again;
  private final Optional<String> onlyAdvice;
  private final ConcurrentLinkedQueue<ClipRemark> remarks = new ConcurrentLinkedQueue<>();
  private final ConcurrentLinkedQueue<FaceDetector> idle = new ConcurrentLinkedQueue<>();

  /**
   * Creates a reader.
   *
   * @param sheets folder for a contact sheet of each clip, or null for none
   * @param notes takes a sentence about each clip; called by many threads
   */
  public FaceSegments(
      FaceSettings settings, ClipLimits limits, Path sheets, Consumer<String> notes) {
    this(
        settings,
        limits,
        sheets == null ? null : new ContactSheets(sheets, settings.cropSize()),
        notes,
        Optional.empty(),
        Optional.empty());
  }

  private FaceSegments(
      FaceSettings settings,
      ClipLimits limits,
      ContactSheets sheets,
      Consumer<String> notes,
      Optional<FaceSettings> again,
      Optional<String> onlyAdvice) {
    this.settings = settings;
    this.limits = limits;
    this.sheets = sheets;
    this.notes = notes;
    this.again = again;
    this.onlyAdvice = onlyAdvice;
  }

  /** Returns a reader that searches a clip without a face again, with fewer neighbours. */
  public FaceSegments searchingAgain() {
    return new FaceSegments(settings, limits, sheets, notes, settings.again(), onlyAdvice);
  }

  /**
   * Returns a reader for where the search has no options.
   *
   * @param whole option that takes pictures whole
   */
  public FaceSegments advising(String whole) {
    return new FaceSegments(settings, limits, sheets, notes, again, Optional.of(whole));
  }

  @Override
  public List<Path> files(Path clip) throws IOException {
    return FrameFiles.of(clip);
  }

  /** A clip that has never a face cannot be read, either. */
  @Override
  public ByteSegments read(Path clip) throws IOException {
    ClipBudget budget = limits.start(clip, 0).collecting();
    FaceDetector detector = Objects.requireNonNullElseGet(idle.poll(), FaceDetector::new);
    boolean usable = false;
    try {
      ByteSegments crops = read(clip, budget, detector);
      budget.shortfall().ifPresent(detail -> note(clip, Kind.CUT_SHORT, detail));
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
      Followed followed = follow(clip, budget, search::find, cropper);
      String how = "";
      if (followed.counts().without() == followed.counts().frames() && again.isPresent()) {
        FaceSettings fewer = again.get();
        followed =
            follow(clip, budget, grey -> FaceSearch.strongest(detector, fewer, grey), cropper);
        how = ", searched again (-neighbours %s)".formatted(fewer.neighbours());
      }
      FaceTrack.Counts counts = followed.counts();
      List<byte[]> faces = followed.faces();
      if (faces.isEmpty()) {
        throw new MediaException(clip, withoutFace(counts));
      }
      int leading = counts.frames() - faces.size();
      if (leading > 0 && settings.beforeFirst() == BeforeFirst.DROP) {
        how += ", " + leading + " before the first face dropped";
      } else if (leading > 0) {
        faces.addAll(0, cropLeading(clip, budget, leading, cropper, followed.track().first()));
      }
      if (2 * counts.detected() < counts.frames()) {
        note(clip, Kind.FEW_FACES, counts.detected() + " of " + counts.frames());
      }
      notes.accept("Clip '" + clip + "': " + counts + how + ".");
      if (sheets != null) {
        int from = counts.frames() - faces.size();
        List<Boolean> detected = followed.track().detected().subList(from, counts.frames());
        sheets.write(clip, faces, detected, counts + how);
      }
      return new ByteSegments(faces);
    }
  }

  private void note(Path clip, Kind kind, String detail) {
    remarks.add(new ClipRemark(clip, kind, detail));
  }

  @Override
  public void finish() throws IOException {
    if (sheets != null) {
      sheets.finish();
    }
  }

  @Override
  public List<ClipRemark> remarks() {
    return remarks.stream().distinct().toList();
  }

  /** Finds the faces of a grey frame. */
  private interface Finder {
    List<Rectangle> find(Mat grey);
  }

  /** The crops from the first face on. */
  private record Followed(FaceTrack track, List<byte[]> faces) {

    FaceTrack.Counts counts() {
      return track.counts();
    }
  }

  private Followed follow(Path clip, ClipBudget budget, Finder search, FaceCropper cropper)
      throws IOException {
    FaceTrack track = new FaceTrack(settings.several());
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
    return new Followed(track, faces);
  }

  private static List<Rectangle> find(Path clip, Finder search, Mat grey) throws MediaException {
    try {
      return search.find(grey);
    } catch (IllegalArgumentException e) {
      throw new MediaException(clip, e.getMessage(), e);
    }
  }

  /** Returns what is wrong, and what can help: whole pictures, or another search. */
  private String withoutFace(FaceTrack.Counts counts) {
    boolean several = counts.several() > 0;
    int tried = again.orElse(settings).neighbours();
    String wrong =
        several
            ? "has no frame with exactly one face (%2$s without a face, %3$s with several)"
            : counts.frames() == 1 ? "has no face" : "has no face in any of its %s frames";
    String search =
        several
            ? ", or else raise -neighbours or -min-size"
            : ", or else search for fainter ones (-neighbours %s), finer steps (-scale 1.05) or smaller ones (-min-size 24)"
                .formatted(tried > 3 ? 3 : 1);
    return wrong.formatted(counts.frames(), counts.without(), counts.several())
        + "; take its pictures whole if they are faces already (%s)"
            .formatted(onlyAdvice.orElse("-detect none"))
        + (onlyAdvice.isEmpty() ? search : "");
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
