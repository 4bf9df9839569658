package emotiontransfer.face;

import emotiontransfer.data.ByteSegments;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.FrameSampling;
import emotiontransfer.media.FrameSource;
import emotiontransfer.media.MediaException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
  private final ContactSheets sheets;
  private final Consumer<String> notes;
  private final ConcurrentLinkedQueue<FaceDetector> idle = new ConcurrentLinkedQueue<>();

  /**
   * Creates a reader.
   *
   * @param settings all numbers
   * @param sheets folder for a contact sheet of each clip, or null for none
   * @param notes takes a sentence about each clip; called by many threads
   */
  public FaceSegments(FaceSettings settings, Path sheets, Consumer<String> notes) {
    this.settings = settings;
    this.sheets = sheets == null ? null : new ContactSheets(sheets, settings.cropSize());
    this.notes = notes;
  }

  @Override
  public List<Path> files(Path clip) throws IOException {
    return FrameSampling.files(clip);
  }

  /**
   * Reads a clip.
   *
   * @throws MediaException if it cannot be read, or has never a face
   */
  @Override
  public ByteSegments read(Path clip) throws IOException {
    FaceDetector detector = idle.poll();
    detector = detector == null ? new FaceDetector() : detector;
    try (FaceSearch search = new FaceSearch(detector, settings);
        FaceCropper cropper = new FaceCropper(settings.margin(), settings.cropSize())) {
      Crops crops = new Crops(new FaceTrack(settings.several()));
      follow(clip, search, cropper, crops);
      if (crops.track.first() == null) {
        throw withoutFace(clip, crops.track.counts());
      }
      if (settings.beforeFirst() == BeforeFirst.LATER && crops.leading > 0) {
        cropLeading(clip, cropper, crops);
      }
      report(clip, crops);
      return new ByteSegments(crops.faces);
    } finally {
      idle.add(detector);
    }
  }

  /** What is known of a clip's frames. */
  private static final class Crops {

    private final FaceTrack track;
    private final List<byte[]> faces = new ArrayList<>();
    private final List<Boolean> detected = new ArrayList<>();
    private int leading;

    Crops(FaceTrack track) {
      this.track = track;
    }
  }

  private void follow(Path clip, FaceSearch search, FaceCropper cropper, Crops crops)
      throws IOException {
    try (FrameSource frames = settings.sampling().open(clip);
        Mat grey = new Mat()) {
      int width = 0;
      int height = 0;
      while (frames.advance()) {
        Mat picture = frames.picture();
        if (width > 0 && (picture.cols() != width || picture.rows() != height)) {
          throw new MediaException(
              clip,
              "changes the size of its pictures from %s x %s to %s x %s; convert it first"
                  .formatted(width, height, picture.cols(), picture.rows()));
        }
        width = picture.cols();
        height = picture.rows();
        opencv_imgproc.cvtColor(picture, grey, opencv_imgproc.COLOR_BGR2GRAY);
        boolean detected = crops.track.accept(search.find(grey));
        if (crops.track.location() == null) {
          crops.leading++;
        } else {
          crops.faces.add(cropper.crop(picture, crops.track.location()));
          crops.detected.add(detected);
        }
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("Clip '" + clip + "' was not read to its end: stopped.");
        }
      }
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

  /**
   * Crops the frames before the first face where it was found later. They are decoded again, so
   * that never more than one frame is in memory.
   */
  private void cropLeading(Path clip, FaceCropper cropper, Crops crops) throws IOException {
    List<byte[]> before = new ArrayList<>();
    try (FrameSource frames = settings.sampling().open(clip)) {
      while (before.size() < crops.leading && frames.advance()) {
        before.add(cropper.crop(frames.picture(), crops.track.first()));
      }
    }
    crops.faces.addAll(0, before);
    crops.detected.addAll(0, Collections.nCopies(before.size(), false));
  }

  private void report(Path clip, Crops crops) throws IOException {
    FaceTrack.Counts counts = crops.track.counts();
    boolean dropped = settings.beforeFirst() == BeforeFirst.DROP && crops.leading > 0;
    String leading = dropped ? ", " + crops.leading + " before the first face dropped" : "";
    notes.accept("Clip '" + clip + "': " + counts + leading + ".");
    if (sheets != null) {
      sheets.write(clip, crops.faces, crops.detected, counts.toString());
    }
  }

  @Override
  public void release() {
    for (FaceDetector detector = idle.poll(); detector != null; detector = idle.poll()) {
      detector.close();
    }
  }
}
