package emotiontransfer.weka.predict;

import emotiontransfer.data.SegmentTimes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.commons.csv.CSVFormat;
import weka.core.Utils;
import weka.core.json.JSONNode;

/**
 * Decisions as text.
 *
 * @param labels classes in the order of the probabilities
 * @param times where segments stand, if that is known
 * @param predictions one for each clip
 */
public record PredictionText(
    List<String> labels, Optional<SegmentTimes> times, List<Clip> predictions) {

  /**
   * What a model decides about one clip.
   *
   * @param file the clip's path
   * @param distribution class probabilities; empty where the clip has no segment
   * @param segments class probabilities, {@code [segments][classes]}
   */
  public record Clip(String file, double[] distribution, double[][] segments) {}

  /** Stands in the place of a class where there is no decision. */
  private static final String UNDECIDED = "?";

  private static final CSVFormat CSV = CSVFormat.RFC4180.builder().setRecordSeparator('\n').build();

  /** Returns a table for people; with segments, a second one of them. */
  public String table(boolean withSegments) {
    List<List<String>> clips = new ArrayList<>();
    clips.add(header("file", "segments", "emotion"));
    List<List<String>> segments = new ArrayList<>();
    segments.add(header("file", "segment", "start", "end", "emotion"));
    for (Clip clip : predictions) {
      clips.add(clip(clip, "%.4f"));
      for (int i = 0; i < clip.segments().length; i++) {
        segments.add(segment(clip, i, "%.2f", "%.4f"));
      }
    }
    String table = aligned(clips, List.of(0, 2));
    return withSegments ? table + "\n" + aligned(segments, List.of(0, 4)) : table;
  }

  /** Returns comma-separated values: a line for each clip, or for each segment. */
  public String csv(boolean ofSegments) {
    StringBuilder text = new StringBuilder();
    List<String> names = new ArrayList<>(List.of("file"));
    names.addAll(ofSegments ? List.of("segment", "start", "end") : List.of("segments"));
    names.add("predicted");
    labels.forEach(label -> names.add("prob_" + label));
    line(text, names);
    for (Clip clip : predictions) {
      int count = clip.segments().length;
      if (!ofSegments) {
        line(text, clip(clip, "%.6f"));
      }
      for (int i = 0; ofSegments && i < count; i++) {
        line(text, segment(clip, i, "%.3f", "%.6f"));
      }
    }
    return text.toString();
  }

  private static void line(StringBuilder text, List<String> values) {
    text.append(CSV.format(values.toArray())).append('\n');
  }

  /** Returns a JSON array with an object for each clip; with segments, an array of them in each. */
  public String json(boolean withSegments) {
    JSONNode root = new JSONNode();
    JSONNode clips = root.addArray("clips");
    for (Clip clip : predictions) {
      JSONNode node = clips.addObjectArrayElement();
      node.addPrimitive("file", clip.file());
      node.addPrimitive("segments", clip.segments().length);
      node.addPrimitive("predicted", decision(clip.distribution()));
      addProbabilities(node, clip.distribution());
      if (withSegments) {
        addSegments(node.addArray("over_time"), clip);
      }
    }
    // Without an argument it gives the node's name.
    StringBuffer text = new StringBuffer();
    root.toString(text);
    return text.toString();
  }

  private void addSegments(JSONNode array, Clip clip) {
    for (int i = 0; i < clip.segments().length; i++) {
      JSONNode node = array.addObjectArrayElement();
      node.addPrimitive("segment", i + 1);
      if (times.isPresent()) {
        node.addPrimitive("start", rounded(times.get().start(i), 3));
        node.addPrimitive("end", rounded(times.get().end(i), 3));
      }
      node.addPrimitive("predicted", decision(clip.segments()[i]));
      addProbabilities(node, clip.segments()[i]);
    }
  }

  private void addProbabilities(JSONNode node, double[] distribution) {
    JSONNode probabilities = node.addObject("probabilities");
    for (int c = 0; c < distribution.length; c++) {
      probabilities.addPrimitive(labels.get(c), rounded(distribution[c], 6));
    }
  }

  private static double rounded(double value, int digits) {
    double scale = Math.pow(10, digits);
    return Math.rint(value * scale) / scale;
  }

  private List<String> header(String... names) {
    List<String> header = new ArrayList<>(Arrays.asList(names));
    header.addAll(labels);
    return header;
  }

  private List<String> clip(Clip clip, String fraction) {
    return row(
        clip.distribution(),
        fraction,
        clip.file(),
        String.valueOf(clip.segments().length),
        decision(clip.distribution()));
  }

  private List<String> segment(Clip clip, int i, String seconds, String fraction) {
    return row(
        clip.segments()[i],
        fraction,
        clip.file(),
        String.valueOf(i + 1),
        times.map(t -> format(seconds, t.start(i))).orElse(""),
        times.map(t -> format(seconds, t.end(i))).orElse(""),
        decision(clip.segments()[i]));
  }

  private List<String> row(double[] distribution, String fraction, String... cells) {
    List<String> row = new ArrayList<>(Arrays.asList(cells));
    for (int c = 0; c < labels.size(); c++) {
      row.add(distribution.length == 0 ? "" : format(fraction, distribution[c]));
    }
    return row;
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
