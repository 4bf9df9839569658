package emotiontransfer.pathnet;

import emotiontransfer.data.Keyword;
import emotiontransfer.layers.Softmax;
import java.util.Arrays;
import org.apache.commons.lang3.Validate;

/** How the posteriors of a clip's segments become one decision (notes, question 16). */
public enum Pooling implements Keyword {
  /** The mean of the posteriors. */
  MEAN,
  /** The product of the posteriors. */
  PRODUCT,
  /** The fraction of the segments that each class wins. */
  VOTE,
  /** The network sees the clip whole: statistics over all its frames. */
  STATISTICS;

  /**
   * Combines the posteriors of the segments of one clip.
   *
   * @param posteriors {@code [segments][classes]}, at least one segment
   * @return class probabilities that sum to 1
   * @throws IllegalArgumentException if there is no segment
   */
  public double[] pool(double[][] posteriors) {
    Validate.isTrue(posteriors.length > 0, "there is no segment to decide on");
    double[] sums = new double[posteriors[0].length];
    for (double[] posterior : posteriors) {
      int largest = Softmax.largest(posterior);
      for (int c = 0; c < sums.length; c++) {
        sums[c] +=
            switch (this) {
              case MEAN, STATISTICS -> posterior[c];
              case PRODUCT -> Math.log(Math.max(posterior[c], Double.MIN_NORMAL));
              case VOTE -> c == largest ? 1 : 0;
            };
      }
    }
    if (this == PRODUCT) {
      // Relative to the largest, so that many segments do not all underflow to zero.
      double largest = Arrays.stream(sums).max().orElse(0);
      Arrays.setAll(sums, c -> Math.exp(sums[c] - largest));
    }
    double sum = Arrays.stream(sums).sum();
    return Arrays.stream(sums).map(value -> value / sum).toArray();
  }
}
