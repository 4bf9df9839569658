package emotiontransfer.corpus;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Reject;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The clips of a corpus, and what was not taken.
 *
 * @param source absolute path of the folder or CSV file
 * @param scheme by which it was read, never {@link Scheme#AUTO}
 * @param choice why this scheme, in a sentence
 * @param emotions the class list
 * @param extraColumns columns of the CSV file beside file, subject and emotion, in its order
 * @param clips ordered by relative path
 * @param rejects ordered by kind and path
 * @param passedOver paths of the files that were left out on purpose, by what they are
 * @param notes what is odd, with the paths that it is about; none where it is about all
 */
public record Corpus(
    String name,
    Path source,
    Scheme scheme,
    String choice,
    List<Emotion> emotions,
    List<String> extraColumns,
    List<Clip> clips,
    List<Reject> rejects,
    SortedMap<String, List<String>> passedOver,
    SortedMap<String, List<String>> notes) {

  /** The last row of {@link #counts()}. */
  public static final String TOTAL = "total";

  private static final Pattern NUMBER = Pattern.compile("0*([0-9]+)");

  /** Orders texts as people do: digits by their number ({@code s2} before {@code s10}). */
  public static final Comparator<String> NATURAL_ORDER =
      Comparator.comparing(Corpus::withLengths).thenComparing(Comparator.naturalOrder());

  /** Puts a character before each number that makes longer numbers come later. */
  private static String withLengths(String text) {
    return NUMBER
        .matcher(text)
        .replaceAll(
            number -> Matcher.quoteReplacement((char) number.group(1).length() + number.group(1)));
  }

  /** Returns this corpus under another name, such as that of its corpus file. */
  public Corpus named(String other) {
    return new Corpus(
        other, source, scheme, choice, emotions, extraColumns, clips, rejects, passedOver, notes);
  }

  /** Returns the subjects in natural order ({@code enterface-2} before {@code enterface-10}). */
  public List<String> subjects() {
    return ordered(clips.stream().map(Clip::subject));
  }

  /** Returns the values of an extra column in natural order. */
  public List<String> extraValues(String column) {
    return ordered(clips.stream().flatMap(clip -> Stream.ofNullable(clip.extras().get(column))));
  }

  private static List<String> ordered(Stream<String> texts) {
    return texts.distinct().sorted(NATURAL_ORDER).toList();
  }

  /** Counts clips by subject, and last in total: one number per emotion, and their sum. */
  public Map<String, long[]> counts() {
    Map<String, long[]> counts = new LinkedHashMap<>();
    Stream.concat(subjects().stream(), Stream.of(TOTAL))
        .forEach(subject -> counts.put(subject, new long[emotions.size() + 1]));
    for (Clip clip : clips) {
      for (long[] row : List.of(counts.get(clip.subject()), counts.get(TOTAL))) {
        row[emotions.indexOf(clip.emotion())]++;
        row[emotions.size()]++;
      }
    }
    return counts;
  }

  /** Throws an exception that counts rejected files and names the first, where there are any. */
  public void requireNoRejects() throws IOException {
    if (!rejects.isEmpty()) {
      String many = CorpusReport.counted(rejects, "rejected file");
      String first =
          CorpusReport.examples(rejects, one -> "'%s' (%s)".formatted(one.path(), one.detail()));
      throw new IOException(
          "Corpus '%s' has %s: %s; fix or move them, or switch fail-on-rejects off."
              .formatted(source, many, first));
    }
  }
}
