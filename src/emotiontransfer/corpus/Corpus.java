package emotiontransfer.corpus;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Reject;
import emotiontransfer.corpus.scheme.Scheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.stream.Collectors;

/**
 * The clips of a corpus, and what was not taken.
 *
 * @param name of the folder or file it came from
 * @param source absolute path of the folder or CSV file
 * @param scheme by which it was read, never {@link Scheme#AUTO}
 * @param choice why this scheme, in a sentence
 * @param emotions the class list
 * @param extraColumns columns of the CSV file beside file, subject and emotion, in its order
 * @param clips ordered by relative path
 * @param rejects ordered by kind and path
 * @param passedOver paths of the files that were left out on purpose, by what they are
 * @param notes what is worth telling, with the paths that it is about; none where it is about all
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

  private static final int EXAMPLES = 3;

  /** Returns the subjects in natural order ({@code enterface-2} before {@code enterface-10}). */
  public List<String> subjects() {
    return clips.stream()
        .map(Clip::subject)
        .distinct()
        .sorted(NaturalOrder.INSTANCE)
        .collect(Collectors.toList());
  }

  /** Returns the values of an extra column in natural order. */
  public List<String> extraValues(String column) {
    return clips.stream()
        .flatMap(clip -> clip.extra(column).stream())
        .distinct()
        .sorted(NaturalOrder.INSTANCE)
        .collect(Collectors.toList());
  }

  /** Returns how many clips a subject has of an emotion. */
  public long count(String subject, Emotion emotion) {
    return clips.stream()
        .filter(clip -> clip.subject().equals(subject) && clip.emotion() == emotion)
        .count();
  }

  /**
   * Does nothing where no file was rejected.
   *
   * @throws IOException if a file was; the message tells how many and names the first ones
   */
  public void requireNoRejects() throws IOException {
    if (rejects.isEmpty()) {
      return;
    }
    String first =
        rejects.stream()
            .limit(EXAMPLES)
            .map(reject -> "'" + reject.path() + "' (" + reject.detail() + ")")
            .collect(Collectors.joining(", "));
    throw new IOException(
        "Corpus '"
            + source
            + "' has "
            + rejects.size()
            + (rejects.size() == 1 ? " rejected file: " : " rejected files: ")
            + first
            + (rejects.size() > EXAMPLES ? ", ..." : "")
            + "; mend or move them, or switch fail-on-rejects off.");
  }
}
