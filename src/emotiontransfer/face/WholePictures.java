package emotiontransfer.face;

import emotiontransfer.data.ByteSegments;
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
import java.util.List;
import org.bytedeco.opencv.opencv_core.Mat;

/**
 * Brings the frames of a clip to one size as they are, without looking for a face: as the crops of
 * {@link FaceSegments}, planes of red, green and blue.
 */
public final class WholePictures implements ClipReader {

  private final FrameSampling sampling;
  private final ClipLimits limits;
  private final int height;
  private final int width;

  public WholePictures(FrameSampling sampling, ClipLimits limits, int height, int width) {
    this.sampling = sampling;
    this.limits = limits;
    this.height = height;
    this.width = width;
  }

  @Override
  public List<Path> files(Path clip) throws IOException {
    return FrameFiles.of(clip);
  }

  @Override
  public ByteSegments read(Path clip) throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    try (FrameSource frames = sampling.open(clip, limits.start(clip, 0));
        FaceCropper cropper = new FaceCropper(0, width, height)) {
      while (frames.advance()) {
        Mat picture = frames.picture();
        pictures.add(cropper.crop(picture, new Rectangle(picture.cols(), picture.rows())));
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedIOException("Clip '" + clip + "' was not read to its end: stopped.");
        }
      }
    }
    return new ByteSegments(pictures);
  }
}
