package emotiontransfer.study.result;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.flatMapping;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.reducing;
import static java.util.stream.Collectors.summingInt;
import static java.util.stream.Collectors.toList;

import emotiontransfer.evaluation.ConfusionMatrix;
import emotiontransfer.evaluation.MeanStd;
import emotiontransfer.study.fold.FoldRecord.ClipResult;
import emotiontransfer.study.fold.FoldRecord.CurvePoint;
import emotiontransfer.study.run.SettingResult.SystemRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collector;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import weka.classifiers.evaluation.NominalPrediction;
import weka.classifiers.evaluation.Prediction;
import weka.classifiers.evaluation.ThresholdCurve;
import weka.core.Instances;

/**
 * The figures of a system over its repeats. <em>Pooled</em> is of one confusion matrix over all
 * folds of a seed; <em>over subjects</em> has every subject with equal weight, each with the mean
 * over its seeds.
 *
 * @param pooled the confusion matrix of each seed, all folds together
 * @param subjects the confusion matrix of each subject, for each seed
 * @param rocs ROC curves, one for each emotion, all seeds together
 * @param curve test accuracy over the generations of the evolution, its mean over seeds of the WAR
 *     pooled over folds; empty for systems without a curve
 */
public record SystemScores(
    List<SystemRun> runs,
    List<ConfusionMatrix> pooled,
    List<Map<String, ConfusionMatrix>> subjects,
    List<Roc> rocs,
    SortedMap<Integer, MeanStd> curve) {

  /**
   * The receiver operating characteristic of an emotion against all others.
   *
   * @param falsePositives fractions, 0 to 1, in the order of falling thresholds
   * @param area under the curve; NaN without clips of the emotion or of others
   */
  public record Roc(
      String emotion, List<Double> falsePositives, List<Double> truePositives, double area) {

    /** Computes the curve of an emotion by Weka's ThresholdCurve. */
    static Roc of(List<ClipResult> clips, int emotion, String label) {
      ArrayList<Prediction> predictions = new ArrayList<>();
      for (ClipResult clip : clips) {
        double[] distribution = clip.probabilities().stream().mapToDouble(p -> p).toArray();
        predictions.add(new NominalPrediction(clip.actual(), distribution));
      }
      Instances curve = new ThresholdCurve().getCurve(predictions, emotion);
      return new Roc(
          label,
          column(curve, ThresholdCurve.FP_RATE_NAME),
          column(curve, ThresholdCurve.TP_RATE_NAME),
          ThresholdCurve.getROCArea(curve));
    }

    private static List<Double> column(Instances curve, String name) {
      List<Double> values = new ArrayList<>();
      curve.forEach(row -> values.add(0, row.value(curve.attribute(name))));
      return values;
    }
  }

  /** Counts the clips of a system, of which there is a run for each seed. */
  static SystemScores of(List<SystemRun> runs, List<String> labels) {
    ConfusionMatrix none = ConfusionMatrix.none(labels.size());
    Collector<ClipResult, ?, ConfusionMatrix> matrix =
        reducing(none, c -> none.plus(c.actual(), c.predicted(), 1), ConfusionMatrix::plus);
    List<ClipResult> all = runs.stream().flatMap(run -> run.clips().stream()).toList();
    return new SystemScores(
        runs,
        runs.stream().map(run -> run.clips().stream().collect(matrix)).toList(),
        runs.stream()
            .map(run -> run.clips().stream().collect(groupingBy(ClipResult::subject, matrix)))
            .toList(),
        IntStream.range(0, labels.size()).mapToObj(i -> Roc.of(all, i, labels.get(i))).toList(),
        overSeeds(runs.stream().map(SystemScores::curve), war -> war, MeanStd::of));
  }

  /** Returns the WAR after some generations. */
  private static Map<Integer, Double> curve(SystemRun run) {
    double clips = run.clips().size();
    return run.folds().stream()
        .flatMap(fold -> fold.curve().stream())
        .collect(
            groupingBy(
                CurvePoint::generation,
                flatMapping(
                    point -> point.hits().stream(),
                    collectingAndThen(summingInt(hits -> hits), sum -> sum / clips))));
  }

  private static <K, T, V> SortedMap<K, V> overSeeds(
      Stream<Map<K, T>> seeds, Function<T, Double> figure, Function<List<Double>, V> summary) {
    return seeds
        .flatMap(seed -> seed.entrySet().stream())
        .collect(
            groupingBy(
                Map.Entry::getKey,
                TreeMap::new,
                mapping(
                    entry -> figure.apply(entry.getValue()),
                    collectingAndThen(toList(), summary))));
  }

  /** Returns the counts of all seeds together: a clip counts once for each seed. */
  public ConfusionMatrix allSeeds() {
    return pooled.stream().reduce(ConfusionMatrix::plus).orElseThrow();
  }

  MeanStd overSeeds(ToDoubleFunction<ConfusionMatrix> figure) {
    return MeanStd.of(pooled.stream().map(figure::applyAsDouble).toList());
  }

  MeanStd overSubjects(ToDoubleFunction<ConfusionMatrix> figure) {
    return MeanStd.of(List.copyOf(bySubject(figure).values()));
  }

  /** Returns a figure of each subject, its mean over the seeds. */
  SortedMap<String, Double> bySubject(ToDoubleFunction<ConfusionMatrix> figure) {
    return overSeeds(subjects.stream(), figure::applyAsDouble, each -> MeanStd.of(each).mean());
  }

  /** Returns a figure of each subject with each seed. */
  SortedMap<String, Double> bySubjectAndSeed(ToDoubleFunction<ConfusionMatrix> figure) {
    SortedMap<String, Double> values = new TreeMap<>();
    for (int i = 0; i < runs.size(); i++) {
      String seed = " " + runs.get(i).seed();
      subjects
          .get(i)
          .forEach((name, matrix) -> values.put(name + seed, figure.applyAsDouble(matrix)));
    }
    return values;
  }

  /** Returns the WAR pooled over folds: mean and deviation over seeds. */
  public MeanStd war() {
    return overSeeds(ConfusionMatrix::war);
  }

  /**
   * Returns the fraction of segments that were right, each decided alone: mean and deviation over
   * seeds; NaN for systems that do not decide for segments.
   */
  MeanStd segmentWar() {
    return MeanStd.of(
        runs.stream()
            .map(
                run -> {
                  double segments = run.clips().stream().mapToInt(ClipResult::segments).sum();
                  // NaN without segments
                  return run.clips().stream().mapToInt(ClipResult::segmentHits).sum() / segments;
                })
            .toList());
  }
}
