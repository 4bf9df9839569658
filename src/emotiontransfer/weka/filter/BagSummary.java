package emotiontransfer.weka.filter;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.data.FrameLayout;
import emotiontransfer.data.Functionals;
import emotiontransfer.weka.table.BagRows;
import emotiontransfer.weka.table.ClipTable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.lang3.ArrayUtils;
import org.apache.commons.lang3.StringUtils;
import weka.core.Instance;
import weka.core.Instances;
import weka.core.Utils;

/**
 * Summarises a bag: functionals of each quantity that it measures.
 *
 * <p>In a bag of spectrogram segments, whose attributes are named {@code channel_fBAND_tFRAME}, a
 * quantity is a band of a channel. Segments overlap; where the last frames of each equal the first
 * frames of the next one, each frame is taken once. In a bag of pictures, whose attributes are
 * named {@code colour_yROW_xCOLUMN}, it is the mean of a cell of a grid in one colour: single
 * pixels say little of a face, and of 64 x 64 they would make 86,016 functionals. In any other bag,
 * and where no grid is wanted, a quantity is a numeric attribute. Every row has one value of it.
 */
public final class BagSummary {

  private static final Pattern FRAME_NAME = Pattern.compile("(.+)_f(\\d+)_t(\\d+)");
  private static final Pattern PIXEL_NAME = Pattern.compile("(.+)_y(\\d+)_x(\\d+)");

  private final int bagIndex;
  private final Functionals functionals;

  /**
   * For each quantity, the indices of the attributes that hold its frames in order of time, or its
   * pixels.
   */
  private final Map<String, int[]> quantities = new LinkedHashMap<>();

  /** Whether the quantities are cells of pictures. */
  private final boolean gridded;

  /**
   * Reads the names of a bag's attributes.
   *
   * @param channels channels of a spectrogram to use, in this order; empty for all of them; without
   *     effect on other bags
   * @param cells of the grid on each side of pictures; 0 for none; without effect on other bags
   * @throws IllegalArgumentException if the table has no bag or several, or if a spectrogram has no
   *     such channel
   */
  public BagSummary(Instances table, List<String> channels, int cells, Functionals functionals) {
    this.functionals = functionals;
    bagIndex = ClipTable.bagIndex(table);
    String none = "Table '%s' has no bag (relational attribute) to summarise.";
    isTrue(bagIndex >= 0, none, table.relationName());
    Instances bag = table.attribute(bagIndex).relation();
    quantities.putAll(cells == 0 ? Map.of() : grid(bag, cells));
    gridded = !quantities.isEmpty();
    if (gridded) {
      return;
    }
    Map<String, Map<String, Map<Integer, Integer>>> bands = bands(bag);
    if (bands.isEmpty()) {
      IntStream.range(0, bag.numAttributes())
          .filter(i -> bag.attribute(i).isNumeric())
          .forEach(i -> quantities.put(bag.attribute(i).name(), new int[] {i}));
      return;
    }
    for (String channel : channels.isEmpty() ? bands.keySet() : channels) {
      String unknown = "The bags have no channel '%s'; they have %s (option -channels).";
      isTrue(bands.containsKey(channel), unknown, channel, String.join(", ", bands.keySet()));
      for (Map.Entry<String, Map<Integer, Integer>> band : bands.get(channel).entrySet()) {
        Integer[] frames = band.getValue().values().toArray(Integer[]::new);
        quantities.put(band.getKey(), ArrayUtils.toPrimitive(frames));
      }
    }
  }

  /** Channel to band name to frame to attribute index; empty if any name is of another kind. */
  private static Map<String, Map<String, Map<Integer, Integer>>> bands(Instances bag) {
    Map<String, Map<String, Map<Integer, Integer>>> bands = new LinkedHashMap<>();
    for (int i = 0; i < bag.numAttributes(); i++) {
      Matcher name = FRAME_NAME.matcher(bag.attribute(i).name());
      if (!bag.attribute(i).isNumeric() || !name.matches()) {
        return Map.of();
      }
      bands
          .computeIfAbsent(name.group(1), channel -> new LinkedHashMap<>())
          .computeIfAbsent(name.group(1) + "_f" + name.group(2), band -> new TreeMap<>())
          .put(Integer.valueOf(name.group(3)), i);
    }
    return bands;
  }

