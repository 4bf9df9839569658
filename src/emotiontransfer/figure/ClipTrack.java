package emotiontransfer.figure;

import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;

/**
 * What is heard or seen of a clip from its beginning to its end.
 *
 * @param axis name and unit of the vertical axis
 * @param content draws into a rectangle as wide as the clip is long
 */
public record ClipTrack(
    String axis, List<Mark> marks, BiConsumer<Graphics2D, Rectangle2D> content) {

  /** The narrowest column that a peak of a waveform is drawn in, in points. */
  private static final double COLUMN = 0.5;

  /**
   * A mark on the vertical axis.
   *
   * @param height 0 at the bottom to 1 at the top
   */
  public record Mark(double height, String text) {}

  void draw(Graphics2D g, Rectangle2D area) {
    Graphics2D inside = (Graphics2D) g.create();
    inside.clip(area);
    content.accept(inside, area);
    inside.dispose();
  }

  /** Returns a picture of sound, stretched from the beginning to the end. */
  public static ClipTrack spectrogram(BufferedImage image, List<Mark> marks) {
    return new ClipTrack("kHz (mel)", marks, (g, area) -> stretch(g, image, area));
  }

  private static void stretch(Graphics2D g, BufferedImage image, Rectangle2D area) {
    g.setRenderingHint(
        RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
    AffineTransform place = AffineTransform.getTranslateInstance(area.getX(), area.getY());
    place.scale(area.getWidth() / image.getWidth(), area.getHeight() / image.getHeight());
    g.drawImage(image, place, null);
  }

  /** Returns the largest and the smallest sample of each column; full scale is -1 to 1. */
  public static ClipTrack waveform(float[] samples) {
    float peak = 0;
    for (float sample : samples) {
      peak = Math.max(peak, Math.abs(sample));
    }
    double scale = peak == 0 ? 1 : Math.min(1, TrackAxes.step(peak));
    String text = String.format(Locale.ROOT, scale < 0.1 ? "%.3f" : "%.1f", scale);
    List<Mark> marks = List.of(new Mark(0, "-" + text), new Mark(0.5, "0"), new Mark(1, text));
    return new ClipTrack("amplitude", marks, (g, area) -> wave(g, samples, scale, area));
  }

  private static void wave(Graphics2D g, float[] samples, double scale, Rectangle2D area) {
    int columns = (int) Math.min(samples.length, area.getWidth() / COLUMN);
    double half = area.getHeight() / 2;
    Path2D path = new Path2D.Double();
    for (int column = 0; column < columns; column++) {
      int from = (int) ((long) samples.length * column / columns);
      int to = (int) ((long) samples.length * (column + 1) / columns);
      float low = samples[from];
      float high = samples[from];
      for (int i = from + 1; i < to; i++) {
        low = Math.min(low, samples[i]);
        high = Math.max(high, samples[i]);
      }
      double x = area.getX() + column * area.getWidth() / columns;
      path.moveTo(x, area.getCenterY() - high / scale * half);
      path.lineTo(x, area.getCenterY() - low / scale * half + COLUMN);
    }
    g.setColor(Palette.GRID);
    g.draw(new Line2D.Double(area.getX(), area.getCenterY(), area.getMaxX(), area.getCenterY()));
    g.setColor(Palette.DESTINATION);
    g.setStroke(new BasicStroke((float) COLUMN));
    g.draw(path);
  }

  /** Returns as many pictures as fit side by side, each at its time. */
  public static ClipTrack pictures(String axis, List<BufferedImage> pictures) {
    return new ClipTrack(axis, List.of(), (g, area) -> sideBySide(g, pictures, area));
  }

  private static void sideBySide(Graphics2D g, List<BufferedImage> pictures, Rectangle2D area) {
    int fitting = (int) Math.max(1, area.getWidth() / area.getHeight());
    int number = Math.min(fitting, pictures.size());
    double size = Math.min(area.getHeight(), area.getWidth());
    for (int i = 0; i < number; i++) {
      double middle = (i + 0.5) / number;
      BufferedImage picture = pictures.get((int) (middle * pictures.size()));
      double left = area.getX() + middle * area.getWidth() - size / 2;
      stretch(g, picture, new Rectangle2D.Double(left, area.getY(), size, size));
    }
  }
}
