package emotiontransfer.alexnet;

import emotiontransfer.layers.Softmax;
import emotiontransfer.layers.Workspace;
import emotiontransfer.numeric.ThreadPool;
import java.util.ArrayList;
import java.util.List;

/** A trained network with the scaling of its inputs. Safe for use by many threads. */
public final class AlexNetModel {

  /** As many segments as go through the fully connected layers at once. */
  private static final int MOST_ROWS = 32;

  private final NetworkWeights weights;
  private final InputScaling scaling;
  private final List<EpochRecord> history;
  private final double seconds;
  private Workshop workshop;

  AlexNetModel(
      NetworkWeights weights, InputScaling scaling, List<EpochRecord> history, double seconds) {
    this.weights = weights;
    this.scaling = scaling;
    this.history = List.copyOf(history);
    this.seconds = seconds;
  }

  /** The memory of predictions, kept from one to the next. */
  private record Workshop(
      ImageStack stack,
      BilinearResize resize,
      List<Workspace> workspaces,
      List<float[][]> planes,
      DenseStack dense) {

    static Workshop of(NetworkWeights weights, int side, int threads) {
      ImageStack stack = new ImageStack(weights);
      List<Workspace> workspaces = new ArrayList<>();
      List<float[][]> planes = new ArrayList<>();
      for (int thread = 0; thread < threads; thread++) {
        workspaces.add(stack.workspace(false));
        planes.add(stack.planes());
      }
      BilinearResize resize = new BilinearResize(side, weights.shape().inputSize());
      DenseStack dense = new DenseStack(weights, MOST_ROWS, false);
      return new Workshop(stack, resize, workspaces, planes, dense);
    }
  }

  /**
   * What the network says of the segments of a clip.
   *
   * @param probabilities of the classes, {@code [segments][classes]}
   * @param features rectified outputs of the last hidden layer (fc7), {@code [segments][features]}
   */
  public record Answer(double[][] probabilities, float[][] features) {}

  /**
   * Answers for the segments of a clip.
   *
   * @param segments {@code [segments][inputs]}, NaN where a value is missing
   * @param threads that share the work, at least 1; never changes a result
   * @return as many rows as segments
   * @throws IllegalArgumentException if a segment has another number of values
   */
  public synchronized Answer answer(float[][] segments, int threads) {
    if (workshop == null || workshop.workspaces.size() < threads) {
      workshop = Workshop.of(weights, scaling.side(), threads);
    }
    double[][] probabilities = new double[segments.length][];
    float[][] features = new float[segments.length][];
    int most = Math.max(1, Math.min(threads, segments.length));
    try (ThreadPool pool = new ThreadPool(most)) {
      for (int from = 0; from < segments.length; from += MOST_ROWS) {
        int rows = Math.min(MOST_ROWS, segments.length - from);
        forward(pool, segments, from, rows);
        for (int row = 0; row < rows; row++) {
          probabilities[from + row] = Softmax.of(workshop.dense.scores(row));
          features[from + row] = workshop.dense.features(row);
        }
      }
    }
    return new Answer(probabilities, features);
  }

  private void forward(ThreadPool pool, float[][] segments, int from, int rows) {
    Workshop shop = workshop;
    pool.runFree(
        rows,
        (row, worker) -> {
          float[][] planes = shop.planes.get(worker);
          shop.resize.apply(scaling.image(segments[from + row]), planes[0]);
          shop.dense.setInput(row, shop.stack.forward(planes, shop.workspaces.get(worker)));
        });
    shop.dense.forward(pool, rows, 0, null);
  }

  /** Returns the sizes of the network. */
  public AlexNetShape shape() {
    return weights.shape();
  }

  /** Returns the number of values of a segment: inputs before they are resized. */
  public int inputs() {
    return scaling.inputs();
  }

  /** Returns how training went. */
  public List<EpochRecord> history() {
    return history;
  }

  /** Returns the wall time of the training, in seconds; NaN for a model from a file. */
  public double seconds() {
    return seconds;
  }

  NetworkWeights weights() {
    return weights;
  }

  InputScaling scaling() {
    return scaling;
  }
}
