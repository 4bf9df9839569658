package emotiontransfer.study.result;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.evaluation.MeanStd;
import emotiontransfer.study.run.FoldRecord.ClipResult;
import emotiontransfer.study.run.SettingResult.SystemRun;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/**
 * The figures of a system over its repeats. <em>Pooled</em> is of one confusion matrix over all
 * folds of a seed; <em>over subjects</em> has every subject with equal weight, each with the mean
 * over its seeds.
 */
public final class SystemScores {

  private final int classes;
  private final List<SystemRun> runs;

  /**
   * Looks at a system.
   *
   * @param runs one for each seed
   * @param classes number of emotions
   */
  public SystemScores(List<SystemRun> runs, int classes) {
    this.runs = List.copyOf(runs);
    this.classes = classes;
  }

  private ConfusionMatrix matrix(List<ClipResult> clips) {
    ConfusionMatrix.Counter counter = new ConfusionMatrix.Counter(classes);
    clips.forEach(clip -> counter.add(clip.actual(), clip.predicted(), 1));
    return counter.matrix();
  }

  /** Returns the counts of one seed, all folds together: the confusion matrix. */
  public ConfusionMatrix pooled(SystemRun run) {
    return matrix(run.clips());
  }

  /** Returns the counts of all seeds together: a clip counts once for each seed. */
  public ConfusionMatrix allSeeds() {
    return matrix(clips());
  }

  /** Returns the decisions of all seeds: a clip comes once for each seed. */
  public List<ClipResult> clips() {
    return runs.stream().flatMap(run -> run.clips().stream()).toList();
  }

  /**
   * Summarises a pooled figure over the seeds.
   *
   * @param figure of a confusion matrix
   * @return mean and deviation over seeds
   */
  public MeanStd overSeeds(ToDoubleFunction<ConfusionMatrix> figure) {
    return MeanStd.of(runs.stream().map(run -> figure.applyAsDouble(pooled(run))).toList());
  }

  /**
   * Summarises a subject's figure over the subjects.
   *
   * @param figure of a confusion matrix
   * @return mean and deviation over subjects
   */
  public MeanStd overSubjects(ToDoubleFunction<ConfusionMatrix> figure) {
    return MeanStd.of(List.copyOf(bySubject(figure).values()));
  }

  /**
   * Returns a figure of each subject.
   *
   * @param figure of a confusion matrix
   * @return mean over the seeds, by subject
   */
  public SortedMap<String, Double> bySubject(ToDoubleFunction<ConfusionMatrix> figure) {
    SortedMap<String, List<Double>> values = new TreeMap<>();
    for (SystemRun run : runs) {
      SortedMap<String, List<ClipResult>> clips = new TreeMap<>();
      for (ClipResult clip : run.clips()) {
        clips.computeIfAbsent(clip.subject(), name -> new ArrayList<>()).add(clip);
      }
      clips.forEach(
          (subject, own) ->
              values
                  .computeIfAbsent(subject, name -> new ArrayList<>())
                  .add(figure.applyAsDouble(matrix(own))));
    }
    SortedMap<String, Double> means = new TreeMap<>();
    values.forEach((subject, each) -> means.put(subject, MeanStd.of(each).mean()));
    return means;
  }

  /**
   * Returns the fraction of segments that were right, each decided alone: mean and deviation over
   * seeds; NaN for systems that do not decide for segments.
   */
  public MeanStd segmentWar() {
    return MeanStd.of(runs.stream().map(SystemScores::segmentWar).toList());
  }

  private static double segmentWar(SystemRun run) {
    double segments = run.clips().stream().mapToInt(ClipResult::segments).sum();
    double hits = run.clips().stream().mapToInt(ClipResult::segmentHits).sum();
    return segments == 0 ? Double.NaN : hits / segments;
  }

  /** Returns the repeats: one for each seed. */
  public List<SystemRun> runs() {
    return runs;
  }
}
