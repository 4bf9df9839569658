package emotiontransfer.corpus;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Reject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.apache.commons.lang3.StringUtils;

/**
 * Reports what a scan found: the scheme and why, counts per subject and emotion, and every rejected
 * file with its reason.
 */
public final class CorpusReport {

  private static final int EXAMPLES = 3;
  private static final int SUMMARY_FROM = 20;

  private final Corpus corpus;

  /** Makes the report of a corpus. */
  public CorpusReport(Corpus corpus) {
    this.corpus = corpus;
  }

  /** Returns the report as lines of text. */
  @Override
  public String toString() {
    List<String> lines = new ArrayList<>();
    lines.add("Corpus '" + corpus.name() + "' in " + corpus.source());
    lines.add("Scheme " + corpus.scheme() + ", " + corpus.choice() + ".");
    lines.add(clipsByModality());
    lines.add("");
    addCounts(lines);
    addSection(lines, "Notes:", corpus.notes());
    addSection(lines, "Passed over:", corpus.passedOver());
    addRejects(lines);
    return String.join(System.lineSeparator(), lines);
  }

  /** Returns the sentence for a corpus without clips. */
  String noClip() {
    List<String> passedOver = new ArrayList<>();
    corpus.passedOver().forEach((what, paths) -> passedOver.add(paths.size() + " " + what));
    List<String> rejects =
        corpus.rejects().stream()
            .limit(EXAMPLES)
            .map(reject -> "'" + reject.path() + "': " + reject.detail())
            .toList();
    return "Corpus '%s' has no clip by scheme %s; rejected: %s; passed over: %s."
        .formatted(
            corpus.source(),
            corpus.scheme(),
            rejects.isEmpty()
                ? "none"
                : corpus.rejects().size() + " (" + String.join("; ", rejects) + ")",
            passedOver.isEmpty() ? "none" : String.join("; ", passedOver));
  }

  /** Returns the first texts with commas between, and dots where there are more. */
  static String examples(Collection<String> texts) {
    return texts.stream().limit(EXAMPLES).collect(Collectors.joining(", "))
        + (texts.size() > EXAMPLES ? ", ..." : "");
  }

  private String clipsByModality() {
    Map<Modality, Long> byModality =
        corpus.clips().stream()
            .collect(Collectors.groupingBy(Clip::modality, TreeMap::new, Collectors.counting()));
    return "%s (%s), %s, %s, %s"
        .formatted(
            counted(corpus.clips().size(), "clip"),
            byModality.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", ")),
            counted(corpus.subjects().size(), "subject"),
            counted(corpus.emotions().size(), "emotion"),
            counted(corpus.rejects().size(), "rejected file"));
  }

  static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private void addCounts(List<String> lines) {
    Map<String, long[]> counts = corpus.counts();
    List<String> columns = new ArrayList<>();
    corpus.emotions().stream().map(Emotion::keyword).forEach(columns::add);
    columns.add(Corpus.TOTAL);
    int width = "subject".length();
    for (String subject : counts.keySet()) {
      width = Math.max(width, subject.length());
    }
    StringBuilder line = new StringBuilder(StringUtils.rightPad("subject", width));
    lines.add(line.append(' ').append(String.join(" ", columns)).toString());
    for (Map.Entry<String, long[]> row : counts.entrySet()) {
      line = new StringBuilder(StringUtils.rightPad(row.getKey(), width));
      for (int i = 0; i < columns.size(); i++) {
        String number = Long.toString(row.getValue()[i]);
        line.append(' ').append(StringUtils.leftPad(number, columns.get(i).length()));
      }
      lines.add(line.toString());
    }
  }

  private void addRejects(List<String> lines) {
    if (corpus.rejects().isEmpty()) {
      return;
    }
    Map<Reject.Kind, List<Reject>> byKind =
        corpus.rejects().stream()
            .collect(Collectors.groupingBy(Reject::kind, TreeMap::new, Collectors.toList()));
    if (corpus.rejects().size() >= SUMMARY_FROM) {
      lines.add("");
      lines.add("Rejected, in brief:");
      byKind.forEach(
          (kind, some) ->
              lines.add(summary(kind.title(), some.stream().map(Reject::path).toList())));
    }
    lines.add("");
    lines.add("Rejected:");
    byKind.forEach(
        (kind, some) -> {
          lines.add("  " + kind.title() + " (" + some.size() + ")");
          some.forEach(reject -> lines.add("    " + reject.path() + ": " + reject.detail()));
        });
  }

  private static void addSection(
      List<String> lines, String title, Map<String, List<String>> pathsByWhat) {
    if (!pathsByWhat.isEmpty()) {
      lines.add("");
      lines.add(title);
      pathsByWhat.forEach((what, paths) -> lines.add(summary(what, paths)));
    }
  }

  /** Returns how many paths there are, of what, and the first of them. */
  private static String summary(String what, List<String> paths) {
    return paths.isEmpty()
        ? "  " + what
        : "  " + paths.size() + " " + what + " (" + examples(paths) + ")";
  }
}
