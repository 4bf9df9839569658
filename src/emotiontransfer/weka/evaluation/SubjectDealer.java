package emotiontransfer.weka.evaluation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Deals whole subjects to folds.
 *
 * <p>Largest subjects first (longest processing time first, Graham 1969), each to the fold where
 * the classes then spread most evenly. A fold is eligible only while it stays within one largest
 * subject of the smallest fold, which bounds the difference between any two folds by the clips of
 * the largest subject.
 */
final class SubjectDealer {

  private final Map<String, Integer> clips;
  private final Map<String, double[]> classCounts;
  private final List<String> order;
  private final double[] classTotals;

  /**
   * Decides the order in which the subjects are dealt.
   *
   * @param classCounts number of clips of each class of each subject; empty arrays without classes
   * @param random decides between subjects of equal size
   */
  SubjectDealer(Map<String, Integer> clips, Map<String, double[]> classCounts, Random random) {
    this.clips = clips;
    this.classCounts = classCounts;
    this.order = new ArrayList<>(clips.keySet());
    Collections.shuffle(order, random);
    order.sort(Comparator.comparing(clips::get, Comparator.reverseOrder()));
    this.classTotals = new double[classCounts.values().iterator().next().length];
    classCounts.values().forEach(counts -> add(counts, classTotals));
  }

  /**
   * Deals all subjects.
   *
   * @param numFolds 2 to the number of subjects
   * @return names of each fold, sorted; no fold is empty
   */
  List<List<String>> deal(int numFolds) {
    List<List<String>> folds = new ArrayList<>();
    int[] sizes = new int[numFolds];
    double[][] foldClasses = new double[numFolds][classTotals.length];
    for (int i = 0; i < numFolds; i++) {
      folds.add(new ArrayList<>());
    }
    for (String subject : order) {
      int fold = choose(subject, sizes, foldClasses);
      folds.get(fold).add(subject);
      sizes[fold] += clips.get(subject);
      add(classCounts.get(subject), foldClasses[fold]);
    }
    folds.forEach(Collections::sort);
    return folds;
  }

  private int choose(String subject, int[] sizes, double[][] foldClasses) {
    int largestSize = IntStream.of(sizes).min().orElseThrow() + clips.get(order.get(0));
    return IntStream.range(0, sizes.length)
        .filter(fold -> sizes[fold] + clips.get(subject) <= largestSize)
        .boxed()
        .min(
            Comparator.comparingDouble(
                    (Integer fold) -> unevenness(subject, sizes[fold], foldClasses[fold]))
                .thenComparingInt(fold -> sizes[fold]))
        .orElseThrow();
  }

  /** Grows with what the fold already has of the subject's classes, in fractions of each class. */
  private double unevenness(String subject, int size, double[] foldClasses) {
    double clipTotal = clips.values().stream().mapToInt(Integer::intValue).sum();
    double cost = (double) size * clips.get(subject) / (clipTotal * clipTotal);
    double[] own = classCounts.get(subject);
    for (int label = 0; label < own.length; label++) {
      if (classTotals[label] > 0) {
        cost += foldClasses[label] * own[label] / (classTotals[label] * classTotals[label]);
      }
    }
    return cost;
  }

  private static void add(double[] counts, double[] sums) {
    for (int i = 0; i < counts.length; i++) {
      sums[i] += counts[i];
    }
  }
}
