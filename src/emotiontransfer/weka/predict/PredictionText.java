package emotiontransfer.weka.predict;

import emotiontransfer.file.Shown;
import emotiontransfer.media.SegmentTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import weka.core.Utils;
import weka.core.json.JSONNode;

/**
 * Decisions as text.
 *
 * @param labels classes in the order of the probabilities
 */
public record PredictionText(List<String> labels, List<Clip> predictions) {

  /**
   * What a model decides about one clip.
   *
   * @param segments how many segments it has, whatever the model decides about over time
   * @param distribution class probabilities; empty where nothing is decided
   * @param course what is decided over time
   * @param level mean log energy in dB; NaN where it has none, as faces
   * @param undecided what is written for the class where nothing is decided
   */
  public record Clip(
      String file,
      int segments,
      double[] distribution,
      Course course,
      double level,
      String undecided) {

    /** Of a clip without a segment. */
    static final String UNKNOWN = "?";

    /** Returns a clip of digital silence, about which a model would decide without a reason. */
    static Clip silent(String file, int segments, Course decided) {
      Course none = Course.undecided(decided.times(), decided.probabilities().length);
      return new Clip(file, segments, new double[0], none, Double.NaN, "silent");
    }

    /** Returns the class probabilities over time, {@code [rows][classes]}. */
    public double[][] overTime() {
      return course.probabilities();
    }

    /** Returns the most probable class, or a word where nothing is decided. */
    public String decision(List<String> labels) {
      return decision(distribution, labels);
    }

    String decision(double[] probabilities, List<String> labels) {
      return probabilities.length == 0 ? undecided : labels.get(Utils.maxIndex(probabilities));
    }
  }

  /**
   * Decisions over time: about segments; of a model that sees clips whole about windows of them,
   * each one segment further, so that a row's number is that of its first segment.
   *
   * @param times where they stand, if that is known
   * @param probabilities {@code [rows][classes]}; of no class where nothing is decided
   */
  public record Course(Optional<SegmentTimes> times, double[][] probabilities) {

    static Course undecided(Optional<SegmentTimes> times, int count) {
      return new Course(times, new double[count][0]);
    }
  }

  private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}&&[^\\t\\r\\n]]");

  private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator('\n').build();

  /** How a kind of text writes its columns. */
  private record Style(String decision, String label, String seconds, String fraction) {}

  private static final Style TABLE = new Style("emotion", "%s", "%.2f", "%.4f");
  private static final Style COMMAS = new Style("predicted", "prob_%s", "%.3f", "%.6f");

  /** Returns a table for people; with segments, a second one of them. */
  public String table(boolean withSegments) {
    String table = aligned(rows(false, TABLE), List.of(0, 2));
    return withSegments ? table + "\n" + aligned(rows(true, TABLE), List.of(0, 4)) : table;
  }

  /** Returns comma-separated values: a line for each clip, or for each segment. */
  public String csv(boolean ofSegments) {
    return rows(ofSegments, COMMAS).stream()
        .map(row -> CSV.format(row.toArray()) + '\n')
        .collect(Collectors.joining());
  }

  private List<List<String>> rows(boolean ofSegments, Style style) {
    List<String> header = new ArrayList<>(List.of("file"));
    header.addAll(ofSegments ? List.of("segment", "start", "end") : List.of("segments"));
    header.add(style.decision);
    labels.forEach(label -> header.add(style.label.formatted(label)));
    List<List<String>> rows = new ArrayList<>(List.of(header));
    for (Clip clip : predictions) {
      if (!ofSegments) {
        rows.add(row(style, clip, clip.distribution(), clip.file(), clip.segments()));
      }
      Optional<SegmentTimes> times = clip.course().times();
      for (int i = 0; ofSegments && i < clip.overTime().length; i++) {
        int at = i;
        Object start = times.map(t -> format(style.seconds, t.start(at))).orElse("");
        Object end = times.map(t -> format(style.seconds, t.end(at))).orElse("");
        rows.add(row(style, clip, clip.overTime()[i], clip.file(), i + 1, start, end));
      }
    }
    return rows;
  }

  private List<String> row(Style style, Clip clip, double[] distribution, Object... cells) {
    List<String> row = Stream.of(cells).map(String::valueOf).collect(Collectors.toList());
    row.add(clip.decision(distribution, labels));
    for (int c = 0; c < labels.size(); c++) {
      row.add(distribution.length == 0 ? "" : format(style.fraction, distribution[c]));
    }
    return row;
  }

  /** Returns a JSON array with an object for each clip; with segments, an array of them in each. */
  public String json(boolean withSegments) {
    JSONNode root = new JSONNode();
    JSONNode clips = root.addArray("clips");
    for (Clip clip : predictions) {
      JSONNode node = clips.addObjectArrayElement();
      node.addPrimitive("file", clip.file());
      node.addPrimitive("segments", clip.segments());
      addDecision(node, clip, clip.distribution());
      Optional<SegmentTimes> times = clip.course().times();
      JSONNode segments = withSegments ? node.addArray("over_time") : null;
      for (int i = 0; withSegments && i < clip.overTime().length; i++) {
        JSONNode segment = segments.addObjectArrayElement();
        segment.addPrimitive("segment", i + 1);
        if (times.isPresent()) {
          segment.addPrimitive("start", rounded(times.get().start(i), 3));
          segment.addPrimitive("end", rounded(times.get().end(i), 3));
        }
        addDecision(segment, clip, clip.overTime()[i]);
      }
    }
    // Without an argument it gives the node's name.
    StringBuffer text = new StringBuffer();
    root.toString(text);
    // Weka's nodes escape no other control characters than those of white space.
    return CONTROL
        .matcher(text)
        .replaceAll(found -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
  }

  private void addDecision(JSONNode node, Clip clip, double[] distribution) {
    node.addPrimitive("predicted", clip.decision(distribution, labels));
    JSONNode probabilities = node.addObject("probabilities");
    for (int c = 0; c < distribution.length; c++) {
      probabilities.addPrimitive(labels.get(c), rounded(distribution[c], 6));
    }
  }

  private static double rounded(double value, int digits) {
    double scale = Math.pow(10, digits);
    return Math.rint(value * scale) / scale;
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }

  private static String aligned(List<List<String>> table, List<Integer> left) {
    List<List<String>> rows =
        table.stream().map(row -> row.stream().map(Shown::name).toList()).toList();
    StringJoiner columns = new StringJoiner("  ");
    for (int column = 0; column < rows.get(0).size(); column++) {
      int at = column;
      int width = rows.stream().mapToInt(row -> row.get(at).length()).max().getAsInt();
      columns.add("%" + (left.contains(column) ? "-" : "") + Math.max(1, width) + "s");
    }
    return rows.stream()
        .map(row -> columns.toString().formatted(row.toArray()).stripTrailing() + "\n")
        .collect(Collectors.joining());
  }
}
