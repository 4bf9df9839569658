package emotiontransfer.figure;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertTrue;

import emotiontransfer.figure.ClipDrawing.Content;
import emotiontransfer.figure.ClipDrawing.Curves;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;
import org.junit.Test;

public class ClipDrawingTest {

  private static final int WIDTH = 560;
  private static final int HEIGHT = 320;

  private static BufferedImage drawn(Curves curves, ClipTrack track) {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Content content = new Content("clip", "below: windows", 4, "seconds", track, curves);
    ClipDrawing.of(content, WIDTH, HEIGHT).draw(image.createGraphics());
    return image;
  }

  private static Color at(BufferedImage image, double time, int y) {
    return new Color(image.getRGB((int) ClipDrawing.x(time, 4, WIDTH), y));
  }

  @Test
  public void areasStandOnEachOtherAsHighAsTheirProbabilities() {
    double[][] probabilities = {{0.75, 0.25}, {0.25, 0.75}};
    Curves curves =
        new Curves(
            List.of("anger", "fear"), new double[] {0.5, 0.5}, new double[] {1, 3}, probabilities);
    BufferedImage image = drawn(curves, ClipTrack.waveform(new float[4000]));
    int bottom = ClipDrawing.edges(HEIGHT)[1];
    int halfHeight = (bottom - ClipDrawing.edges(HEIGHT)[0]) / 4;
    assertEquals(Palette.category(0), at(image, 0.5, bottom - halfHeight));
    assertEquals(Palette.category(1), at(image, 3.5, bottom - halfHeight));
    assertEquals(Palette.category(0), at(image, 3.5, bottom - 5));
  }

  @Test
  public void loudSamplesReachTheEdgesOfTheWaveform() {
    float[] samples = new float[4000];
    for (int i = 2000; i < samples.length; i++) {
      samples[i] = i % 2 == 0 ? 1 : -1;
    }
    Curves none = new Curves(List.of("anger"), new double[0], new double[0], new double[0][]);
    BufferedImage image = drawn(none, ClipTrack.waveform(samples));
    int nearTop = ClipDrawing.edges(HEIGHT)[0] + 8;
    assertEquals(Color.WHITE, at(image, 1, nearTop));
    Color loud = at(image, 3, nearTop);
    assertEquals(Palette.DESTINATION.getBlue(), loud.getBlue(), 60);
  }

  @Test
  public void picturesStandAtTheirTimes() {
    BufferedImage red = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    red.createGraphics().fillRect(0, 0, 0, 0);
    BufferedImage white = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < 64; i++) {
      white.setRGB(i % 8, i / 8, 0xFFFFFF);
    }
    Curves none = new Curves(List.of("anger"), new double[0], new double[0], new double[0][]);
    BufferedImage image = drawn(none, ClipTrack.pictures("faces", List.of(red, white)));
    int middle = ClipDrawing.edges(HEIGHT)[0] + 40;
    assertEquals(Color.BLACK, at(image, 1, middle));
    assertEquals(Color.WHITE, at(image, 3, middle));
  }

  @Test
  public void aTrackAloneFillsThePictureBetweenItsAxes() {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    BufferedImage black = new BufferedImage(8, 8, BufferedImage.TYPE_INT_RGB);
    ClipTrack track = ClipTrack.spectrogram(black, List.of(new ClipTrack.Mark(0.5, "1")));
    TrackDrawing.of(track, 2, "seconds", WIDTH, HEIGHT).draw(image.createGraphics());
    int[] edges = TrackDrawing.edges(HEIGHT);
    int middle = (edges[0] + edges[1]) / 2;
    int left = (int) TrackDrawing.x(0, 2, WIDTH);
    int right = (int) TrackDrawing.x(2, 2, WIDTH);
    assertEquals(Color.BLACK, new Color(image.getRGB(left + 3, edges[0] + 3)));
    assertEquals(Color.BLACK, new Color(image.getRGB(right - 3, edges[1] - 3)));
    assertEquals(Color.WHITE, new Color(image.getRGB(right + 3, middle)));
    boolean marked = false;
    for (int y = middle - 1; y <= middle + 1; y++) {
      marked |= new Color(image.getRGB(left - 2, y)).getGreen() < 200;
    }
    assertTrue("a mark at half the height", marked);
  }

  @Test
  public void marksStandAtRoundNumbers() {
    assertEquals(0.5, TrackAxes.step(0.31), 1e-12);
    assertEquals(1, TrackAxes.step(1), 1e-12);
    assertEquals(10, TrackAxes.step(6), 1e-12);
  }
}
