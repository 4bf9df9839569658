package emotiontransfer.study.data;

import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.study.plan.Setting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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

  /** A setting cannot be run; the message is a sentence with the reason. */
  public static final class NotPossible extends Exception {

    private static final long serialVersionUID = 8123076611934107721L;

    NotPossible(String why) {
      super(why);
    }
  }

  /**
   * Finds the corpora of a setting.
   *
   * @param clipsPerCell most clips of a subject and an emotion; 0 for all
   * @throws NotPossible if a corpus is absent, or emotions or subjects do not fit
   * @throws IOException if a corpus cannot be read
   */
  public static SettingCorpora of(Setting setting, CorpusCatalog catalog, int clipsPerCell)
      throws NotPossible, IOException {
    List<Corpus> all = new ArrayList<>();
    for (String reference :
        Stream.concat(setting.sources().stream(), Stream.of(setting.destination())).toList()) {
      all.add(
          catalog
              .find(reference, setting.modality())
              .orElseThrow(() -> new NotPossible(catalog.absent(reference, setting.modality()))));
    }
    List<Corpus> sources = all.subList(0, all.size() - 1);
    Corpus destination = all.get(all.size() - 1);
    List<Emotion> from = setting.emotions().ofSource(sources, destination);
    List<Emotion> to = setting.emotions().ofDestination(sources, destination);
    if (to.size() < 2 || (!sources.isEmpty() && from.size() < 2)) {
      throw new NotPossible(
          "The corpora have fewer than two emotions in common; choose them with -emotions.");
    }
    if (all.stream().map(Corpus::name).distinct().count() < all.size()) {
      throw new NotPossible(
          "Two of the corpora have the same name; sources and destination must differ, and a corpus"
              + " file gives a corpus another name.");
    }
    try {
      // No subject may be in two of them.
      ClipSet.of(all, to, clipsPerCell);
      return new SettingCorpora(
          setting,
          sources.stream().map(corpus -> ClipSet.of(List.of(corpus), from, clipsPerCell)).toList(),
          sources.isEmpty()
              ? Optional.empty()
              : Optional.of(ClipSet.of(sources, from, clipsPerCell)),
          ClipSet.of(List.of(destination), to, clipsPerCell),
          all);
    } catch (IllegalArgumentException unfit) {
      throw new NotPossible(unfit.getMessage());
    }
  }
}
