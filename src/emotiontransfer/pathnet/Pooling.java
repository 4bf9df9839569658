package emotiontransfer.pathnet;

import emotiontransfer.data.Keyword;
import emotiontransfer.layers.Softmax;
import java.util.Arrays;

/** How the posteriors of a clip's segments become one decision (notes, question 16). */
public enum Pooling implements Keyword {
  /** The mean of the posteriors. */
  MEAN,
  /** The product of the posteriors. */
  PRODUCT,
  /** The fraction of the segments that each class wins. */
  VOTE;

  /**
   * Combines the posteriors of the segments of one clip.
   *
   * @param posteriors {@code [segments][classes]}, at least one segment
   * @return class probabilities that sum to 1
   * @throws IllegalArgumentException if there is no segment
   */
  public double[] pool(double[][] posteriors) {
    if (posteriors.length == 0) {
      throw new IllegalArgumentException("there is no segment to decide on");
    }
    double[] combined =
        switch (this) {
          case MEAN -> sums(posteriors);
          case PRODUCT -> product(posteriors);
          case VOTE -> votes(posteriors);
        };
    double sum = Arrays.stream(combined).sum();
    return Arrays.stream(combined).map(value -> value / sum).toArray();
  }

  private static double[] sums(double[][] posteriors) {
    double[] sums = new double[posteriors[0].length];
    for (double[] posterior : posteriors) {
      for (int c = 0; c < sums.length; c++) {
        sums[c] += posterior[c];
      }
    }
    return sums;
  }

  private static double[] product(double[][] posteriors) {
    double[] logs = new double[posteriors[0].length];
    for (double[] posterior : posteriors) {
      for (int c = 0; c < logs.length; c++) {
        logs[c] += Math.log(Math.max(posterior[c], Double.MIN_NORMAL));
      }
    }
    // Relative to the largest, so that many segments do not all underflow to zero.
    double largest = Arrays.stream(logs).max().orElse(0);
    return Arrays.stream(logs).map(log -> Math.exp(log - largest)).toArray();
  }

  private static double[] votes(double[][] posteriors) {
    double[] votes = new double[posteriors[0].length];
    for (double[] posterior : posteriors) {
      votes[Softmax.largest(posterior)]++;
    }
    return votes;
  }

  @Override
  public String toString() {
    return keyword();
  }
}
