package emotiontransfer.weka.filter;

import emotiontransfer.data.FrameLayout;
import emotiontransfer.data.SegmentRows;
import java.io.Serializable;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Which values of a segment are of one kind, by the names of their attributes: those that differ in
 * the frame ({@code static_f00_t00}: a band of a channel) or in the pixel ({@code blue_y00_x00}: a
 * channel); any other is a group of its own.
 *
 * @param group of each value, numbered from 0
 * @param count number of groups
 * @param framed whether all groups are rows of equally many frames, side by side in order of time
 */
record ValueGroups(int[] group, int count, boolean framed) implements Serializable {

  /** Returns a group for each value. */
  static ValueGroups each(int count) {
    return new ValueGroups(IntStream.range(0, count).toArray(), count, false);
  }

  static ValueGroups ofSegment(List<String> names) {
    Map<String, Integer> numbers = new HashMap<>();
    int[] group =
        names.stream()
            .map(name -> name.replaceFirst("_(t\\d+|y\\d+_x\\d+)$", ""))
            .mapToInt(name -> numbers.computeIfAbsent(name, key -> numbers.size()))
            .toArray();
    int count = numbers.size();
    int frames = count == 0 ? 0 : group.length / count;
    boolean framed =
        IntStream.range(0, group.length)
            .allMatch(i -> group[i] == i / frames && names.get(i).matches(".*_t0*" + i % frames));
    return new ValueGroups(group, count, framed);
  }

  /** Returns how segments of these values consist of frames; of others each is a frame. */
  FrameLayout layout(Collection<? extends SegmentRows> clips) {
    return framed
        ? FrameLayout.find(count, group.length / count, clips)
        : new FrameLayout(1, group.length, group.length);
  }
}
