package emotiontransfer.alexnet;

import emotiontransfer.layers.Dropout;
import emotiontransfer.layers.Softmax;
import emotiontransfer.numeric.ThreadPool;
import java.util.List;

/** A trained network with the scaling of its inputs. Safe for use by many threads. */
public final class AlexNetModel {

  private static final int MOST_ROWS = 32;

  /** One pass: mean cross-entropy and fraction right, each segment before the step it is in. */
  public record EpochRecord(double loss, double accuracy) {}

  private final NetworkWeights weights;
  private final InputScaling scaling;
  private final List<EpochRecord> history;
  private final double seconds;
  private AlexNetNetwork network;
  private int networkThreads;

  AlexNetModel(
      NetworkWeights weights, InputScaling scaling, List<EpochRecord> history, double seconds) {
    this.weights = weights;
    this.scaling = scaling;
    this.history = List.copyOf(history);
    this.seconds = seconds;
  }

  /** Of each segment the class probabilities and the rectified outputs of fc7. */
  public record Answer(double[][] probabilities, float[][] features) {}

  /** Answers for at least one segment, {@code [segments][inputs]}, NaN where a value is missing. */
  public synchronized Answer answer(float[][] segments, int threads) {
    if (networkThreads < threads) {
      if (network != null) {
        network.close();
      }
      // Its memory is kept from one clip to the next.
      network =
          new AlexNetNetwork(weights, scaling, MOST_ROWS, threads, AlexNetShape.WEIGHT_LAYERS);
      networkThreads = threads;
    }
    double[][] probabilities = new double[segments.length][];
    float[][] features = new float[segments.length][];
    try (ThreadPool pool = new ThreadPool(Math.min(threads, segments.length))) {
      for (int from = 0; from < segments.length; from += MOST_ROWS) {
        int first = from;
        int rows = Math.min(MOST_ROWS, segments.length - from);
        network.forward(pool, rows, row -> segments[first + row], Dropout.NONE);
        for (int row = 0; row < rows; row++) {
          probabilities[from + row] = Softmax.of(network.scores(row));
          features[from + row] = network.features(row);
        }
      }
    }
    return new Answer(probabilities, features);
  }

  public List<EpochRecord> history() {
    return history;
  }

  /** Returns the seconds that the training took; NaN for a model from a file. */
  public double seconds() {
    return seconds;
  }

  public NetworkWeights weights() {
    return weights;
  }

  InputScaling scaling() {
    return scaling;
  }
}
