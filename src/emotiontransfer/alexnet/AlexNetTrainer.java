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
import org.apache.commons.lang3.ArrayUtils;

/** Trains a network by mini-batch gradient descent on the mean cross-entropy. */
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
  private final int mostRows;
  private int next;
  private double lossSum;
  private double correct;
  private boolean handedOver;

  /**
   * Prepares a training of weights, which the trainer owns.
   *
   * @throws IllegalStateException if there is not enough memory
   */
  public AlexNetTrainer(TrainingSettings settings, NetworkWeights weights, TrainingSet segments) {
    this.settings = settings;
    this.segments = segments;
    this.weights = weights;
    this.scaling = InputScaling.fit(segments, settings.deviation());
    this.order = IntStream.range(0, segments.size()).toArray();
    this.random = new SeededRandom(settings.seed());
    this.dropout = new Dropout(settings.dropout(), new SplittableRandom(settings.seed()));
    String otherwise = "-deviation, which is " + settings.deviation();
    this.divergence = new DivergenceCheck(settings.learningRate(), otherwise);
    this.mostRows = Math.min(settings.miniBatch(), segments.size());
    this.velocities = NetworkWeights.zeros(weights.shape());
    this.network =
        new AlexNetNetwork(weights, scaling, mostRows, settings.threads(), settings.freeze());
    this.pool = new ThreadPool(settings.threads());
  }

  public long steps() {
    int perEpoch = (segments.size() + settings.miniBatch() - 1) / settings.miniBatch();
    return (long) perEpoch * settings.epochs();
  }

  /**
   * Learns from one mini-batch, and returns false if none was left.
   *
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
      ArrayUtils.shuffle(order, random);
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
    forward(next, rows, dropout, next / settings.miniBatch() + 1);
    // 3. The cross-entropy and its derivatives.
    float[][] scoreGradients = new float[rows][];
    for (int row = 0; row < rows; row++) {
      double[] probabilities = Softmax.of(network.scores(row));
      int label = segments.labels()[order[next + row]];
      double weight = segments.weights()[order[next + row]];
      lossSum += weight * Softmax.crossEntropy(probabilities, label);
      correct += Softmax.largest(probabilities) == label ? weight : 0;
      scoreGradients[row] = Softmax.gradient(probabilities, label, weight, rows);
    }
    // 4. Back through the layers that learn, whose weights move.
    network.backward(pool, scoreGradients, velocities, settings.sgd());
  }

  private void forward(int first, int rows, Dropout left, int miniBatch) {
    network.forward(pool, rows, row -> segments.features().row(order[first + row]), left);
    double scoreSum = 0;
    for (int row = 0; row < rows; row++) {
      for (float score : network.scores(row)) {
        scoreSum += score;
      }
    }
    divergence.check(scoreSum, miniBatch);
  }

  public List<EpochRecord> history() {
    return List.copyOf(history);
  }

  /** Returns the trained network, which gets the weights, or fails if the last step diverged. */
  public AlexNetModel model() {
    // The one update that no mini-batch followed.
    forward(0, mostRows, Dropout.NONE, (segments.size() - 1) / settings.miniBatch() + 1);
    handedOver = true;
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new AlexNetModel(weights, scaling, history, seconds);
  }

  /** Frees the memory, except that of weights which a model has. */
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
