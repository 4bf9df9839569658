package emotiontransfer.media;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

public class FrameSamplingTest {

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path path(String name) {
    return folder.getRoot().toPath().resolve(name);
  }

  /** Returns the number of each frame taken, where frame i has grey 30 + 8 i. */
  private static int[] taken(Path clip, double fps, int most) throws IOException {
    List<Integer> numbers = new ArrayList<>();
    try (FrameSource frames = new FrameSampling(fps, most).open(clip)) {
      while (frames.advance()) {
        Mat picture = frames.picture();
        int grey = picture.ptr(picture.rows() / 2, picture.cols() / 2).get(0) & 0xFF;
        numbers.add((int) Math.round((grey - 30) / 8.0));
      }
    }
    return numbers.stream().mapToInt(Integer::intValue).toArray();
  }

  /** Two and a half seconds, ten frames each. */
  private Path clip() throws IOException {
    return TestVideos.lossless(path("grey.avi"), 10, TestVideos.greys(25, 30, 8));
  }

  private static int[] every(int step) {
    return IntStream.range(0, 25).filter(i -> i % step == 0).toArray();
  }

  @Test
  public void everyFrameIsTakenByDefault() throws IOException {
    assertArrayEquals(every(1), taken(clip(), 0, 0));
  }

  @Test
  public void framesPerSecondTakeTheFirstFrameOfEachInterval() throws IOException {
    Path clip = clip();
    assertArrayEquals(every(5), taken(clip, 2, 0));
    assertArrayEquals(every(10), taken(clip, 1, 0));
    assertArrayEquals(every(3), taken(clip, 10 / 3.0, 0));
    assertArrayEquals(
        "intervals of two and a half frames",
        new int[] {0, 3, 5, 8, 10, 13, 15, 18, 20, 23},
        taken(clip, 4, 0));
    assertArrayEquals("more than there are", every(1), taken(clip, 60, 0));
  }

  @Test
  public void mostFramesAreMiddlesOfEqualParts() throws IOException {
    Path clip = clip();
    assertArrayEquals(new int[] {2, 7, 12, 17, 22}, taken(clip, 0, 5));
    assertArrayEquals(new int[] {12}, taken(clip, 0, 1));
    assertArrayEquals("of 0, 5, 10, 15, 20", new int[] {0, 10, 20}, taken(clip, 2, 3));
    assertArrayEquals(every(1), taken(clip, 0, 25));
  }

  @Test
  public void negativeNumbersAreRejected() {
    assertEquals(
        "fps must be at least 0, but is -1.0",
        assertThrows(IllegalArgumentException.class, () -> new FrameSampling(-1, 0)).getMessage());
    assertThrows(IllegalArgumentException.class, () -> new FrameSampling(Double.NaN, 0));
    assertThrows(IllegalArgumentException.class, () -> new FrameSampling(0, -1));
  }

  @Test
  public void folderOfImagesIsAClipInTheOrderOfTheirNumbers() throws IOException {
    Path frames = Files.createDirectory(path("frames"));
    List<BufferedImage> greys = TestVideos.greys(12, 30, 8);
    for (int i = 0; i < 12; i++) {
      DrawnFaces.write(greys.get(i), frames.resolve("f" + i + ".png"));
    }
    Files.writeString(frames.resolve("notes.txt"), "not a frame");
    Files.writeString(frames.resolve(".f3.png"), "hidden");
    int[] all = IntStream.range(0, 12).toArray();
    assertArrayEquals(all, taken(frames, 0, 0));
    assertArrayEquals(all, taken(frames.resolve("f%d.png"), 0, 0));
    assertArrayEquals(new int[] {10, 11}, taken(frames.resolve("f%02d.png"), 0, 0));
    assertArrayEquals(all, taken(frames.resolve("f*.png"), 0, 0));
    assertArrayEquals("25 a second", new int[] {0, 5, 10}, taken(frames, 5, 0));
    assertEquals(12, FrameFiles.of(frames).size());
  }

  @Test
  public void folderOrPatternWithoutImagesIsRejected() throws IOException {
    Path empty = Files.createDirectory(path("empty"));
    assertRejected(empty, "is a folder without an image in it.");
    assertRejected(empty.resolve("f%03d.png"), "is a pattern that no file's name matches.");
    assertRejected(path("absent").resolve("*.png"), "is a pattern that no file's name matches.");
  }

  @Test
  public void brokenImageInAFolderIsNamed() throws IOException {
    Path frames = Files.createDirectory(path("frames"));
    DrawnFaces.write(TestVideos.greys(1, 30, 8).get(0), frames.resolve("a.png"));
    Files.writeString(frames.resolve("b.png"), "no image");
    MediaException e = assertThrows(MediaException.class, () -> taken(frames, 0, 0));
    assertTrue(e.getMessage(), e.getMessage().startsWith("Clip '" + frames.resolve("b.png") + "'"));
  }

  private static void assertRejected(Path clip, String reason) {
    MediaException e = assertThrows(MediaException.class, () -> taken(clip, 0, 0));
    assertEquals("Clip '" + clip + "' " + reason, e.getMessage());
  }

  @Test
  public void imageNamedLikeAPatternIsThatImage() throws IOException {
    DrawnFaces.write(TestVideos.plain(40, 30, new Color(30, 30, 30)), path("img1.png"));
    Path named =
        DrawnFaces.write(TestVideos.plain(40, 30, new Color(70, 70, 70)), path("img%d.png"));
    assertArrayEquals(new int[] {5}, taken(named, 0, 0));
  }
}
