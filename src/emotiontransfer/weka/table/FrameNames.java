package emotiontransfer.weka.table;

import emotiontransfer.frames.Extent;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the names of a segment's values say of its frames: {@code static_f00_t00} is a band and a
 * frame of a channel, {@code blue_y00_x00} a pixel of a channel. Other values make one frame
 * without neighbours.
 *
 * @param width frames of a segment
 */
public record FrameNames(Extent shape, int width) {

  private static final Pattern SPEECH = Pattern.compile("([^_]+)_f(\\d+)_t(\\d+)");
  private static final Pattern FACE = Pattern.compile("([^_]+)_y(\\d+)_x(\\d+)");

  /** Reads the names of all values of a segment, in their order. */
  static FrameNames of(List<String> names) {
    int[] speech = extents(SPEECH, names);
    if (speech.length > 0) {
      return new FrameNames(new Extent(speech[0], speech[1], 1), speech[2]);
    }
    int[] face = extents(FACE, names);
    Extent shape =
        face.length > 0 ? new Extent(face[0], face[1], face[2]) : new Extent(1, names.size(), 1);
    return new FrameNames(shape, 1);
  }

  /** Returns channels, rows and columns if the last name fits all of them, or else nothing. */
  private static int[] extents(Pattern pattern, List<String> names) {
    Matcher last = pattern.matcher(names.get(names.size() - 1));
    if (!last.matches()) {
      return new int[0];
    }
    int rows = Integer.parseInt(last.group(2)) + 1;
    int columns = Integer.parseInt(last.group(3)) + 1;
    int plane = rows * columns;
    for (int i = 0; i < names.size(); i++) {
      Matcher name = pattern.matcher(names.get(i));
      boolean fits =
          name.matches()
              && Integer.parseInt(name.group(2)) == i % plane / columns
              && Integer.parseInt(name.group(3)) == i % columns;
      if (!fits) {
        return new int[0];
      }
    }
    return names.size() % plane == 0 ? new int[] {names.size() / plane, rows, columns} : new int[0];
  }
}
