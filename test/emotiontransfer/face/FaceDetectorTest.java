package emotiontransfer.face;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;

import emotiontransfer.media.DrawnFaces;
import emotiontransfer.media.FrameSampling;
import emotiontransfer.media.FrameSource;
import emotiontransfer.media.Natives;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Scalar;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FaceDetectorTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Mat face() throws IOException {
    Path file = folder.getRoot().toPath().resolve("face.png");
    DrawnFaces.write(DrawnFaces.face(160, 120, 80, 60, 60), file);
    Mat grey = new Mat();
    try (FrameSource frames = FrameSampling.ALL.open(file)) {
      frames.advance();
      opencv_imgproc.cvtColor(frames.picture(), grey, opencv_imgproc.COLOR_BGR2GRAY);
    }
    return grey;
  }

  private static void search(FaceDetector detector, int width, int height) {
    try (Scalar flat = new Scalar(128.0);
        Mat picture = new Mat(height, width, opencv_core.CV_8UC1, flat)) {
      detector.find(picture, 1.1, 8, 100, 200);
    }
  }

  @Test
  public void wideAndTallPicturesLeaveTheFacesOfLaterOnesAsTheyAre() throws IOException {
    Mat face = face();
    try (FaceDetector fresh = new FaceDetector();
        FaceDetector used = new FaceDetector()) {
      List<FaceDetector.Found> expected = fresh.find(face, 1.1, 8, 24, 160);
      assertEquals(1, expected.size());
      // A buffer as wide and as tall as these would have 10^9 pixels.
      search(used, 32000, 1000);
      search(used, 1000, 32000);
      assertEquals(expected, used.find(face, 1.1, 8, 24, 160));
    }
  }

  @Test
  public void searchThatWouldTakeGigabytesIsRejected() {
    Natives.loadOpenCv();
    try (FaceDetector detector = new FaceDetector();
        Scalar flat = new Scalar(128.0);
        Mat picture = new Mat(5000, 5000, opencv_core.CV_8UC1, flat)) {
      assertEquals(
          "has pictures of 5000 x 5000 pixels, too large to be searched for faces of 24; scale it"
              + " down or raise -min-size",
          assertThrows(
                  IllegalArgumentException.class, () -> detector.find(picture, 1.1, 8, 24, 5000))
              .getMessage());
    }
  }
}
