package emotiontransfer.study.plan;

import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.scheme.Emotion;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which emotions take part.
 *
 * @param kind how they are chosen
 * @param source the source's emotions where they are listed
 * @param destination the destination's emotions where they are listed
 */
public record EmotionRule(Kind kind, List<Emotion> source, List<Emotion> destination) {

  /** Those that the sources and the destination have in common. */
  public static final EmotionRule SHARED = new EmotionRule(Kind.SHARED, List.of(), List.of());

  /** Each corpus with all that it has; the head is never transferred, so lists may differ. */
  public static final EmotionRule ALL = new EmotionRule(Kind.ALL, List.of(), List.of());

  private static final List<Emotion> SIX =
      List.of(
          Emotion.ANGER,
          Emotion.DISGUST,
          Emotion.FEAR,
          Emotion.HAPPINESS,
          Emotion.SADNESS,
          Emotion.SURPRISE);

  private static final List<Emotion> EMO_DB_SIX =
      List.of(
          Emotion.ANGER,
          Emotion.BOREDOM,
          Emotion.DISGUST,
          Emotion.FEAR,
          Emotion.HAPPINESS,
          Emotion.SADNESS);

  /** The six emotions of eNTERFACE'05, which SAVEE has beside neutral. */
  public static final EmotionRule PAPER = new EmotionRule(Kind.LISTED, SIX, SIX);

  /** EMO-DB without neutral, as in the paper's Table 3 with boredom in the column of surprise. */
  public static final EmotionRule PAPER_EMO_DB = new EmotionRule(Kind.LISTED, SIX, EMO_DB_SIX);

  /** How emotions are chosen. */
  public enum Kind {
    /** The intersection. */
    SHARED,
    /** Everything. */
    ALL,
    /** As listed. */
    LISTED
  }

  /** Copies the lists. */
  public EmotionRule {
    source = List.copyOf(source);
    destination = List.copyOf(destination);
  }

  /**
   * Reads an option.
   *
   * @param text {@code shared}, {@code all}, or emotions with commas between
   * @throws IllegalArgumentException if a label means no emotion
   */
  public static EmotionRule parse(String text) {
    return switch (text) {
      case "shared" -> SHARED;
      case "all" -> ALL;
      default -> {
        List<Emotion> listed = CorpusSettings.parseEmotions(text);
        yield new EmotionRule(Kind.LISTED, listed, listed);
      }
    };
  }

  /**
   * Chooses the emotions of a source.
   *
   * @param sources all source corpora
   * @return in the order of class lists
   */
  public List<Emotion> ofSource(List<Corpus> sources, Corpus destination) {
    return switch (kind) {
      case LISTED -> source;
      case ALL -> present(sources);
      case SHARED -> shared(sources, destination);
    };
  }

  /**
   * Chooses the emotions of the destination.
   *
   * @param sources all source corpora; without any, the destination keeps all it has
   * @return in the order of class lists
   */
  public List<Emotion> ofDestination(List<Corpus> sources, Corpus corpus) {
    return switch (kind) {
      case LISTED -> destination;
      case ALL -> present(List.of(corpus));
      case SHARED -> sources.isEmpty() ? present(List.of(corpus)) : shared(sources, corpus);
    };
  }

  private static List<Emotion> shared(List<Corpus> sources, Corpus destination) {
    return present(sources).stream().filter(present(List.of(destination))::contains).toList();
  }

  private static List<Emotion> present(List<Corpus> corpora) {
    Set<Emotion> present = EnumSet.noneOf(Emotion.class);
    corpora.forEach(corpus -> corpus.clips().forEach(clip -> present.add(clip.emotion())));
    return List.copyOf(present);
  }

  /**
   * Joins emotions for people.
   *
   * @param emotions any
   * @return their words with commas between
   */
  public static String words(List<Emotion> emotions) {
    return emotions.stream().map(Emotion::keyword).collect(Collectors.joining(", "));
  }
}
