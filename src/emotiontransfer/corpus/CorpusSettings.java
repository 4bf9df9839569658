package emotiontransfer.corpus;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Scheme;
import emotiontransfer.data.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a corpus is read.
 *
 * @param scheme naming scheme, or {@link Scheme#AUTO}
 * @param modality what the clips are wanted for; empty takes what is there
 * @param emotions the emotions to keep, in the order of the class list; empty keeps those present,
 *     in the order of {@link Emotion}
 * @param subjectPrefix stands with a hyphen before each subject; empty stands for the scheme's name
 * @param failOnRejects whether a rejected file is an error
 */
public record CorpusSettings(
    Scheme scheme,
    Optional<Modality> modality,
    List<Emotion> emotions,
    String subjectPrefix,
    boolean failOnRejects) {

  /** Keeps the emotions from being changed. */
  public CorpusSettings {
    emotions = List.copyOf(emotions);
  }

  /** Returns the defaults: all that is there, scheme found by the names. */
  public static CorpusSettings defaults() {
    return new CorpusSettings(Scheme.AUTO, Optional.empty(), List.of(), "", false);
  }

  /**
   * Reads a list of emotions.
   *
   * @param list labels separated by commas, in any spelling that {@link Emotion} knows; blank for
   *     none
   * @throws IllegalArgumentException if a label means no emotion, or an emotion comes twice
   */
  public static List<Emotion> parseEmotions(String list) {
    List<Emotion> emotions = new ArrayList<>();
    if (list.isBlank()) {
      return emotions;
    }
    for (String label : list.split(",", -1)) {
      Emotion emotion =
          Emotion.fromLabel(label)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "emotions must be a list of "
                              + Keyword.keywords(Emotion.class)
                              + " with commas between, but '"
                              + label.strip()
                              + "' is none of them"));
      if (emotions.contains(emotion)) {
        throw new IllegalArgumentException(
            "emotions must name each emotion once, but " + emotion.keyword() + " comes twice");
      }
      emotions.add(emotion);
    }
    return emotions;
  }
}
