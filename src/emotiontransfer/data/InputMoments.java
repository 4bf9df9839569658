package emotiontransfer.data;

import emotiontransfer.numeric.ThreadPool;

/**
 * Weighted counts and sums of each input over a training set, missing values left out; summed in
 * the order of the segments, whatever the number of threads.
 */
public final class InputMoments {

  private final double[] counts;
  private final double[] sums;
  private final boolean complete;

  private InputMoments(double[] counts, double[] sums, boolean complete) {
    this.counts = counts;
    this.sums = sums;
    this.complete = complete;
  }

  public static InputMoments of(TrainingSet data, ThreadPool pool) {
    double[] counts = new double[data.features().inputs()];
    double[] sums = new double[data.features().inputs()];
    InputBlocks blocks = InputBlocks.of(data.features().inputs());
    boolean[] complete = new boolean[blocks.count()];
    pool.run(blocks.count(), block -> complete[block] = add(data, blocks, block, counts, sums));
    boolean all = true;
    for (boolean whole : complete) {
      all &= whole;
    }
    return new InputMoments(counts, sums, all);
  }

  private static boolean add(
      TrainingSet data, InputBlocks blocks, int block, double[] counts, double[] sums) {
    int start = blocks.start(block);
    float[] values = new float[blocks.length(block)];
    boolean complete = true;
    for (int row = 0; row < data.size(); row++) {
      double weight = data.weights()[row];
      data.features().read(row, start, values.length, values);
      for (int i = 0; i < values.length; i++) {
        if (Float.isNaN(values[i])) {
          complete = false;
        } else {
          counts[start + i] += weight;
          sums[start + i] += weight * values[i];
        }
      }
    }
    return complete;
  }

  /** Returns the weighted sum of squared distances from a centre of each input. */
  double[] squaredDeviations(TrainingSet data, double[] centre, ThreadPool pool) {
    double[] squares = new double[data.features().inputs()];
    InputBlocks blocks = InputBlocks.of(data.features().inputs());
    pool.run(
        blocks.count(),
        block -> {
          int start = blocks.start(block);
          float[] values = new float[blocks.length(block)];
          for (int row = 0; row < data.size(); row++) {
            double weight = data.weights()[row];
            data.features().read(row, start, values.length, values);
            addSquares(values, weight, centre, start, squares);
          }
        });
    return squares;
  }

  private static void addSquares(
      float[] values, double weight, double[] centre, int start, double[] squares) {
    for (int i = 0; i < values.length; i++) {
      if (!Float.isNaN(values[i])) {
        double deviation = values[i] - centre[start + i];
        squares[start + i] += weight * deviation * deviation;
      }
    }
  }

  /** Returns whether no value was missing. */
  public boolean complete() {
    return complete;
  }

  double count(int input) {
    return counts[input];
  }

  double sum(int input) {
    return sums[input];
  }

  double[] counts() {
    return counts;
  }

  double[] sums() {
    return sums;
  }
}
