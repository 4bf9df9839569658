package emotiontransfer.evaluation;

import java.util.Arrays;
import java.util.List;

/**
 * A confusion matrix with its figures.
 *
 * @param labels class labels, in order
 * @param counts clips by true class (row) and predicted class (column)
 */
public record Confusion(List<String> labels, int[][] counts) {

  public Confusion {
    labels = List.copyOf(labels);
    counts = Arrays.stream(counts).map(int[]::clone).toArray(int[][]::new);
    for (int[] row : counts) {
      if (counts.length != labels.size() || row.length != labels.size()) {
        throw new IllegalArgumentException(
            "counts must have " + labels.size() + " rows and columns, one per label");
      }
    }
  }

  /** Returns the clips of a true class. */
  public int support(int actual) {
    return Arrays.stream(counts[actual]).sum();
  }

  /** Returns all clips. */
  public int total() {
    return Arrays.stream(counts).flatMapToInt(Arrays::stream).sum();
  }

  /** Returns the share of a true class's clips with that decision; NaN without clips. */
  public double share(int actual, int predicted) {
    return (double) counts[actual][predicted] / orNaN(support(actual));
  }

  /** Returns the weighted average recall, which is the accuracy; NaN without clips. */
  public double war() {
    int correct = 0;
    for (int i = 0; i < counts.length; i++) {
      correct += counts[i][i];
    }
    return correct / orNaN(total());
  }

  /** Returns the mean recall over the classes that have clips; NaN without clips. */
  public double uar() {
    double sum = 0;
    int present = 0;
    for (int i = 0; i < counts.length; i++) {
      if (support(i) > 0) {
        sum += share(i, i);
        present++;
      }
    }
    return sum / orNaN(present);
  }

  private static double orNaN(int count) {
    return count == 0 ? Double.NaN : count;
  }
}
