package emotiontransfer.study.result;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.evaluation.MeanStd;
import emotiontransfer.study.run.FoldRecord;
import emotiontransfer.study.run.FoldRecord.ClipResult;
import emotiontransfer.study.run.FoldRecord.CurvePoint;
import emotiontransfer.study.run.SettingResult.SystemRun;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;

/**
 * The figures of a system over its repeats. <em>Pooled</em> is of one confusion matrix over all
 * folds of a seed; <em>over subjects</em> has every subject with equal weight, each with the mean
 * over its seeds.
 */
public final class SystemScores {

  /** The confusion matrices of one seed. */
  private record Seed(
      SystemRun run, ConfusionMatrix pooled, SortedMap<String, ConfusionMatrix> bySubject) {}

  private final List<Seed> seeds;

  /**
   * Counts the clips of a system.
   *
   * @param runs one for each seed
   * @param classes number of emotions
   */
  SystemScores(List<SystemRun> runs, int classes) {
    this.seeds =
        runs.stream()
            .map(
                run -> {
                  SortedMap<String, ConfusionMatrix> bySubject = new TreeMap<>();
                  run.clips().stream()
                      .collect(Collectors.groupingBy(ClipResult::subject))
                      .forEach((subject, own) -> bySubject.put(subject, matrix(own, classes)));
                  return new Seed(run, matrix(run.clips(), classes), bySubject);
                })
            .toList();
  }

  private static ConfusionMatrix matrix(List<ClipResult> clips, int classes) {
    ConfusionMatrix.Counter counter = new ConfusionMatrix.Counter(classes);
    clips.forEach(clip -> counter.add(clip.actual(), clip.predicted(), 1));
    return counter.matrix();
  }

  /** Returns the confusion matrix of each seed, all folds together. */
  public List<ConfusionMatrix> pooled() {
    return seeds.stream().map(Seed::pooled).toList();
  }

  /** Returns the counts of all seeds together: a clip counts once for each seed. */
  public ConfusionMatrix allSeeds() {
    return pooled().stream().reduce(ConfusionMatrix::plus).orElseThrow();
  }

  /** Returns the decisions of all seeds: a clip comes once for each seed. */
  List<ClipResult> clips() {
    return seeds.stream().flatMap(seed -> seed.run().clips().stream()).toList();
  }

  /** Returns the mean of a pooled figure over the seeds. */
  MeanStd overSeeds(ToDoubleFunction<ConfusionMatrix> figure) {
    return MeanStd.of(pooled().stream().map(figure::applyAsDouble).toList());
  }

  /** Returns the mean of the subjects' figures over the subjects. */
  MeanStd overSubjects(ToDoubleFunction<ConfusionMatrix> figure) {
    return MeanStd.of(List.copyOf(bySubject(figure).values()));
  }

  /** Returns a figure of each subject, its mean over the seeds. */
  SortedMap<String, Double> bySubject(ToDoubleFunction<ConfusionMatrix> figure) {
    SortedMap<String, List<Double>> values = new TreeMap<>();
    for (Seed seed : seeds) {
      seed.bySubject()
          .forEach(
              (subject, matrix) ->
                  values
                      .computeIfAbsent(subject, name -> new ArrayList<>())
                      .add(figure.applyAsDouble(matrix)));
    }
    SortedMap<String, Double> means = new TreeMap<>();
    values.forEach((subject, each) -> means.put(subject, MeanStd.of(each).mean()));
    return means;
  }

  /**
   * Returns the fraction of segments that were right, each decided alone: mean and deviation over
   * seeds; NaN for systems that do not decide for segments.
   */
  MeanStd segmentWar() {
    return MeanStd.of(
        seeds.stream()
            .map(
                seed -> {
                  List<ClipResult> clips = seed.run().clips();
                  double segments = clips.stream().mapToInt(ClipResult::segments).sum();
                  // NaN without segments
                  return clips.stream().mapToInt(ClipResult::segmentHits).sum() / segments;
                })
            .toList());
  }

  /**
   * Returns the test accuracy over the generations of the evolution: the mean over seeds of the WAR
   * pooled over folds; empty for systems without a curve.
   */
  SortedMap<Integer, MeanStd> curve() {
    SortedMap<Integer, List<Double>> values = new TreeMap<>();
    for (Seed seed : seeds) {
      SortedMap<Integer, Integer> hits = new TreeMap<>();
      for (FoldRecord fold : seed.run().folds()) {
        for (CurvePoint point : fold.curve()) {
          int right = point.hits().stream().mapToInt(Integer::intValue).sum();
          hits.merge(point.generation(), right, Integer::sum);
        }
      }
      hits.forEach(
          (generation, right) ->
              values
                  .computeIfAbsent(generation, g -> new ArrayList<>())
                  .add(right / seed.pooled().total()));
    }
    SortedMap<Integer, MeanStd> curve = new TreeMap<>();
    values.forEach((generation, wars) -> curve.put(generation, MeanStd.of(wars)));
    return curve;
  }
}
