package emotiontransfer.gui;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a picture's file small: its 256 most frequent colours stand for all. */
final class FewColours {

  private static final int COLOURS = 256;

  private FewColours() {}

  static BufferedImage of(BufferedImage image) {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    Map<Integer, Integer> counts = new HashMap<>();
    for (int pixel : pixels) {
      counts.merge(pixel, 1, Integer::sum);
    }
    List<Integer> palette =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .limit(COLOURS)
            .map(Map.Entry::getKey)
            .toList();
    int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
    BufferedImage few =
        new BufferedImage(
            image.getWidth(),
            image.getHeight(),
            BufferedImage.TYPE_BYTE_INDEXED,
            new IndexColorModel(8, colours.length, colours, 0, false, -1, 0));
    Map<Integer, Integer> nearest = new HashMap<>();
    int[] indices = new int[pixels.length];
    for (int i = 0; i < pixels.length; i++) {
      indices[i] = nearest.computeIfAbsent(pixels[i], pixel -> nearest(pixel, colours));
    }
    few.getRaster().setPixels(0, 0, image.getWidth(), image.getHeight(), indices);
    return few;
  }

  private static int nearest(int pixel, int[] colours) {
    int best = 0;
    int smallest = Integer.MAX_VALUE;
    for (int i = 0; i < colours.length; i++) {
      int red = (pixel >> 16 & 0xFF) - (colours[i] >> 16 & 0xFF);
      int green = (pixel >> 8 & 0xFF) - (colours[i] >> 8 & 0xFF);
      int blue = (pixel & 0xFF) - (colours[i] & 0xFF);
      int distance = red * red + green * green + blue * blue;
      if (distance < smallest) {
        smallest = distance;
        best = i;
      }
    }
    return best;
  }
}
