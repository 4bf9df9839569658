package emotiontransfer.data;

import emotiontransfer.numeric.ThreadPool;
import emotiontransfer.numeric.ThreadPool.Range;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Weighted counts and sums of each input over a training set, missing values left out; summed in
 * the order of the segments, whatever the number of threads.
 *
 * @param complete whether no value is missing
 */
public record InputMoments(double[] counts, double[] sums, boolean complete) {

  private static final int PIECES = 8;

  /** Receives the values of a segment from input {@code start} on, and its weight. */
  private interface Visitor {
    void visit(int start, float[] values, double weight);
  }

  public static InputMoments of(TrainingSet data, ThreadPool pool) {
    double[] counts = new double[data.features().inputs()];
    double[] sums = new double[data.features().inputs()];
    AtomicBoolean complete = new AtomicBoolean(true);
    Visitor add =
        (start, values, weight) -> {
          for (int i = 0; i < values.length; i++) {
            if (Float.isNaN(values[i])) {
              complete.set(false);
            } else {
              counts[start + i] += weight;
              sums[start + i] += weight * values[i];
            }
          }
        };
    visit(data, pool, add);
    return new InputMoments(counts, sums, complete.get());
  }

  /** Returns the weighted sum of squared distances from a centre of each input. */
  static double[] squaredDeviations(TrainingSet data, double[] centre, ThreadPool pool) {
    double[] squares = new double[centre.length];
    Visitor add =
        (start, values, weight) -> {
          for (int i = 0; i < values.length; i++) {
            if (!Float.isNaN(values[i])) {
              double deviation = values[i] - centre[start + i];
              squares[start + i] += weight * deviation * deviation;
            }
          }
        };
    visit(data, pool, add);
    return squares;
  }

  private static void visit(TrainingSet data, ThreadPool pool, Visitor visitor) {
    Range inputs =
        (start, count) -> {
          float[] values = new float[count];
          for (int row = 0; row < data.size(); row++) {
            data.features().read(row, start, count, values);
            visitor.visit(start, values, data.weights()[row]);
          }
        };
    pool.divide(data.features().inputs(), PIECES, inputs);
  }
}
