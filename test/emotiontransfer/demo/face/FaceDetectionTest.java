package emotiontransfer.demo.face;

import static org.junit.Assert.assertTrue;

import emotiontransfer.demo.face.actor.Scene;
import emotiontransfer.media.Natives;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Rect;
import org.bytedeco.opencv.opencv_core.RectVector;
import org.bytedeco.opencv.opencv_core.Size;
import org.bytedeco.opencv.opencv_objdetect.CascadeClassifier;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** The cascade of frontal faces, made from photographs, on the drawn faces. */
public class FaceDetectionTest {

  /** OpenCV's own, and that of the filter FaceCrop. */
  private static final List<Integer> NEIGHBOURS = List.of(3, 8);

  @Rule public final TemporaryFolder temporary = new TemporaryFolder();

  private CascadeClassifier cascade;

  @Before
  public void loadCascade() throws Exception {
    Natives.loadOpenCv();
    Path file = temporary.getRoot().toPath().resolve("cascade.xml");
    try (InputStream stream =
        getClass()
            .getResourceAsStream("/emotiontransfer/face/haarcascade_frontalface_default.xml")) {
      Files.copy(stream, file);
    }
    cascade = new CascadeClassifier(file.toString());
  }

  @Test
  public void oneFaceIsFoundInTheStudio() {
    assertFound(FaceCorpus.SOURCE);
  }

  @Test
  public void oneFaceIsFoundAtHome() {
    assertFound(FaceCorpus.DESTINATION);
  }

  /** Looks at a middle and the last frame of the first take of all. */
  private void assertFound(FaceCorpus corpus) {
    int frames = 0;
    int[] found = new int[NEIGHBOURS.size()];
    for (int actor = 0; actor < corpus.actors(); actor++) {
      for (Emotion emotion : Emotion.values()) {
        List<BufferedImage> clip = corpus.record(actor, emotion, 0, 1).frames();
        for (int i : new int[] {clip.size() / 3, clip.size() - 1}) {
          frames++;
          for (int n = 0; n < found.length; n++) {
            found[n] += isFound(clip.get(i), corpus.scene(), NEIGHBOURS.get(n)) ? 1 : 0;
          }
        }
      }
    }
    for (int n = 0; n < found.length; n++) {
      String text = found[n] + " of " + frames + " with " + NEIGHBOURS.get(n) + " neighbours";
      assertTrue(text, found[n] >= 0.95 * frames);
    }
  }

  /** Returns whether exactly one face is found, and where and as large as it was drawn. */
  private boolean isFound(BufferedImage picture, Scene scene, int neighbours) {
    try (Mat grey = grey(picture);
        RectVector boxes = new RectVector();
        Size smallest = new Size(24, 24);
        Size largest = new Size()) {
      cascade.detectMultiScale(grey, boxes, 1.1, neighbours, 0, smallest, largest);
      if (boxes.size() != 1) {
        return false;
      }
      Rect box = boxes.get(0);
      double x = box.x() + box.width() / 2.0 - scene.width() / 2.0;
      double above = scene.height() * scene.eyeLevel() - box.y();
      double size = box.width() / scene.face();
      return Math.abs(x) < 0.6 * scene.face()
          && above > 0.4 * scene.face()
          && above < 1.4 * scene.face()
          && size > 1.7
          && size < 3.2;
    }
  }

  private static Mat grey(BufferedImage picture) {
    byte[] values = ((DataBufferByte) picture.getRaster().getDataBuffer()).getData();
    try (Mat colour = new Mat(picture.getHeight(), picture.getWidth(), opencv_core.CV_8UC3)) {
      colour.data().put(values);
      Mat grey = new Mat();
      opencv_imgproc.cvtColor(colour, grey, opencv_imgproc.COLOR_BGR2GRAY);
      return grey;
    }
  }
}
