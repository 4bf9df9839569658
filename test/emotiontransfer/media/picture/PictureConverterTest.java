package emotiontransfer.media.picture;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.junit.Assert.assertTrue;

import emotiontransfer.media.Natives;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.ffmpeg.global.avutil;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.opencv_core.Mat;
import org.junit.Before;
import org.junit.Rule;
import org.junit.Test;
import org.junit.rules.TemporaryFolder;

/** Frames of known samples, whose colours follow from the matrices of ITU-T H.273. */
public class PictureConverterTest {

  private static final long LIMIT = 1 << 24;

  /** Luma, blue and red difference of two skins, a cloth and a wall. */
  private static final int[][] SAMPLES = {
    {150, 110, 155}, {90, 120, 150}, {80, 170, 110}, {200, 126, 129}
  };

  @Rule public final TemporaryFolder folder = new TemporaryFolder();

  private Path file;

  @Before
  public void load() throws IOException {
    Natives.loadFFmpeg();
    Natives.loadOpenCv();
    file = Files.write(folder.getRoot().toPath().resolve("none"), new byte[100]);
  }

  private static AVFrame frame(int format, int width, int height, int... samples) {
    AVFrame frame = avutil.av_frame_alloc();
    frame.format(format);
    frame.width(width);
    frame.height(height);
    avutil.av_frame_get_buffer(frame, 0);
    for (int plane = 0; plane < samples.length; plane++) {
      long bytes = (long) frame.linesize(plane) * height;
      for (long i = 0; i < bytes; i++) {
        frame.data(plane).put(i, (byte) samples[plane]);
      }
    }
    return frame;
  }

  /** Asserts colours within 2 of exact ones, for red's and blue's part of luma. */
  private void assertExact(int matrix, int range, double red, double blue) throws IOException {
    boolean full = range == avutil.AVCOL_RANGE_JPEG;
    for (int[] sample : SAMPLES) {
      AVFrame frame = frame(avutil.AV_PIX_FMT_YUV444P, 64, 48, sample);
      frame.colorspace(matrix);
      frame.color_range(range);
      double luma = full ? sample[0] : (sample[0] - 16) * 255 / 219.0;
      double chroma = full ? 1 : 255 / 224.0;
      double r = luma + 2 * (1 - red) * (sample[2] - 128) * chroma;
      double b = luma + 2 * (1 - blue) * (sample[1] - 128) * chroma;
      double g = (luma - red * r - blue * b) / (1 - red - blue);
      double[] expected = {b, g, r};
      try (PictureConverter converter = new PictureConverter(file, false, LIMIT)) {
        BytePointer pixel = converter.convert(frame, 1).ptr(20, 20);
        for (int c = 0; c < 3; c++) {
          double exact = Math.max(0, Math.min(255, expected[c]));
          assertEquals("matrix " + matrix + ", colour " + c, exact, pixel.get(c) & 0xFF, 2);
        }
      }
      avutil.av_frame_free(frame);
    }
  }

  @Test
  public void matrixAndRangeOfTheFrameAreFollowed() throws IOException {
    for (int range : new int[] {avutil.AVCOL_RANGE_MPEG, avutil.AVCOL_RANGE_JPEG}) {
      assertExact(avutil.AVCOL_SPC_BT709, range, 0.2126, 0.0722);
      assertExact(avutil.AVCOL_SPC_BT470BG, range, 0.299, 0.114);
      assertExact(avutil.AVCOL_SPC_SMPTE170M, range, 0.299, 0.114);
      assertExact(avutil.AVCOL_SPC_SMPTE240M, range, 0.212, 0.087);
      assertExact(avutil.AVCOL_SPC_BT2020_NCL, range, 0.2627, 0.0593);
    }
  }

  @Test
  public void videoThatDoesNotSayItIsTakenForTheLimitedRangeOfBt601() throws IOException {
    assertExact(avutil.AVCOL_SPC_UNSPECIFIED, avutil.AVCOL_RANGE_UNSPECIFIED, 0.299, 0.114);
  }

  @Test
  public void whatNobodySaysDependsOnHeightAndOnWhetherItIsAStillImage() {
    AVFrame high = frame(avutil.AV_PIX_FMT_YUV420P, 64, 720);
    high.colorspace(avutil.AVCOL_SPC_UNSPECIFIED);
    assertEquals(new ColourCoding(avutil.AVCOL_SPC_BT709, false), ColourCoding.of(high, false));
    assertEquals(new ColourCoding(avutil.AVCOL_SPC_BT470BG, true), ColourCoding.of(high, true));
    AVFrame old = frame(avutil.AV_PIX_FMT_YUVJ420P, 64, 48);
    assertTrue("JPEG's own formats", ColourCoding.of(old, false).full());
    AVFrame grey = frame(avutil.AV_PIX_FMT_GRAY8, 64, 48);
    assertTrue(ColourCoding.of(grey, false).full());
    grey.color_range(avutil.AVCOL_RANGE_MPEG);
    assertTrue(!ColourCoding.of(grey, false).full());
  }

  @Test
  public void matrixThatCannotBeConvertedIsRejected() {
    AVFrame frame = frame(avutil.AV_PIX_FMT_YUV420P, 64, 48);
    frame.colorspace(avutil.AVCOL_SPC_YCGCO);
    assertEquals(
        "has colours in the form 'ycgco', which cannot be converted; convert it to bt709 first",
        assertThrows(IllegalArgumentException.class, () -> ColourCoding.of(frame, false))
            .getMessage());
  }

  @Test
  public void pictureIsMadeWiderOrHigherByTheAspectOfItsPixels() throws IOException {
    AVFrame frame = frame(avutil.AV_PIX_FMT_YUV444P, 72, 48, 100, 128, 128);
    try (PictureConverter converter = new PictureConverter(file, false, LIMIT)) {
      Mat wide = converter.convert(frame, 64 / 45.0);
      assertEquals(102, wide.cols());
      assertEquals(48, wide.rows());
      Mat high = converter.convert(frame, 0.5);
      assertEquals(72, high.cols());
      assertEquals(96, high.rows());
    }
  }

  @Test
  public void pictureThatIsTooLargeOrAStripIsRejected() throws IOException {
    AVFrame frame = frame(avutil.AV_PIX_FMT_YUV444P, 64, 48, 100, 128, 128);
    try (PictureConverter converter = new PictureConverter(file, false, 64 * 48)) {
      assertEquals(64, converter.convert(frame, 1).cols());
      assertThrows(IllegalArgumentException.class, () -> converter.convert(frame, 1.1));
    }
    assertEquals(
        "has pictures of 65000 x 150 pixels, more than 32 times as long as wide; cut it first",
        assertThrows(
                IllegalArgumentException.class,
                () -> PictureConverter.requireAtMost(LIMIT, 65000, 150))
            .getMessage());
  }
}
