package emotiontransfer.study.run;

import emotiontransfer.study.plan.StudySystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One system with one seed in one setting: what was done, fold by fold.
 *
 * @param system which
 * @param scheme class and options, without source, seed and threads
 * @param seed of source, folds and training
 * @param source model file of the source; empty without
 * @param sourceSeconds time that the source took to train; NaN where unknown or without
 * @param folds all of them
 * @param model of the first fold, for its pathways; may be absent
 */
public record SystemRun(
    StudySystem system,
    String scheme,
    int seed,
    Optional<Path> source,
    double sourceSeconds,
    List<FoldRecord> folds,
    Path model) {

  /** Copies the list. */
  public SystemRun {
    folds = List.copyOf(folds);
  }

  /** Returns the clips of all folds, in the order of the folds. */
  public List<ClipResult> clips() {
    return folds.stream().flatMap(fold -> fold.clips().stream()).toList();
  }

  /** Returns the time of training and testing, in seconds, summed over the folds. */
  public double seconds() {
    return folds.stream().mapToDouble(FoldRecord::seconds).sum();
  }
}
