package emotiontransfer.study.run;

import emotiontransfer.corpus.scheme.Emotion;
import emotiontransfer.study.plan.StudySystem;
import java.util.List;
import java.util.Map;

/**
 * What a setting gave.
 *
 * @param task its corpora
 * @param sha256 of the clips of each corpus, by its name
 * @param runs of all systems, in the order of systems and seeds
 * @param leftOut sentences about systems that were not run
 */
public record SettingResult(
    Task task, Map<String, String> sha256, List<SystemRun> runs, List<String> leftOut) {

  /** Copies the collections. */
  public SettingResult {
    sha256 = Map.copyOf(sha256);
    runs = List.copyOf(runs);
    leftOut = List.copyOf(leftOut);
  }

  /** Returns the emotions: words, in the order of the indices in the results. */
  public List<String> labels() {
    return task.destination().emotions().stream().map(Emotion::keyword).toList();
  }

  /** Returns the systems that were run, in the order of the tables. */
  public List<StudySystem> systems() {
    return runs.stream().map(SystemRun::system).distinct().toList();
  }

  /**
   * Returns the repeats of a system.
   *
   * @param system that was run
   * @return one for each seed
   */
  public List<SystemRun> of(StudySystem system) {
    return runs.stream().filter(run -> run.system() == system).toList();
  }
}
