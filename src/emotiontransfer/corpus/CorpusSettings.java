package emotiontransfer.corpus;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.Scheme;
import emotiontransfer.data.Keyword;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How a corpus is read.
 *
 * @param emotions the emotions to keep, in the order of the class list; empty keeps those present,
 *     in the order of {@link Emotion}
 * @param subjectPrefix stands with a hyphen before each subject; empty stands for the scheme's
 *     keyword
 * @param subjectsFromFolders whether each folder above an emotion's is a subject, whatever its name
 * @param failOnRejects whether a rejected file is an error
 */
public record CorpusSettings(
    Scheme scheme,
    WantedClips modality,
    List<Emotion> emotions,
    String subjectPrefix,
    boolean subjectsFromFolders,
    boolean failOnRejects) {

  public CorpusSettings {
    emotions = List.copyOf(emotions);
  }

  /** Makes settings with the defaults of all others. */
  public CorpusSettings(Scheme scheme, WantedClips modality) {
    this(scheme, modality, List.of(), "", false, false);
  }

  /** Returns these settings, with others where these have their defaults. */
  public CorpusSettings or(CorpusSettings other) {
    return new CorpusSettings(
        scheme == Scheme.AUTO ? other.scheme : scheme,
        modality == WantedClips.ANY ? other.modality : modality,
        emotions.isEmpty() ? other.emotions : emotions,
        subjectPrefix.isEmpty() ? other.subjectPrefix : subjectPrefix,
        subjectsFromFolders || other.subjectsFromFolders,
        failOnRejects || other.failOnRejects);
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
      Optional<Emotion> emotion = Emotion.ofLabel(label);
      String rule = "emotions must be a list of %s with commas between, but '%s' is none of them";
      isTrue(emotion.isPresent(), rule, Keyword.keywords(Emotion.class), label.strip());
      boolean isNew = !emotions.contains(emotion.get());
      isTrue(isNew, "emotions must name each emotion once, but %s comes twice", emotion.get());
      emotions.add(emotion.get());
    }
    return emotions;
  }

  /** Returns what stands before each subject, hyphen included. */
  String prefix(Scheme found) {
    return (subjectPrefix.isEmpty() ? found.keyword() : subjectPrefix) + "-";
  }
}
