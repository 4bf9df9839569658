package emotiontransfer.study.plan;

import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.CorpusSettings;
import emotiontransfer.corpus.scheme.Emotion;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Which emotions take part. */
public sealed interface EmotionRule {

  /** The six emotions of eNTERFACE'05, which SAVEE has beside neutral. */
  EmotionRule PAPER = parse("anger,disgust,fear,happiness,sadness,surprise");

  /** EMO-DB without neutral, as in the paper's Table 3 with boredom in the column of surprise. */
  EmotionRule PAPER_EMO_DB =
      new Listed(
          CorpusSettings.parseEmotions("anger,disgust,fear,happiness,sadness,surprise"),
          CorpusSettings.parseEmotions("anger,boredom,disgust,fear,happiness,sadness"));

  /** Those that the sources and the destination have in common. */
  record Shared() implements EmotionRule {

    @Override
    public List<Emotion> ofSource(List<Corpus> sources, Corpus destination) {
      List<Emotion> there = present(List.of(destination));
      return present(sources).stream().filter(there::contains).toList();
    }

    @Override
    public List<Emotion> ofDestination(List<Corpus> sources, Corpus destination) {
      return sources.isEmpty() ? present(List.of(destination)) : ofSource(sources, destination);
    }
  }

  /** Each corpus with all that it has; the head is never transferred, so lists may differ. */
  record All() implements EmotionRule {

    @Override
    public List<Emotion> ofSource(List<Corpus> sources, Corpus destination) {
      return present(sources);
    }

    @Override
    public List<Emotion> ofDestination(List<Corpus> sources, Corpus destination) {
      return present(List.of(destination));
    }
  }

  /** Those of two lists. */
  record Listed(List<Emotion> source, List<Emotion> destination) implements EmotionRule {

    @Override
    public List<Emotion> ofSource(List<Corpus> sources, Corpus corpus) {
      return source;
    }

    @Override
    public List<Emotion> ofDestination(List<Corpus> sources, Corpus corpus) {
      return destination;
    }
  }

  /** Returns the class list of the sources. */
  List<Emotion> ofSource(List<Corpus> sources, Corpus destination);

  /** Returns the class list of the destination; without sources it may keep all it has. */
  List<Emotion> ofDestination(List<Corpus> sources, Corpus destination);

  /**
   * Reads an option.
   *
   * @param text {@code shared}, {@code all}, or emotions with commas between
   * @throws IllegalArgumentException if a label means no emotion
   */
  static EmotionRule parse(String text) {
    return switch (text) {
      case "shared" -> new Shared();
      case "all" -> new All();
      default -> {
        List<Emotion> listed = CorpusSettings.parseEmotions(text);
        yield new Listed(listed, listed);
      }
    };
  }

  private static List<Emotion> present(List<Corpus> corpora) {
    Set<Emotion> present = EnumSet.noneOf(Emotion.class);
    corpora.forEach(corpus -> corpus.clips().forEach(clip -> present.add(clip.emotion())));
    return List.copyOf(present);
  }

  /** Returns the keywords of emotions with commas between. */
  static String words(List<Emotion> emotions) {
    return emotions.stream().map(Emotion::keyword).collect(Collectors.joining(", "));
  }
}
