package emotiontransfer.corpus;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.corpus.labels.LabelFiles;
import emotiontransfer.corpus.pattern.NamePattern;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.corpus.scheme.EmotionFolders;
import emotiontransfer.corpus.scheme.EmotionLabels;
import emotiontransfer.corpus.scheme.NamingScheme;
import emotiontransfer.corpus.scheme.Scheme;
import emotiontransfer.data.Keyword;
import java.io.IOException;
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
 * @param pattern that of {@link Scheme#PATTERN}, see {@link NamePattern}; empty with all others
 * @param labels codes that stand above those of the scheme
 */
public record CorpusSettings(
    Scheme scheme,
    WantedClips modality,
    List<Emotion> emotions,
    String subjectPrefix,
    boolean subjectsFromFolders,
    boolean failOnRejects,
    String pattern,
    EmotionLabels labels) {

  public CorpusSettings {
    emotions = List.copyOf(emotions);
  }

  /** Makes settings without pattern and labels. */
  public CorpusSettings(
      Scheme scheme,
      WantedClips modality,
      List<Emotion> emotions,
      String subjectPrefix,
      boolean subjectsFromFolders,
      boolean failOnRejects) {
    this(
        scheme,
        modality,
        emotions,
        subjectPrefix,
        subjectsFromFolders,
        failOnRejects,
        "",
        EmotionLabels.NONE);
  }

  /** Makes settings with the defaults of all others. */
  public CorpusSettings(Scheme scheme, WantedClips modality) {
    this(scheme, modality, List.of(), "", false, false);
  }

  /** Returns these settings, with others where these have their defaults. */
  public CorpusSettings or(CorpusSettings other) {
    Scheme either = scheme == Scheme.AUTO ? other.scheme : scheme;
    // Another scheme that is asked for needs no pattern of the other settings.
    String otherPattern = either == Scheme.PATTERN ? other.pattern : "";
    return new CorpusSettings(
        either,
        modality == WantedClips.ANY ? other.modality : modality,
        emotions.isEmpty() ? other.emotions : emotions,
        subjectPrefix.isEmpty() ? other.subjectPrefix : subjectPrefix,
        subjectsFromFolders || other.subjectsFromFolders,
        failOnRejects || other.failOnRejects,
        pattern.isEmpty() ? otherPattern : pattern,
        labels.isEmpty() ? other.labels : labels);
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

  /** Returns these settings with a scheme, its pattern, and labels. */
  public CorpusSettings with(Scheme otherScheme, String otherPattern, EmotionLabels otherLabels) {
    return new CorpusSettings(
        otherScheme,
        modality,
        emotions,
        subjectPrefix,
        subjectsFromFolders,
        failOnRejects,
        otherPattern,
        otherLabels);
  }

  /**
   * Rejects a scheme without the pattern that it needs, and a pattern without the scheme.
   *
   * @throws IllegalArgumentException with one sentence; also if the pattern cannot be used
   */
  void requirePattern() {
    if (scheme != Scheme.PATTERN) {
      String rule = "Pattern '%s' is for scheme pattern (-scheme pattern), but the scheme is %s.";
      isTrue(pattern.isEmpty(), rule, pattern, scheme);
      return;
    }
    isTrue(
        !pattern.isEmpty(),
        "Scheme pattern needs the pattern of the names (option -pattern), such as"
            + " (?<subject>[A-Z]+)_(?<emotion>[a-z]+)_.*; it is empty.");
    NamePattern.of(pattern);
  }

  /**
   * Returns how a scheme that goes by names or label files reads a folder with these settings.
   *
   * @throws IOException if it has no label files where it should, or they cannot be read
   */
  NamingScheme naming(Scheme found, FolderWalk walk) throws IOException {
    if (found == Scheme.FOLDERS && subjectsFromFolders) {
      return new EmotionFolders(true);
    }
    Optional<String> where = LabelFiles.where(found);
    if (where.isPresent()) {
      String none =
          "Scheme %s needs the label files %s, but '%s' has none; give the folder of both.";
      return walk.labelled(found)
          .orElseThrow(() -> new IOException(none.formatted(found, where.get(), walk.root())));
    }
    return found.naming().orElseGet(() -> NamePattern.of(pattern));
  }

  /** Returns why a scheme was taken, with the pattern and the labels that were given. */
  String reason(String why) {
    return why
        + (pattern.isEmpty() ? "" : ", with the pattern " + pattern)
        + (labels.isEmpty() ? "" : ", with the labels " + labels);
  }

  /** Returns what stands before each subject, hyphen included. */
  String prefix(Scheme found) {
    return (subjectPrefix.isEmpty() ? found.keyword() : subjectPrefix) + "-";
  }
}
