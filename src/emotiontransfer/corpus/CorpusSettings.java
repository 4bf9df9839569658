package emotiontransfer.corpus;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.corpus.scheme.Scheme;
import emotiontransfer.data.Keyword;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * How a corpus is read.
 *
 * @param scheme naming scheme, or {@link Scheme#AUTO}
 * @param modality what the clips are wanted for; empty takes what is there
 * @param emotions the emotions to keep, in the order of the class list; empty keeps those present,
 *     in the order of {@link Emotion}
 * @param subjectPrefix stands with a hyphen before each subject; empty stands for the scheme's
 *     keyword
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
   * Parses a list of emotions.
   *
   * @param list labels separated by commas, in any spelling that {@link Emotion} knows; blank for
   *     none
   * @throws IllegalArgumentException if a label means no emotion, or an emotion comes twice
   */
  public static List<Emotion> parseEmotions(String list) {
    List<Emotion> emotions = new ArrayList<>();
    for (String label : list.isBlank() ? new String[0] : list.split(",", -1)) {
      Emotion emotion =
          Emotion.ofLabel(label)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          ("emotions must be a list of %s with commas between, but '%s' is none of"
                                  + " them")
                              .formatted(Keyword.keywords(Emotion.class), label.strip())));
      if (emotions.contains(emotion)) {
        throw new IllegalArgumentException(
            "emotions must name each emotion once, but " + emotion + " comes twice");
      }
      emotions.add(emotion);
    }
    return emotions;
  }

  /** Returns the kinds of files from which clips can be taken: sound also comes out of videos. */
  Set<Modality> wanted() {
    if (modality.isEmpty()) {
      return EnumSet.allOf(Modality.class);
    }
    return modality.get() == Modality.AUDIO
        ? EnumSet.of(Modality.AUDIO, Modality.VIDEO)
        : EnumSet.of(modality.get());
  }

  /** Returns what stands before each subject, hyphen included. */
  String prefix(Scheme found) {
    return (subjectPrefix.isEmpty() ? found.keyword() : subjectPrefix) + "-";
  }
}
