package emotiontransfer.corpus;

import emotiontransfer.corpus.scheme.Reject;
import emotiontransfer.file.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;

/**
 * Reports what a scan found: the scheme and why, counts per subject and emotion, and every rejected
 * file with its reason.
 */
public record CorpusReport(Corpus corpus) {

  private static final int EXAMPLES = 3;
  private static final int SUMMARY_FROM = 20;

  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add("Corpus '" + corpus.name() + "' in " + corpus.source());
    lines.add("Scheme " + corpus.scheme() + ", " + corpus.choice() + ".");
    lines.add(sizes());
    lines.add("");
    addCounts(lines);
    addSection(lines, "Notes:", corpus.notes());
    addSection(lines, "Passed over:", corpus.passedOver());
    Map<Reject.Kind, List<Reject>> rejects =
        corpus.rejects().stream()
            .collect(Collectors.groupingBy(Reject::kind, TreeMap::new, Collectors.toList()));
    if (corpus.rejects().size() >= SUMMARY_FROM) {
      Map<String, List<String>> paths = new LinkedHashMap<>();
      rejects.forEach(
          (kind, some) -> paths.put(kind.title(), some.stream().map(Reject::path).toList()));
      addSection(lines, "Rejected, in brief:", paths);
    }
    if (!rejects.isEmpty()) {
      lines.addAll(List.of("", "Rejected:"));
    }
    rejects.forEach(
        (kind, some) -> {
          lines.add("  " + kind.title() + " (" + some.size() + ")");
          some.forEach(
              reject -> lines.add(Shown.name("    " + reject.path() + ": " + reject.detail())));
        });
    return String.join(System.lineSeparator(), lines);
  }

  /** Returns the sentence for a corpus without clips. */
  String noClip() {
    String rejects =
        corpus.rejects().stream()
            .limit(EXAMPLES)
            .map(reject -> Shown.name("'" + reject.path() + "': " + reject.detail()))
            .collect(Collectors.joining("; ", corpus.rejects().size() + " (", ")"));
    String passedOver =
        corpus.passedOver().entrySet().stream()
            .map(entry -> entry.getValue().size() + " " + entry.getKey())
            .collect(Collectors.joining("; "));
    return "Corpus '%s' has no clip by scheme %s; rejected: %s; passed over: %s."
        .formatted(
            corpus.source(),
            corpus.scheme(),
            corpus.rejects().isEmpty() ? "none" : rejects,
            StringUtils.defaultIfEmpty(passedOver, "none"));
  }

  /** Returns the texts of the first with commas between, and dots where there are more. */
  static <T> String examples(List<T> all, Function<T, String> text) {
    return all.stream().limit(EXAMPLES).map(text).map(Shown::name).collect(Collectors.joining(", "))
        + (all.size() > EXAMPLES ? ", ..." : "");
  }

  /** Returns how many there are of what, in the plural where it is not one. */
  static String counted(List<?> all, String what) {
    return all.size() + " " + what + (all.size() == 1 ? "" : "s");
  }

  private String sizes() {
    String byModality =
        corpus.clips().stream()
            .collect(Collectors.groupingBy(Clip::modality, TreeMap::new, Collectors.counting()))
            .entrySet()
            .stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().keyword())
            .collect(Collectors.joining(", "));
    return "%s (%s), %s, %s, %s"
        .formatted(
            counted(corpus.clips(), "clip"),
            byModality,
            counted(corpus.subjects(), "subject"),
            counted(corpus.emotions(), "emotion"),
            counted(corpus.rejects(), "rejected file"));
  }

  private void addCounts(List<String> lines) {
    Map<String, long[]> counts = corpus.counts();
    List<String> columns = new ArrayList<>();
    corpus.emotions().forEach(emotion -> columns.add(emotion.keyword()));
    columns.add(Corpus.TOTAL);
    int longest =
        counts.keySet().stream().map(Shown::name).mapToInt(String::length).max().orElse(0);
    int width = Math.max("subject".length(), longest);
    lines.add(StringUtils.rightPad("subject", width) + " " + String.join(" ", columns));
    counts.forEach(
        (subject, row) ->
            lines.add(
                IntStream.range(0, row.length)
                    .mapToObj(i -> StringUtils.leftPad("" + row[i], columns.get(i).length() + 1))
                    .collect(
                        Collectors.joining(
                            "", StringUtils.rightPad(Shown.name(subject), width), ""))));
  }

  /** Adds how many paths there are, of what, and the first of them. */
  private static void addSection(
      List<String> lines, String title, Map<String, List<String>> pathsByWhat) {
    if (!pathsByWhat.isEmpty()) {
      lines.addAll(List.of("", title));
    }
    pathsByWhat.forEach(
        (what, paths) -> {
          String some = "  %s %s (%s)".formatted(paths.size(), what, examples(paths, path -> path));
          lines.add(paths.isEmpty() ? "  " + what : some);
        });
  }
}
