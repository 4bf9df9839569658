package emotiontransfer.alexnet;

import emotiontransfer.alexnet.AlexNetModel.EpochRecord;
import emotiontransfer.data.TrainingSet;
import emotiontransfer.layers.DivergenceCheck;
import emotiontransfer.layers.Dropout;
import emotiontransfer.layers.Softmax;
import emotiontransfer.numeric.SeededRandom;
import emotiontransfer.numeric.ThreadPool;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Trains a network by mini-batch gradient descent on the mean cross-entropy.
 *
 * <p>The convolutions of a mini-batch are computed image by image and their derivatives added up in
 * a fixed number of groups; the fully connected layers are divided by their size. Threads share the
 * pieces, so that their number never changes a bit. Segments become images of the network's size
 * only for the mini-batch they are in.
 */
public final class AlexNetTrainer implements AutoCloseable {

  private final TrainingSettings settings;
  private final TrainingSet segments;
  private final InputScaling scaling;
  private final NetworkWeights weights;
  private final NetworkWeights velocities;
  private final AlexNetNetwork network;
  private final ThreadPool pool;
  private final SeededRandom random;
  private final Dropout dropout;
  private final DivergenceCheck divergence;
  private final List<EpochRecord> history = new ArrayList<>();
  private final long begun = System.nanoTime();
  private final int[] order;
  private int next;
  private double lossSum;
  private double correct;
  private boolean handedOver;

  /**
   * Prepares a training.
   *
   * @param settings how to learn
   * @param shape of the network
   * @param initial where its weights begin
   * @param segments to learn from
   * @throws IllegalArgumentException if the initial weights do not fit the shape
   * @throws IllegalStateException if the memory cannot be had
   */
  public AlexNetTrainer(
      TrainingSettings settings, AlexNetShape shape, InitialWeights initial, TrainingSet segments) {
    this.settings = settings;
    this.segments = segments;
    this.scaling = InputScaling.fit(segments, settings.deviation());
    this.order = IntStream.range(0, segments.size()).toArray();
    this.random = new SeededRandom(settings.seed());
    this.dropout = new Dropout(settings.dropout(), new SplittableRandom(settings.seed()));
    this.divergence =
        new DivergenceCheck(
            settings.learningRate(), "-deviation, which is " + settings.deviation());
    int rows = Math.min(settings.miniBatch(), segments.size());
    this.weights = initial.create(shape, settings.seed());
    this.velocities = NetworkWeights.zeros(shape);
    this.network =
        new AlexNetNetwork(weights, scaling, rows, settings.threads(), settings.freeze());
    this.pool = new ThreadPool(settings.threads());
  }

  /** Returns the number of steps of the whole training: mini-batches an epoch, times epochs. */
  public long steps() {
    int perEpoch = (segments.size() + settings.miniBatch() - 1) / settings.miniBatch();
    return (long) perEpoch * settings.epochs();
  }

  /**
   * Learns from one mini-batch.
   *
   * @return false if none was left
   * @throws InterruptedException if the thread was interrupted; nothing was learned then
   * @throws IllegalStateException if training diverged, naming epoch, mini-batch and learning rate
   */
  public boolean step() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException("The training of AlexNet was stopped.");
    }
    if (history.size() == settings.epochs()) {
      return false;
    }
    // 1. An epoch takes the segments in a new order.
    if (next == 0) {
      random.shuffle(order);
    }
    int rows = Math.min(settings.miniBatch(), order.length - next);
    learn(rows);
    next += rows;
    if (next == order.length) {
      history.add(new EpochRecord(lossSum / order.length, correct / order.length));
      next = 0;
      lossSum = 0;
      correct = 0;
    }
    return true;
  }

  private void learn(int rows) {
    divergence.begin("epoch " + (history.size() + 1));
    // 2. Scores of a mini-batch.
    forward(next, rows, dropout);
    divergence.check(scoreSum(rows), next / settings.miniBatch() + 1);
    // 3. The cross-entropy and its derivatives.
    float[][] scoreGradients = new float[rows][];
    for (int row = 0; row < rows; row++) {
      scoreGradients[row] = scoreGradient(row, rows, order[next + row]);
    }
    // 4. Back through the layers that learn, whose weights move.
    network.backward(pool, scoreGradients, velocities, settings.sgd());
  }

  private void forward(int first, int rows, Dropout left) {
    network.forward(
        pool,
        rows,
        row -> {
          float[] values = new float[segments.features().inputs()];
          segments.features().read(order[first + row], 0, values.length, values);
          return values;
        },
        left);
  }

  private double scoreSum(int rows) {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      for (float score : network.scores(row)) {
        sum += score;
      }
    }
    return sum;
  }

  private float[] scoreGradient(int row, int rows, int segment) {
    double[] probabilities = Softmax.of(network.scores(row));
    int label = segments.labels()[segment];
    double weight = segments.weights()[segment];
    lossSum += weight * Softmax.crossEntropy(probabilities, label);
    correct += Softmax.largest(probabilities) == label ? weight : 0;
    return Softmax.gradient(probabilities, label, weight, rows);
  }

  /** Returns how the epochs that are over went. */
  public List<EpochRecord> history() {
    return List.copyOf(history);
  }

  /**
   * Returns the trained network and gives its weights away: no step must follow.
   *
   * @throws IllegalStateException if the last step diverged
   */
  public AlexNetModel model() {
    // The one update that no mini-batch followed.
    int rows = Math.min(settings.miniBatch(), segments.size());
    forward(0, rows, Dropout.NONE);
    divergence.check(scoreSum(rows), (segments.size() - 1) / settings.miniBatch() + 1);
    handedOver = true;
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new AlexNetModel(weights, scaling, history, seconds);
  }

  /** Frees what the training needed beside the weights, and these too unless a model has them. */
  @Override
  public void close() {
    pool.close();
    network.close();
    velocities.close();
    if (!handedOver) {
      weights.close();
    }
  }
}
