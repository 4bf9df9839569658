package emotiontransfer.weka.predict;

import emotiontransfer.data.SegmentTimes;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import weka.core.Utils;
import weka.core.json.JSONNode;

/**
 * Decisions as text.
 *
 * @param labels classes in the order of the probabilities
 * @param times where segments stand, if that is known
 */
public record PredictionText(
    List<String> labels, Optional<SegmentTimes> times, List<Clip> predictions) {

  /**
   * What a model decides about one clip.
   *
   * @param distribution class probabilities; empty where the clip has no segment
   * @param segments class probabilities, {@code [segments][classes]}
   */
  public record Clip(String file, double[] distribution, double[][] segments) {}

  /** Stands in the place of a class where there is no decision. */
  private static final String UNDECIDED = "?";

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
      int count = clip.segments().length;
      if (!ofSegments) {
        rows.add(row(style, clip.distribution(), clip.file(), String.valueOf(count)));
      }
      for (int i = 0; ofSegments && i < count; i++) {
        int at = i;
        rows.add(
            row(
                style,
                clip.segments()[i],
                clip.file(),
                String.valueOf(i + 1),
                times.map(t -> format(style.seconds, t.start(at))).orElse(""),
                times.map(t -> format(style.seconds, t.end(at))).orElse("")));
      }
    }
    return rows;
  }

  private List<String> row(Style style, double[] distribution, String... cells) {
    List<String> row = new ArrayList<>(List.of(cells));
    row.add(decision(distribution));
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
      node.addPrimitive("segments", clip.segments().length);
      addDecision(node, clip.distribution());
      JSONNode segments = withSegments ? node.addArray("over_time") : null;
      for (int i = 0; withSegments && i < clip.segments().length; i++) {
        JSONNode segment = segments.addObjectArrayElement();
        segment.addPrimitive("segment", i + 1);
        if (times.isPresent()) {
          segment.addPrimitive("start", rounded(times.get().start(i), 3));
          segment.addPrimitive("end", rounded(times.get().end(i), 3));
        }
        addDecision(segment, clip.segments()[i]);
      }
    }
    // Without an argument it gives the node's name.
    StringBuffer text = new StringBuffer();
    root.toString(text);
    return text.toString();
  }

  private void addDecision(JSONNode node, double[] distribution) {
    node.addPrimitive("predicted", decision(distribution));
    JSONNode probabilities = node.addObject("probabilities");
    for (int c = 0; c < distribution.length; c++) {
      probabilities.addPrimitive(labels.get(c), rounded(distribution[c], 6));
    }
  }

  private static double rounded(double value, int digits) {
    double scale = Math.pow(10, digits);
    return Math.rint(value * scale) / scale;
  }

  private String decision(double[] probabilities) {
    return probabilities.length == 0 ? UNDECIDED : labels.get(Utils.maxIndex(probabilities));
  }

  private static String format(String pattern, double value) {
    return String.format(Locale.ROOT, pattern, value);
  }

  private static String aligned(List<List<String>> rows, List<Integer> left) {
    StringBuilder text = new StringBuilder();
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        int at = column;
        int width = rows.stream().mapToInt(other -> other.get(at).length()).max().orElse(0);
        String padding = " ".repeat(width - row.get(column).length());
        line.append(column == 0 ? "" : "  ");
        line.append(left.contains(column) ? row.get(column) + padding : padding + row.get(column));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }
}
