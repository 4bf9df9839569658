package emotiontransfer.study.plan;

import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.scheme.Emotion;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Which emotions take part. The head is never transferred, so that the lists of sources and
 * destination may differ.
 *
 * @param shared whether it is those that sources and destination have in common
 * @param source of the sources; empty for all that they have, or have in common
 * @param destination of the destination, likewise
 */
public record EmotionRule(boolean shared, List<Emotion> source, List<Emotion> destination) {

  public static final EmotionRule SHARED = new EmotionRule(true, List.of(), List.of());

  /** The six emotions of eNTERFACE'05, which SAVEE has beside neutral. */
  static final EmotionRule PAPER = parse("anger,disgust,fear,happiness,sadness,surprise");

  /** EMO-DB without neutral, as in the paper's Table 3 with boredom in the column of surprise. */
  static final EmotionRule PAPER_EMO_DB =
      new EmotionRule(
          false,
          PAPER.source,
          CorpusSettings.parseEmotions("anger,boredom,disgust,fear,happiness,sadness"));

  /** Returns the class list of the sources. */
  public List<Emotion> ofSource(List<Corpus> sources, Corpus destination) {
    return chosen(source, sources, List.of(destination));
  }

  /** Returns the class list of the destination; without sources it may keep all it has. */
  public List<Emotion> ofDestination(List<Corpus> sources, Corpus destination) {
    return chosen(this.destination, List.of(destination), sources);
  }

  private List<Emotion> chosen(List<Emotion> listed, List<Corpus> own, List<Corpus> others) {
    if (!listed.isEmpty()) {
      return listed;
    }
    List<Emotion> there = present(others);
    return present(own).stream()
        .filter(emotion -> !shared || others.isEmpty() || there.contains(emotion))
        .toList();
  }

  /**
   * Reads an option.
   *
   * @param text {@code shared}, {@code all}, or emotions with commas between
   * @throws IllegalArgumentException if a label means no emotion
   */
  static EmotionRule parse(String text) {
    if (text.equals("shared")) {
      return SHARED;
    }
    List<Emotion> listed = text.equals("all") ? List.of() : CorpusSettings.parseEmotions(text);
    return new EmotionRule(false, listed, listed);
  }

  private static List<Emotion> present(List<Corpus> corpora) {
    return corpora.stream()
        .flatMap(corpus -> corpus.clips().stream())
        .map(clip -> clip.emotion())
        .distinct()
        .sorted()
        .toList();
  }

  /** Returns the keywords of emotions with commas between. */
  public static String words(List<Emotion> emotions) {
    return emotions.stream().map(Emotion::keyword).collect(Collectors.joining(", "));
  }
}
