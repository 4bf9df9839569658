package emotiontransfer.weka.filter;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import weka.core.Instance;
import weka.core.Instances;

/**
 * The values of a bag, ordered by the quantity that they measure.
 *
 * <p>In a bag of spectrogram segments, whose attributes are named {@code channel_fBAND_tFRAME}, a
 * quantity is a band of a channel, and each segment holds it in many consecutive frames. Segments
 * overlap; where the last frames of each segment equal the first frames of the next one, each frame
 * is taken once. In any other bag a quantity is a numeric attribute, and every row has one value of
 * it.
 */
public final class FrameColumns implements Serializable {

  private static final long serialVersionUID = 4250148113092764571L;

  private static final Pattern FRAME_NAME = Pattern.compile("(.+)_f(\\d+)_t(\\d+)");

  private final ArrayList<String> names = new ArrayList<>();

  /** For each quantity, the indices of the attributes that hold its frames in order of time. */
  private final ArrayList<int[]> columns = new ArrayList<>();

  /**
   * Reads the names of a bag's attributes.
   *
   * @param bag header of the bags
   * @param channels channels of a spectrogram to use, in this order; empty for all of them; without
   *     effect on other bags
   * @throws IllegalArgumentException if the spectrogram has no such channel
   */
  public FrameColumns(Instances bag, List<String> channels) {
    Map<String, Map<String, Map<Integer, Integer>>> bands = readBands(bag);
    if (bands.isEmpty()) {
      for (int i = 0; i < bag.numAttributes(); i++) {
        if (bag.attribute(i).isNumeric()) {
          names.add(bag.attribute(i).name());
          columns.add(new int[] {i});
        }
      }
      return;
    }
    for (String channel : channels.isEmpty() ? bands.keySet() : channels) {
      if (!bands.containsKey(channel)) {
        throw new IllegalArgumentException(
            "The bags have no channel '%s'; they have %s (option -channels)."
                .formatted(channel, String.join(", ", bands.keySet())));
      }
      bands
          .get(channel)
          .forEach(
              (name, frames) -> {
                names.add(name);
                columns.add(frames.values().stream().mapToInt(Integer::intValue).toArray());
              });
    }
  }

  /**
   * Returns channel to band name to frame to attribute index; empty if any name is of another kind.
   */
  private static Map<String, Map<String, Map<Integer, Integer>>> readBands(Instances bag) {
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

  /**
   * Returns what is measured: names such as {@code static_f00}, in the order of the bag or of the
   * chosen channels.
   */
  public List<String> names() {
    return names;
  }

  /**
   * Collects the values of each quantity in one bag.
   *
   * @param bag with at least one row
   * @return for each of {@link #names()} its values in order of time, without missing ones
   */
  public List<double[]> values(Instances bag) {
    int frames = columns.stream().mapToInt(column -> column.length).min().orElse(0);
    boolean even = columns.stream().allMatch(column -> column.length == frames);
    int step = even ? step(bag, frames) : frames;
    List<double[]> values = new ArrayList<>();
    for (int[] column : columns) {
      int skipped = even ? frames - step : 0;
      double[] collected = new double[column.length + (bag.size() - 1) * (column.length - skipped)];
      int size = 0;
      for (int row = 0; row < bag.size(); row++) {
        Instance segment = bag.get(row);
        for (int t = row == 0 ? 0 : skipped; t < column.length; t++) {
          double value = segment.value(column[t]);
          if (!Double.isNaN(value)) {
            collected[size++] = value;
          }
        }
      }
      values.add(Arrays.copyOf(collected, size));
    }
    return values;
  }

  /**
   * Finds by how many frames each segment starts after the one before it: the smallest step at
   * which all of them overlap in equal frames, or the segment's length where there is no such step.
   */
  private int step(Instances bag, int frames) {
    return IntStream.range(1, frames)
        .filter(
            step ->
                IntStream.range(1, bag.size())
                    .allMatch(row -> overlaps(bag.get(row - 1), bag.get(row), step)))
        .findFirst()
        .orElse(frames);
  }

  private boolean overlaps(Instance before, Instance after, int step) {
    for (int[] column : columns) {
      for (int t = step; t < column.length; t++) {
        if (before.value(column[t]) != after.value(column[t - step])) {
          return false;
        }
      }
    }
    return true;
  }
}
