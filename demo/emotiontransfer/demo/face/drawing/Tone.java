package emotiontransfer.demo.face.drawing;

import java.awt.Color;
import java.util.List;
import java.util.stream.IntStream;

/** Arithmetic on colours. */
public final class Tone {

  private Tone() {}

  /** Returns colours that are given as red, green and blue bytes. */
  public static List<Color> palette(int... rgb) {
    return IntStream.of(rgb).mapToObj(Color::new).toList();
  }

  /** Returns a colour between two: the first at 0, the second at 1. */
  public static Color mix(Color first, Color second, double weight) {
    return new Color(
        channel(first.getRed(), second.getRed(), weight),
        channel(first.getGreen(), second.getGreen(), weight),
        channel(first.getBlue(), second.getBlue(), weight));
  }

  /** Returns a colour made darker; 0 leaves it, 1 gives black. */
  static Color darker(Color color, double weight) {
    return mix(color, Color.BLACK, weight);
  }

  /** Returns a colour made lighter; 0 leaves it, 1 gives white. */
  static Color lighter(Color color, double weight) {
    return mix(color, Color.WHITE, weight);
  }

  /** Returns a colour that covers only a part of what is below. */
  static Color sheer(Color color, double cover) {
    int alpha = (int) StrictMath.round(255 * StrictMath.max(0, StrictMath.min(1, cover)));
    return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
  }

  private static int channel(int first, int second, double weight) {
    return (int) StrictMath.round(first + weight * (second - first));
  }
}
