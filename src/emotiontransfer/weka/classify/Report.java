package emotiontransfer.weka.classify;

import emotiontransfer.data.Provenance;
import emotiontransfer.data.Provenance.LevelRange;
import java.util.Locale;
import java.util.function.IntFunction;

/** Describes a trained network, a line for each thing to know. */
final class Report {

  private final StringBuilder text = new StringBuilder();
  private final Provenance provenance;

  /** Begins with what is known of every network. */
  Report(String scheme, Provenance provenance) {
    this.provenance = provenance;
    text.append(String.format(Locale.ROOT, "%s%n%s%n%n", scheme, "=".repeat(scheme.length())));
    int subjects = provenance.subjects().size();
    line("Options", provenance.options());
    String corpus = provenance.corpus() + (subjects == 0 ? "" : ", " + subjects + " subjects");
    line("Trained on", corpus + ", classes " + String.join(", ", provenance.classLabels()));
    line("Features", provenance.features());
    LevelRange levels = provenance.levels();
    if (levels.isKnown()) {
      line(
          "Levels",
          String.format(
              Locale.ROOT,
              "%.1f to %.1f dB (mean log energy, 1st to 99th percentile of the clips)",
              levels.low(),
              levels.high()));
    }
  }

  void line(String name, Object value) {
    text.append(String.format(Locale.ROOT, "%-14s %s%n", name + ":", value));
  }

  void line(String name, String format, Object... values) {
    line(name, String.format(Locale.ROOT, format, values));
  }

  void text(String more) {
    text.append(more);
  }

  /** Adds ten values of a course, evenly spread, the last one among them. */
  void course(String name, String before, int size, IntFunction<String> value) {
    StringBuilder course = new StringBuilder(before);
    int shown = 0;
    for (int tenth = 1; tenth <= 10; tenth++) {
      int end = (int) Math.ceil(size * tenth / 10.0);
      if (end > shown) {
        course.append(shown == 0 ? "" : ", ").append(end).append(": ").append(value.apply(end - 1));
        shown = end;
      }
    }
    line(name, course);
  }

  /** Ends with time, fingerprint and version. */
  String end(double seconds, String fingerprint) {
    line(
        "Time",
        Double.isNaN(seconds)
            ? "not kept in files, so that equal runs give equal files"
            : String.format(Locale.ROOT, "%.1f s for scaling and training", seconds));
    line("Fingerprint", fingerprint);
    line("Version", "emotionTransfer " + provenance.version());
    return text.toString();
  }
}
