package emotiontransfer.study.run;

import emotiontransfer.study.data.SettingCorpora;
import emotiontransfer.study.fold.FoldRecord;
import emotiontransfer.study.fold.FoldRecord.ClipResult;
import emotiontransfer.study.plan.StudySystem;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * The results of a setting.
 *
 * @param few runs with few training subjects, by their number; may be empty
 * @param leftOut sentences about systems that were not run
 */
public record SettingResult(
    SettingCorpora corpora,
    List<SystemRun> runs,
    SortedMap<Integer, List<SystemRun>> few,
    List<String> leftOut) {

  /**
   * One system with one seed in one setting, fold by fold.
   *
   * @param source model file of the source; empty without
   * @param sourceSeconds time that the source took to train; NaN where unknown or without
   * @param model of the first fold, for its pathways; may be absent
   */
  public record SystemRun(
      StudySystem system,
      int seed,
      Optional<Path> source,
      double sourceSeconds,
      List<FoldRecord> folds,
      Path model) {

    /** Returns the clips of all folds, in the order of the folds. */
    public List<ClipResult> clips() {
      return folds.stream().flatMap(fold -> fold.clips().stream()).toList();
    }
  }

  public List<StudySystem> systems() {
    return runs.stream().map(SystemRun::system).distinct().toList();
  }

  public List<SystemRun> of(StudySystem system) {
    return runs.stream().filter(run -> run.system() == system).toList();
  }
}
