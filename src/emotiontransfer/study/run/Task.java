package emotiontransfer.study.run;

import emotiontransfer.corpus.Corpus;
import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.study.data.ClipSet;
import emotiontransfer.study.data.CorpusShelf;
import emotiontransfer.study.plan.Setting;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A setting with its corpora.
 *
 * @param setting what was asked for
 * @param sources clips of each source corpus; none in a setting from scratch
 * @param pooledSource clips of all source corpora as one task; empty without sources
 * @param destination clips to transfer to
 * @param corpora as they were found, sources first; with all their emotions
 */
public record Task(
    Setting setting,
    List<ClipSet> sources,
    Optional<ClipSet> pooledSource,
    ClipSet destination,
    List<Corpus> corpora) {

  /** A setting cannot be run; the message is a sentence that says why. */
  public static final class NotPossible extends Exception {

    private static final long serialVersionUID = 8123076611934107721L;

    NotPossible(String why) {
      super(why);
    }
  }

  /**
   * Finds the corpora of a setting.
   *
   * @param setting to run
   * @param shelf where to look
   * @param clipsPerCell most clips of a subject and an emotion; 0 for all
   * @throws NotPossible if a corpus is absent, or emotions or subjects do not fit
   * @throws IOException if a corpus cannot be read
   */
  public static Task of(Setting setting, CorpusShelf shelf, int clipsPerCell)
      throws NotPossible, IOException {
    List<Corpus> sources = new ArrayList<>();
    for (String reference : setting.sources()) {
      sources.add(find(setting, reference, shelf));
    }
    Corpus destination = find(setting, setting.destination(), shelf);
    List<Emotion> from = setting.emotions().ofSource(sources, destination);
    List<Emotion> to = setting.emotions().ofDestination(sources, destination);
    if (to.size() < 2 || (!sources.isEmpty() && from.size() < 2)) {
      throw new NotPossible(
          "The corpora have fewer than two emotions in common; choose them with -emotions.");
    }
    List<Corpus> all = new ArrayList<>(sources);
    all.add(destination);
    if (all.stream().map(Corpus::name).distinct().count() < all.size()) {
      throw new NotPossible(
          "Two of the corpora have the same name; sources and destination must differ, and a corpus"
              + " file gives a corpus another name.");
    }
    try {
      ClipSet.of(all, to, clipsPerCell);
      List<ClipSet> each =
          sources.stream().map(corpus -> ClipSet.of(List.of(corpus), from, clipsPerCell)).toList();
      Optional<ClipSet> pooled =
          sources.isEmpty()
              ? Optional.empty()
              : Optional.of(ClipSet.of(sources, from, clipsPerCell));
      ClipSet target = ClipSet.of(List.of(destination), to, clipsPerCell);
      return new Task(setting, each, pooled, target, all);
    } catch (IllegalArgumentException unfit) {
      throw new NotPossible(unfit.getMessage());
    }
  }

  private static Corpus find(Setting setting, String reference, CorpusShelf shelf)
      throws NotPossible, IOException {
    Optional<Corpus> corpus = shelf.find(reference, setting.modality());
    if (corpus.isEmpty()) {
      throw new NotPossible(shelf.absent(reference, setting.modality()));
    }
    return corpus.get();
  }
}
