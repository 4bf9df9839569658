package emotiontransfer.corpus;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Reject;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;

/**
 * Tells people what a scan found: the scheme and why, counts per subject and emotion, and every
 * rejected file with its reason.
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
    lines.add("Scheme " + corpus.scheme().keyword() + ", " + corpus.choice() + ".");
    lines.add(clipsByModality());
    lines.add("");
    lines.addAll(counts());
    lines.addAll(tallies("Notes:", corpus.notes()));
    lines.addAll(tallies("Passed over:", corpus.passedOver()));
    lines.addAll(rejects());
    return String.join(System.lineSeparator(), lines);
  }

  /** Returns the sentence for a corpus without clips. */
  String noClip() {
    String passedOver =
        corpus.passedOver().entrySet().stream()
            .map(entry -> entry.getValue().size() + " " + entry.getKey())
            .collect(Collectors.joining("; "));
    String rejects =
        corpus.rejects().stream()
            .limit(EXAMPLES)
            .map(reject -> "'" + reject.path() + "': " + reject.detail())
            .collect(Collectors.joining("; "));
    return "Corpus '"
        + corpus.source()
        + "' has no clip by scheme "
        + corpus.scheme().keyword()
        + "; rejected: "
        + (rejects.isEmpty() ? "none" : corpus.rejects().size() + " (" + rejects + ")")
        + "; passed over: "
        + (passedOver.isEmpty() ? "none" : passedOver)
        + ".";
  }

  private String clipsByModality() {
    Map<Modality, Long> byModality =
        corpus.clips().stream()
            .collect(
                Collectors.groupingBy(
                    Clip::modality, () -> new EnumMap<>(Modality.class), Collectors.counting()));
    return counted(corpus.clips().size(), "clip")
        + " ("
        + byModality.entrySet().stream()
            .map(entry -> entry.getValue() + " " + entry.getKey().keyword())
            .collect(Collectors.joining(", "))
        + "), "
        + counted(corpus.subjects().size(), "subject")
        + ", "
        + counted(corpus.emotions().size(), "emotion")
        + ", "
        + counted(corpus.rejects().size(), "rejected file");
  }

  private static String counted(int number, String what) {
    return number + " " + what + (number == 1 ? "" : "s");
  }

  private List<String> counts() {
    List<String> subjects = corpus.subjects();
    int width = subjects.stream().mapToInt(String::length).max().orElse(0);
    width = Math.max(width, "subject".length());
    List<String> lines = new ArrayList<>();
    lines.add(
        padded("subject", width)
            + corpus.emotions().stream()
                .map(emotion -> " " + emotion.keyword())
                .collect(Collectors.joining())
            + " total");
    for (String subject : subjects) {
      lines.add(row(padded(subject, width), emotion -> corpus.count(subject, emotion)));
    }
    lines.add(
        row(
            padded("total", width),
            emotion -> corpus.clips().stream().filter(clip -> clip.emotion() == emotion).count()));
    return lines;
  }

  private String row(String head, ToLongFunction<Emotion> count) {
    StringBuilder row = new StringBuilder(head);
    long total = 0;
    for (Emotion emotion : corpus.emotions()) {
      long clips = count.applyAsLong(emotion);
      total += clips;
      row.append(' ').append(rightAligned(clips, emotion.keyword().length()));
    }
    return row.append(' ').append(rightAligned(total, "total".length())).toString();
  }

  private List<String> rejects() {
    List<String> lines = new ArrayList<>();
    if (corpus.rejects().isEmpty()) {
      return lines;
    }
    Map<Reject.Kind, List<Reject>> byKind =
        corpus.rejects().stream()
            .collect(
                Collectors.groupingBy(
                    Reject::kind, () -> new EnumMap<>(Reject.Kind.class), Collectors.toList()));
    if (corpus.rejects().size() >= SUMMARY_FROM) {
      lines.add("");
      lines.add("Rejected, in brief:");
      byKind.forEach((kind, some) -> lines.add(inBrief(kind, some)));
    }
    lines.add("");
    lines.add("Rejected:");
    byKind.forEach(
        (kind, some) -> {
          lines.add("  " + kind.title() + " (" + some.size() + ")");
          some.forEach(reject -> lines.add("    " + reject.path() + ": " + reject.detail()));
        });
    return lines;
  }

  private static String inBrief(Reject.Kind kind, List<Reject> rejects) {
    List<String> paths = rejects.stream().map(Reject::path).collect(Collectors.toList());
    return "  " + counted(kind.title(), paths);
  }

  private static List<String> tallies(String title, Map<String, List<String>> tallies) {
    List<String> lines = new ArrayList<>();
    if (!tallies.isEmpty()) {
      lines.add("");
      lines.add(title);
      tallies.forEach((what, paths) -> lines.add("  " + counted(what, paths)));
    }
    return lines;
  }

  /** Returns how many paths there are, of what, and the first of them. */
  private static String counted(String what, List<String> paths) {
    if (paths.isEmpty()) {
      return what;
    }
    return paths.size()
        + " "
        + what
        + " ("
        + paths.stream().limit(EXAMPLES).collect(Collectors.joining(", "))
        + (paths.size() > EXAMPLES ? ", ..." : "")
        + ")";
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  private static String rightAligned(long number, int width) {
    return String.format(Locale.ROOT, "%" + width + "d", number);
  }
}
