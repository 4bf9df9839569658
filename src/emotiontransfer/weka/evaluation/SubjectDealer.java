package emotiontransfer.weka.evaluation;

import static java.nio.charset.StandardCharsets.UTF_8;

import emotiontransfer.numeric.Sha256;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.commons.math3.util.MathArrays;

/**
 * Deals whole subjects to folds, and draws those that train.
 *
 * <p>Largest subjects first (longest processing time first, Graham 1969), each to the fold where
 * the classes then spread most evenly. A fold is eligible only while it stays within one largest
 * subject of the smallest fold, which bounds the difference between any two folds by the clips of
 * the largest subject.
 */
final class SubjectDealer {

  private SubjectDealer() {}

  /**
   * Some clips.
   *
   * @param byClass number of clips of each class; an empty array without classes
   */
  record Clips(int number, double[] byClass) {

    Clips plus(Clips other) {
      return new Clips(number + other.number, MathArrays.ebeAdd(byClass, other.byClass));
    }

    /** Grows with what these have of a subject's classes, in fractions of each class. */
    private double unevenness(Clips subject, Clips all) {
      double cost = (double) number * subject.number / ((double) all.number * all.number);
      for (int label = 0; label < byClass.length; label++) {
        if (all.byClass[label] > 0) {
          cost +=
              byClass[label] * subject.byClass[label] / (all.byClass[label] * all.byClass[label]);
        }
      }
      return cost;
    }
  }

  /**
   * Deals all subjects.
   *
   * @param numFolds 2 to the number of subjects
   * @param random decides between subjects of equal size
   * @return names of each fold, sorted; no fold is empty
   */
  static List<List<String>> deal(Map<String, Clips> subjects, int numFolds, Random random) {
    List<String> order = new ArrayList<>(subjects.keySet());
    Collections.shuffle(order, random);
    order.sort(Comparator.comparing((String name) -> subjects.get(name).number()).reversed());
    int largest = subjects.get(order.get(0)).number();
    Clips all = subjects.values().stream().reduce(Clips::plus).orElseThrow();
    Clips[] dealt = new Clips[numFolds];
    Arrays.fill(dealt, new Clips(0, new double[all.byClass().length]));
    List<List<String>> folds =
        Stream.<List<String>>generate(ArrayList::new).limit(numFolds).toList();
    for (String name : order) {
      Clips own = subjects.get(name);
      int most = Arrays.stream(dealt).mapToInt(Clips::number).min().orElseThrow() + largest;
      int fold =
          IntStream.range(0, numFolds)
              .filter(i -> dealt[i].number() + own.number() <= most)
              .boxed()
              .min(
                  Comparator.comparingDouble((Integer i) -> dealt[i].unevenness(own, all))
                      .thenComparingInt(i -> dealt[i].number()))
              .orElseThrow();
      folds.get(fold).add(name);
      dealt[fold] = dealt[fold].plus(own);
    }
    folds.forEach(Collections::sort);
    return folds;
  }

  /**
   * Draws training subjects: those with the smallest hashes of seed, fold and own name. A generator
   * seeded with similar numbers would begin alike for similar seeds.
   *
   * @param fold names of its test subjects
   * @return names, sorted
   */
  static List<String> draw(int number, List<String> others, List<String> fold, int seed) {
    String start = seed + "\n" + String.join("\n", fold) + "\n";
    Map<String, String> byHash = new TreeMap<>();
    others.forEach(name -> byHash.put(Sha256.hex((start + name).getBytes(UTF_8)), name));
    return byHash.values().stream().limit(number).sorted().toList();
  }
}
