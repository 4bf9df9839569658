package emotiontransfer.pathnet.training;

import java.util.stream.IntStream;

/**
 * What pathways are trained for.
 *
 * @param head receives its trained parameters
 * @param labels class of each sample of the trainer
 * @param weights of each sample, in the loss and in the fitness
 */
public record Task(TrainedHead head, int[] labels, double[] weights) {

  /**
   * Returns the task to tell a class (1) from the rest (0). Both sides weigh the same, so that the
   * fitness is the mean of their recalls: always to say "rest" gives 0.5, however rare the class.
   *
   * @param own head with two outputs
   */
  public Task oneAgainstRest(int label, TrainedHead own) {
    int[] sides = IntStream.of(labels).map(other -> other == label ? 1 : 0).toArray();
    double[] sums = new double[2];
    for (int i = 0; i < sides.length; i++) {
      sums[sides[i]] += weights[i];
    }
    boolean both = sums[0] > 0 && sums[1] > 0;
    double[] balanced = weights.clone();
    for (int i = 0; both && i < sides.length; i++) {
      balanced[i] *= (sums[0] + sums[1]) / (2 * sums[sides[i]]);
    }
    return new Task(own, sides, balanced);
  }
}
