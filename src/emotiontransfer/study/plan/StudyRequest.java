package emotiontransfer.study.plan;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a study was asked to do.
 *
 * @param corpora folder of corpora; empty where these are named by paths
 * @param out folder for all that the study writes
 * @param settings what to run, in order
 * @param protocol how clips are divided
 * @param seeds one repeat each
 * @param systems what to compare
 * @param schemes the classifiers of the systems
 * @param curvePoints how often the learning curve is measured in an evolution; 0 for never
 * @param clipsPerCell most clips of a subject and an emotion, for a quick look; 0 for all
 * @param jobs networks trained at once; never changes a result
 * @param commandLine as the user gave it
 */
public record StudyRequest(
    Optional<Path> corpora,
    Path out,
    List<Setting> settings,
    Protocol protocol,
    List<Integer> seeds,
    List<StudySystem> systems,
    Schemes schemes,
    int curvePoints,
    int clipsPerCell,
    int jobs,
    String commandLine) {

  /** Returns the seeds with commas between. */
  public String seedList() {
    return seeds.stream().map(String::valueOf).collect(Collectors.joining(", "));
  }

  /** Returns how many threads each of some jobs may use, at least 1. */
  public static int slots(int jobs) {
    return Math.max(1, Runtime.getRuntime().availableProcessors() / jobs);
  }
}
