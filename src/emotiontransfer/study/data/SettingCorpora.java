package emotiontransfer.study.data;

import static org.apache.commons.lang3.Validate.isTrue;

import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.study.plan.Setting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A setting with its corpora.
 *
 * @param sources clips of each source corpus; none in a setting from scratch
 * @param pooledSource clips of all source corpora as one task; empty without sources
 * @param destination clips to transfer to
 * @param corpora as they were found, sources first; with all their emotions
 */
public record SettingCorpora(
    Setting setting,
    List<ClipSet> sources,
    Optional<ClipSet> pooledSource,
    ClipSet destination,
    List<Corpus> corpora) {

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
    List<Emotion> from = setting.emotions().ofSource(sources, destination);
    List<Emotion> to = setting.emotions().ofDestination(sources, destination);
    isTrue(
        to.size() > 1 && (sources.isEmpty() || from.size() > 1),
        "The corpora have fewer than two emotions in common; choose them with -emotions.");
    isTrue(
        all.stream().map(Corpus::name).distinct().count() == all.size(),
        "Two of the corpora have the same name; sources and destination must differ, and a corpus"
            + " file gives a corpus another name.");
    // No subject may be in two of them.
    ClipSet.of(all, to, clipsPerCell);
    return new SettingCorpora(
        setting,
        sources.stream().map(corpus -> ClipSet.of(List.of(corpus), from, clipsPerCell)).toList(),
        Optional.of(sources)
            .filter(some -> !some.isEmpty())
            .map(some -> ClipSet.of(some, from, clipsPerCell)),
        ClipSet.of(List.of(destination), to, clipsPerCell),
        all);
  }
}
