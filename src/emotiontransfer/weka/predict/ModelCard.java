package emotiontransfer.weka.predict;

import emotiontransfer.data.Provenance;
import emotiontransfer.data.Provenance.LevelRange;
import emotiontransfer.data.SourceInfo;
import emotiontransfer.pathnet.PathNetModel;
import emotiontransfer.pathnet.model.ModelFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.lang3.StringUtils;
import weka.core.Utils;

/**
 * What one should know of a model before one believes it: first the words of those who made it
 * ({@link Provenance#card}), then what it knows of itself.
 */
public record ModelCard(String name, PathNetModel model) {

  /** What stands in the place of words that nobody has written. */
  static final String NO_WORDS =
      "Nobody has written what this model may be used for, or how well it recognises speakers that"
          + " it was not trained on; PathNetModelCard -card TEXT adds such words.";

  private static final int INDENT = 17;

  /** What fits into a line of 100 characters behind its name. */
  private static final Pattern LINE = Pattern.compile("(.{1,83})(?: +|$)");

  /** Returns the card as text: the words, then a line of at most 100 characters for each fact. */
  @Override
  public String toString() {
    String words = model.provenance().card();
    StringBuilder text = new StringBuilder(name + "\n" + "=".repeat(name.length()) + "\n\n");
    text.append(words.isBlank() ? NO_WORDS : words.strip()).append("\n\n");
    facts(model.provenance()).forEach(fact -> text.append(line(fact.getKey(), fact.getValue())));
    return text.toString();
  }

  private List<Map.Entry<String, String>> facts(Provenance provenance) {
    String clips = model.decidesWhole() ? "clip by clip, seen whole" : "segment by segment";
    return List.of(
        Map.entry("Classes", classes(provenance)),
        Map.entry("Decides", clips),
        Map.entry("Trained on", trained(provenance)),
        Map.entry("Built on", sources(provenance)),
        Map.entry("Recording level", level(provenance)),
        Map.entry(
            "Features",
            StringUtils.defaultIfEmpty(
                provenance.features().signature(), "none that a filter of this package made")),
        Map.entry("Options", provenance.options()),
        Map.entry("Made by", "emotionTransfer " + provenance.version()),
        Map.entry("Fingerprint", ModelFormat.fingerprint(model)));
  }

  /** Returns the classes with the percentages of the training clips that they had. */
  private static String classes(Provenance provenance) {
    return IntStream.range(0, provenance.classLabels().size())
        .mapToObj(
            c ->
                String.format(
                    Locale.ROOT,
                    "%s %.0f %%",
                    provenance.classLabels().get(c),
                    100 * provenance.classPriors().get(c)))
        .collect(Collectors.joining(", "));
  }

  private static String trained(Provenance provenance) {
    List<String> subjects = provenance.subjects();
    String who =
        subjects.isEmpty()
            ? "subjects unknown"
            : subjects.size() + " subjects (" + String.join(", ", subjects) + ")";
    return "corpus " + provenance.corpus() + ", " + who;
  }

  private static String sources(Provenance provenance) {
    return provenance.sources().isEmpty()
        ? "no other model"
        : provenance.sources().stream()
            .map(source -> source.name() + " (" + source.corpus() + subjects(source) + ")")
            .collect(Collectors.joining(", "));
  }

  private static String subjects(SourceInfo source) {
    return ", " + source.subjects().size() + " subjects";
  }

  private static String level(Provenance provenance) {
    LevelRange levels = provenance.levels();
    if (provenance.features().signature().contains(" -level clip")) {
      return "does not matter (-level clip)";
    }
    return levels.isKnown()
        ? String.format(
            Locale.ROOT,
            "matters; training clips had %.1f to %.1f dB (mean log energy)",
            levels.low(),
            levels.high())
        : "not known";
  }

  private static String line(String name, String value) {
    String wrapped = LINE.matcher(value).replaceAll("$1\n" + " ".repeat(INDENT));
    return Utils.padRight(name, INDENT) + wrapped.stripTrailing() + "\n";
  }
}
