package emotiontransfer.face;

import emotiontransfer.data.ByteSegments;
import emotiontransfer.media.ClipBudget;
import emotiontransfer.media.ClipLimits;
import emotiontransfer.media.ClipReader;
import emotiontransfer.media.FrameFiles;
import emotiontransfer.media.FrameSampling;
import emotiontransfer.media.FrameSource;
import java.awt.Rectangle;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Brings the frames of a clip to one size as they are, without looking for a face: as the crops of
 * {@link FaceSegments}, planes of red, green and blue.
 */
public final class WholePictures implements ClipReader {

  private final FrameSampling sampling;
  private final ClipLimits limits;
  private final double margin;
  private final int height;
  private final int width;
  private final Optional<ContactSheets> sheets;

  /** Creates a reader of pictures of one size. */
  public WholePictures(FrameSampling sampling, ClipLimits limits, int height, int width) {
    this.sampling = sampling;
    this.limits = limits;
    this.margin = 0;
    this.height = height;
    this.width = width;
    this.sheets = Optional.empty();
  }

  /**
   * Creates a reader that takes each frame for a face, to which the margin is added.
   *
   * @param sheetsOrNull folder for a contact sheet of each clip
   */
  public WholePictures(FaceSettings settings, ClipLimits limits, Path sheetsOrNull) {
    this.sampling = settings.sampling();
    this.limits = limits;
    this.margin = settings.margin();
    this.height = settings.cropSize();
    this.width = settings.cropSize();
    this.sheets =
        Optional.ofNullable(sheetsOrNull)
            .map(folder -> new ContactSheets(folder, settings.cropSize()));
  }

  @Override
  public List<Path> files(Path clip) throws IOException {
    return FrameFiles.of(clip);
  }

  @Override
  public ByteSegments read(Path clip) throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    ClipBudget budget = limits.start(clip, 0);
    try (FrameSource frames = sampling.open(clip, budget);
        FaceCropper cropper = new FaceCropper(margin, width, height)) {
      while (frames.advance()) {
        budget.requireBytes(Math.max(pictures.size() + 1, frames.expected()) * 3L * width * height);
        Mat picture = frames.picture();
        pictures.add(cropper.crop(picture, new Rectangle(picture.cols(), picture.rows())));
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("Clip '" + clip + "' was not read to its end: stopped.");
        }
      }
    }
    if (sheets.isPresent()) {
      List<Boolean> detected = Collections.nCopies(pictures.size(), false);
      sheets.get().write(clip, pictures, detected, pictures.size() + " frames, taken whole");
    }
    return new ByteSegments(pictures);
  }

  @Override
  public void finish() throws IOException {
    if (sheets.isPresent()) {
      sheets.get().finish();
    }
  }
}