  /** Cell name to the indices of its pixels; empty if any name is of another kind. */
  private static Map<String, int[]> grid(Instances bag, int cells) {
    List<Matcher> names = new ArrayList<>();
    for (int i = 0; i < bag.numAttributes(); i++) {
      Matcher name = PIXEL_NAME.matcher(bag.attribute(i).name());
      if (!bag.attribute(i).isNumeric() || !name.matches()) {
        return Map.of();
      }
      names.add(name);
    }
    int rows = side(names, 2);
    int columns = side(names, 3);
    int digits = String.valueOf(Math.max(1, cells - 1)).length();
    Map<String, List<Integer>> grid = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      int row = cell(names.get(i), 2, rows, cells);
      int column = cell(names.get(i), 3, columns, cells);
      String name =
          names.get(i).group(1)
              + ("_row" + StringUtils.leftPad(String.valueOf(row), digits, '0'))
              + ("_column" + StringUtils.leftPad(String.valueOf(column), digits, '0'));
      grid.computeIfAbsent(name, cell -> new ArrayList<>()).add(i);
    }
    Map<String, int[]> result = new LinkedHashMap<>();
    grid.forEach(
        (name, pixels) -> result.put(name, ArrayUtils.toPrimitive(pixels.toArray(Integer[]::new))));
    return result;
  }

  /** Returns the number of pixels on a side. */
  private static int side(List<Matcher> names, int group) {
    return names.stream().mapToInt(name -> Integer.parseInt(name.group(group)) + 1).max().orElse(1);
  }

  private static int cell(Matcher name, int group, int pixels, int cells) {
    return (int) ((long) Integer.parseInt(name.group(group)) * Math.min(cells, pixels) / pixels);
  }

  /** Returns whether the bags are pictures that are summarised cell by cell. */
  public boolean isGridded() {
    return gridded;
  }

  public int bagIndex() {
    return bagIndex;
  }

  /** Returns what a summary holds, such as {@code static_f00_mean}. */
  public List<String> names() {
    return quantities.keySet().stream()
        .flatMap(quantity -> functionals.names().stream().map(name -> quantity + "_" + name))
        .toList();
  }

  /** Returns a value for each of {@link #names()}, all missing where there is no bag or row. */
  public double[] of(Instance row) {
    Instances bag = row.isMissing(bagIndex) ? null : row.relationalValue(bagIndex);
    if (bag == null || bag.isEmpty()) {
      return names().stream().mapToDouble(name -> Utils.missingValue()).toArray();
    }
    if (gridded) {
      return quantities.values().stream()
          .map(pixels -> functionals.of(means(bag, pixels)))
          .flatMapToDouble(Arrays::stream)
          .toArray();
    }
    int frames = quantities.values().stream().mapToInt(column -> column.length).min().orElse(0);
    boolean even = quantities.values().stream().allMatch(column -> column.length == frames);
    int skipped = even && frames > 1 ? frames - step(bag, frames) : 0;
    return quantities.values().stream()
        .map(column -> functionals.of(series(bag, column, skipped)))
        .flatMapToDouble(Arrays::stream)
        .toArray();
  }

  /** Returns the values of a quantity in order of time, without missing ones. */
  private static double[] series(Instances bag, int[] column, int skipped) {
    return IntStream.range(0, bag.size() * column.length)
        .filter(i -> i < column.length || i % column.length >= skipped)
        .mapToDouble(i -> bag.get(i / column.length).value(column[i % column.length]))
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  /** Returns the mean of a cell in each picture, without missing values. */
  private static double[] means(Instances bag, int[] pixels) {
    return bag.stream()
        .mapToDouble(
            picture ->
                IntStream.of(pixels)
                    .mapToDouble(picture::value)
                    .filter(value -> !Double.isNaN(value))
                    .average()
                    .orElse(Double.NaN))
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  private int step(Instances bag, int frames) {
    int[] columns = quantities.values().stream().flatMapToInt(Arrays::stream).toArray();
    List<BagRows> clip = List.of(new BagRows(bag, columns));
    return FrameLayout.find(quantities.size(), frames, clip).step();
  }
}
