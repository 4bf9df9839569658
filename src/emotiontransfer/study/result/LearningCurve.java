package emotiontransfer.study.result;

import emotiontransfer.evaluation.MeanStd;
import emotiontransfer.study.run.FoldRecord;
import emotiontransfer.study.run.FoldRecord.CurvePoint;
import emotiontransfer.study.run.SettingResult.SystemRun;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * The test accuracy of a system over the generations of its evolution.
 *
 * @param name of the system
 * @param generations after which it was tested
 * @param war mean over seeds of the WAR pooled over folds, and its deviation over seeds
 */
public record LearningCurve(String name, List<Integer> generations, List<MeanStd> war) {

  /** Copies the lists. */
  public LearningCurve {
    generations = List.copyOf(generations);
    war = List.copyOf(war);
  }

  /**
   * Computes the curve.
   *
   * @param runs one for each seed
   * @return without points where the system has no curve
   */
  public static LearningCurve of(String name, List<SystemRun> runs) {
    TreeMap<Integer, List<Double>> values = new TreeMap<>();
    for (SystemRun run : runs) {
      pooled(run)
          .forEach(
              (generation, war) ->
                  values.computeIfAbsent(generation, g -> new ArrayList<>()).add(war));
    }
    return new LearningCurve(
        name, List.copyOf(values.keySet()), values.values().stream().map(MeanStd::of).toList());
  }

  private static TreeMap<Integer, Double> pooled(SystemRun run) {
    TreeMap<Integer, Integer> hits = new TreeMap<>();
    int clips = 0;
    for (FoldRecord fold : run.folds()) {
      clips += fold.clips().size();
      for (CurvePoint point : fold.curve()) {
        int right = point.hits().stream().mapToInt(Integer::intValue).sum();
        hits.merge(point.generation(), right, Integer::sum);
      }
    }
    TreeMap<Integer, Double> war = new TreeMap<>();
    for (int generation : hits.keySet()) {
      war.put(generation, (double) hits.get(generation) / clips);
    }
    return war;
  }
}
