package emotiontransfer.study.run;

import emotiontransfer.corpus.scheme.Modality;
import emotiontransfer.file.WholeFile;
import emotiontransfer.study.data.ClipSet;
import emotiontransfer.study.plan.StudyRequest;
import emotiontransfer.weka.filter.store.StoreChoice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The decoding of some clips into the store, where the tasks behind it find them. Whatever is lost
 * of the store afterwards they decode themselves.
 *
 * @param file says that the clips were decoded
 * @param first index of the first of these clips
 * @param count number of these clips
 */
record DecodeTask(
    Path file, ClipSet clips, int first, int count, Modality modality, StoreChoice store)
    implements StudyTask {

  /** Some seconds of work. */
  private static final int CLIPS = 32;

  /** Returns the tasks for a set of clips; none without a store. */
  static List<DecodeTask> of(StudyRequest request, ClipSet clips, Modality modality) {
    List<DecodeTask> tasks = new ArrayList<>();
    Optional<Path> store = request.store().folder();
    int all = store.isPresent() ? clips.clips().size() : 0;
    String what = StudyFolder.version() + modality + clips.sha256() + store;
    String name = WholeFile.plainName(clips.name()) + "-" + SourceModels.hash(what);
    for (int first = 0; first < all; first += CLIPS) {
      Path file = StudyFolder.decoded(request.out()).resolve("%s-%s.txt".formatted(name, first));
      int count = Math.min(CLIPS, all - first);
      tasks.add(new DecodeTask(file, clips, first, count, modality, request.store()));
    }
    return tasks;
  }

  @Override
  public List<Path> files() {
    return List.of(file);
  }

  @Override
  public Optional<Path> input() {
    return Optional.empty();
  }

  @Override
  public boolean isSingleThreaded() {
    return true;
  }

  /** Returns whether it was done, into a store that nobody has deleted since. */
  @Override
  public boolean isDone() {
    return Files.isRegularFile(file) && store.folder().filter(Files::isDirectory).isPresent();
  }

  @Override
  public void run() throws Exception {
    clips.decode(modality, store, first, count);
    Files.createDirectories(file.getParent());
    WholeFile.write(file, "%s clips are in %s%n".formatted(count, store.folder().orElseThrow()));
  }

  @Override
  public String toString() {
    return "Decoding of %s, clips %s to %s".formatted(clips.name(), first + 1, first + count);
  }
}
