package emotiontransfer.media;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is odd about a clip that was read all the same.
 *
 * @param detail the number that shows it, in a few words; may be empty
 */
public record ClipRemark(Path clip, Kind kind, String detail) {

  /** So many clips are named, the others are counted. */
  private static final int NAMED = 3;

  /** What can be odd. */
  public enum Kind {
    SILENT("digital silence (one value throughout), which carries no emotion"),
    CUT_SHORT("less than the header declares; the file may have been cut off in a copy"),
    FEW_FACES(
        "exactly one face in fewer than half of the pictures; the others are cropped at its place"
            + " in these"),
    CANCELLED(
        "channels that cancel each other in their mean (antiphase); keep one channel of them"),
    OVERLOADED(
        "samples more than 12 dB above full scale, as floats have that were not divided by the"
            + " integers' range; export with a full scale of 1"),
    NARROW_BAND(
        "a sampling rate that is less than twice -high, so that their upper bands are empty and a"
            + " model may learn the rate; lower -high, or do not mix such clips with others");

    private final String predicate;

    Kind(String predicate) {
      this.predicate = predicate;
    }
  }

  /** Returns what a sentence says behind "The clip has". */
  public String phrase() {
    return kind.predicate + (detail.isEmpty() ? "" : " (" + detail + ")");
  }

  /** Returns a sentence for each kind, which names the first clips by path and counts the rest. */
  public static List<String> sentences(List<ClipRemark> remarks, int clips) {
    Map<Kind, List<ClipRemark>> byKind =
        remarks.stream()
            .sorted(Comparator.comparing(ClipRemark::clip))
            .collect(Collectors.groupingBy(ClipRemark::kind, TreeMap::new, Collectors.toList()));
    return byKind.entrySet().stream()
        .map(entry -> sentence(entry.getKey(), entry.getValue(), clips))
        .toList();
  }

  private static String sentence(Kind kind, List<ClipRemark> remarks, int clips) {
    String named =
        remarks.stream().limit(NAMED).map(ClipRemark::name).collect(Collectors.joining(", "));
    int others = Math.max(0, remarks.size() - NAMED);
    String rest = others == 0 ? "" : " and " + others + " more";
    String counted =
        clips == 1 ? "The clip has " : remarks.size() + " of " + clips + " clips have ";
    return counted + kind.predicate + ": " + named + rest + ".";
  }

  private String name() {
    return "'" + clip + "'" + (detail.isEmpty() ? "" : " (" + detail + ")");
  }
}
