package emotiontransfer.media;

import static org.junit.Assert.assertArrayEquals;
import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertFalse;
import static org.junit.Assert.assertTrue;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bytedeco.ffmpeg.global.avcodec;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** A picture with four differently coloured corners, in every format and turned in every way. */
public class PictureFormatsTest {

  private static final int WIDTH = 96;
  private static final int HEIGHT = 64;
  private static final Color[] CORNERS = {
    new Color(200, 40, 40), new Color(40, 200, 40), new Color(40, 40, 200), new Color(230, 230, 50)
  };

  /** For each EXIF orientation where the corners are, as {@link #assertCorners} takes them. */
  private static final int[][] ORDERS = {
    {0, 1, 2, 3}, {1, 0, 3, 2}, {3, 2, 1, 0}, {2, 3, 0, 1},
    {0, 2, 1, 3}, {2, 0, 3, 1}, {3, 1, 2, 0}, {1, 3, 0, 2}
  };

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path path(String name) {
    return folder.getRoot().toPath().resolve(name);
  }

  private static BufferedImage corners(int type) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, type);
    Graphics2D graphics = picture.createGraphics();
    for (int i = 0; i < 4; i++) {
      graphics.setColor(CORNERS[i]);
      graphics.fillRect(i % 2 * WIDTH / 2, i / 2 * HEIGHT / 2, WIDTH / 2, HEIGHT / 2);
    }
    graphics.dispose();
    return picture;
  }

  /** Asserts where the corners of {@link #CORNERS} are: upper left, upper right, lower left, ... */
  private static void assertCorners(Path clip, int tolerance, int... order) throws IOException {
    try (FrameSource frames = FrameSampling.ALL.open(clip)) {
      assertTrue(frames.advance());
      Mat picture = frames.picture();
      boolean lying = Math.abs(order[0] - order[1]) == 1;
      assertEquals(lying ? WIDTH : HEIGHT, picture.cols());
      assertEquals(lying ? HEIGHT : WIDTH, picture.rows());
      for (int i = 0; i < 4; i++) {
        int x = picture.cols() / 4 + i % 2 * picture.cols() / 2;
        int y = picture.rows() / 4 + i / 2 * picture.rows() / 2;
        Color expected = CORNERS[order[i]];
        BytePointer pixel = picture.ptr(y, x);
        assertEquals("blue of corner " + i, expected.getBlue(), pixel.get(0) & 0xFF, tolerance);
        assertEquals("green of corner " + i, expected.getGreen(), pixel.get(1) & 0xFF, tolerance);
        assertEquals("red of corner " + i, expected.getRed(), pixel.get(2) & 0xFF, tolerance);
      }
      assertFalse("one frame", frames.advance());
    }
  }

  @Test
  public void losslessImagesKeepTheirColours() throws IOException {
    BufferedImage picture = corners(BufferedImage.TYPE_3BYTE_BGR);
    for (String name : List.of("a.png", "a.bmp", "a.tiff")) {
      assertCorners(DrawnFaces.write(picture, path(name)), 0, 0, 1, 2, 3);
    }
  }

  @Test
  public void palettesKeepTheirColours() throws IOException {
    BufferedImage picture = corners(BufferedImage.TYPE_BYTE_INDEXED);
    assertCorners(DrawnFaces.write(picture, path("palette.png")), 40, 0, 1, 2, 3);
    assertCorners(DrawnFaces.write(picture, path("palette.gif")), 40, 0, 1, 2, 3);
  }

  @Test
  public void lossyImagesKeepTheirColoursAboutly() throws IOException {
    BufferedImage picture = corners(BufferedImage.TYPE_3BYTE_BGR);
    assertCorners(DrawnFaces.write(picture, path("a.jpg")), 8, 0, 1, 2, 3);
    assertCorners(
        TestVideos.still(path("a.webp"), avcodec.AV_CODEC_ID_WEBP, picture), 12, 0, 1, 2, 3);
  }

  private static int grey(Path file, int x) throws IOException {
    try (FrameSource frames = FrameSampling.ALL.open(file)) {
      assertTrue(frames.advance());
      BytePointer pixel = frames.picture().ptr(0, x);
      assertEquals(pixel.get(0), pixel.get(1));
      assertEquals(pixel.get(0), pixel.get(2));
      return pixel.get(0) & 0xFF;
    }
  }

  @Test
  public void sixteenBitsAreRoundedToEight() throws IOException {
    BufferedImage deep = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
    deep.getRaster().setSample(0, 0, 0, 0x4000);
    deep.getRaster().setSample(1, 0, 0, 0xFFFF);
    Path png = DrawnFaces.write(deep, path("deep.png"));
    assertEquals(0x40, grey(png, 0), 1);
    assertEquals(255, grey(png, 1), 1);
  }

  @Test
  public void greyMapsOfEightAndSixteenBitsAreRead() throws IOException {
    byte[] eight = "P5\n2 1\n255\n  ".getBytes(StandardCharsets.US_ASCII);
    eight[eight.length - 2] = 64;
    eight[eight.length - 1] = (byte) 255;
    assertEquals(64, grey(Files.write(path("eight.pgm"), eight), 0), 1);
    byte[] sixteen = "P5\n2 1\n65535\n    ".getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(new byte[] {0x40, 0, -1, -1}, 0, sixteen, sixteen.length - 4, 4);
    Path file = Files.write(path("sixteen.pgm"), sixteen);
    assertEquals(64, grey(file, 0), 1);
    assertEquals(255, grey(file, 1), 1);
  }

  @Test
  public void transparentPixelsAreSeenOverWhite() throws IOException {
    BufferedImage picture = new BufferedImage(3, 1, BufferedImage.TYPE_INT_ARGB);
    picture.setRGB(0, 0, 0x00000000);
    picture.setRGB(1, 0, 0x80000000);
    picture.setRGB(2, 0, 0xFF000000);
    Path png = DrawnFaces.write(picture, path("alpha.png"));
    assertArrayEquals(
        new int[] {255, 127, 0}, new int[] {grey(png, 0), grey(png, 1), grey(png, 2)});
  }

  @Test
  public void photographsAreTurnedByTheirOrientation() throws IOException {
    BufferedImage picture = corners(BufferedImage.TYPE_3BYTE_BGR);
    for (int orientation = 1; orientation <= 8; orientation++) {
      int[] order = ORDERS[orientation - 1];
      String name = String.valueOf(orientation);
      assertTurned(TestVideos.photograph(path(name + ".jpg"), picture, orientation), order);
      assertTurned(TestPictures.png(path(name + ".png"), picture, orientation), order);
      assertTurned(TestPictures.webp(path(name + ".webp"), picture, orientation), order);
      assertTurned(TestPictures.tiff(path(name + ".tiff"), picture, orientation), order);
    }
  }

  @Test
  public void videosAreTurnedAndMirroredByTheirMatrix() throws IOException {
    BufferedImage picture = corners(BufferedImage.TYPE_3BYTE_BGR);
    for (int orientation = 1; orientation <= 8; orientation++) {
      Path file = TestPictures.mp4(path(orientation + ".mp4"), picture, orientation);
      assertTurned(file, ORDERS[orientation - 1]);
    }
  }

  @Test
  public void orientationThatIsNoneIsIgnored() throws IOException {
    BufferedImage picture = corners(BufferedImage.TYPE_3BYTE_BGR);
    int[] upright = ORDERS[0];
    assertTurned(TestPictures.png(path("0.png"), picture, 0), upright);
    assertTurned(TestPictures.tiff(path("9.tiff"), picture, 9), upright);
  }

  @Test
  public void pixelsThatAreNotSquareMakeAVideoWiderOrHigher() throws IOException {
    BufferedImage grey = TestVideos.plain(64, 48, Color.GRAY);
    assertSize(128, 48, TestPictures.video(path("wide.mkv"), grey, 2));
    assertSize(64, 96, TestPictures.video(path("high.mkv"), grey, 0.5));
    assertSize(64, 48, TestPictures.video(path("plain.mkv"), grey, 1));
  }

  private static void assertSize(int width, int height, Path file) throws IOException {
    try (FrameSource frames = FrameSampling.ALL.open(file)) {
      assertTrue(frames.advance());
      assertEquals(width, frames.picture().cols());
      assertEquals(height, frames.picture().rows());
    }
  }

  @Test
  public void videosAreTurnedByTheirRotation() throws IOException {
    List<BufferedImage> frames = List.of(corners(BufferedImage.TYPE_3BYTE_BGR));
    // FFmpeg's angles are counter-clockwise, as av_display_rotation_set has them.
    assertTurned(TestVideos.turned(path("90.mp4"), 90, frames), 1, 3, 0, 2);
    assertTurned(TestVideos.turned(path("180.mp4"), 180, frames), 3, 2, 1, 0);
    assertTurned(TestVideos.turned(path("270.mp4"), -90, frames), 2, 0, 3, 1);
  }

  private static void assertTurned(Path clip, int... order) throws IOException {
    assertCorners(clip, 12, order);
  }
}
