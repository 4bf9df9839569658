package emotiontransfer.study.data;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.study.plan.Setting;
import emotiontransfer.study.plan.Setting.EmotionRule;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A setting with its corpora.
 *
 * @param sources clips of each source corpus; none in a setting from scratch
 * @param pooledSource clips of all source corpora as one task; empty without sources
 * @param destination clips to transfer to
 */
public record SettingCorpora(
    Setting setting, List<ClipSet> sources, Optional<ClipSet> pooledSource, ClipSet destination) {

  private static final String SHARED_SUBJECT =
      "Corpora '%s' and '%s' both have a subject '%s'; give one of them another subject-prefix in a"
          + " corpus file.";

  /**
   * Finds the corpora of a setting.
   *
   * @param clipsPerCell most clips of a subject and an emotion; 0 for all
   * @throws IllegalArgumentException if a corpus is absent, or emotions or subjects do not fit
   * @throws IOException if a corpus cannot be read
   */
  public static SettingCorpora of(Setting setting, CorpusCatalog catalog, int clipsPerCell)
      throws IOException {
    List<Corpus> all = new ArrayList<>();
    for (String reference : setting.sources()) {
      all.add(catalog.find(reference, setting.modality()));
    }
    all.add(catalog.find(setting.destination(), setting.modality()));
    List<Corpus> sources = all.subList(0, all.size() - 1);
    Corpus destination = all.get(all.size() - 1);
    EmotionRule rule = setting.emotions();
    List<Emotion> from = rule.chosen(rule.source(), sources, List.of(destination));
    List<Emotion> to = rule.chosen(rule.destination(), List.of(destination), sources);
    isTrue(
        to.size() > 1 && (sources.isEmpty() || from.size() > 1),
        "The corpora have fewer than two emotions in common; choose them with -emotions.");
    isTrue(
        all.stream().map(Corpus::name).distinct().count() == all.size(),
        "Two of the corpora have the same name; sources and destination must differ, and a corpus"
            + " file gives a corpus another name.");
    requireOwnSubjects(all);
    List<ClipSet> taken = new ArrayList<>();
    for (Corpus source : sources) {
      taken.add(ClipSet.of(source, from, clipsPerCell));
    }
    return new SettingCorpora(
        setting,
        taken,
        Optional.of(taken).filter(some -> !some.isEmpty()).map(ClipSet::pooled),
        ClipSet.of(destination, to, clipsPerCell));
  }

  static void requireOwnSubjects(List<Corpus> corpora) {
    Map<String, String> corpusOfSubject = new HashMap<>();
    for (Corpus corpus : corpora) {
      for (String subject : corpus.subjects()) {
        String other = corpusOfSubject.putIfAbsent(subject, corpus.name());
        isTrue(other == null, SHARED_SUBJECT, other, corpus.name(), subject);
      }
    }
  }

  /** Returns the clips of each corpus, sources first. */
  public List<ClipSet> each() {
    return Stream.concat(sources.stream(), Stream.of(destination)).toList();
  }
}
