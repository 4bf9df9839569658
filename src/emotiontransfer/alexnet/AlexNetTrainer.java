package emotiontransfer.alexnet;

import emotiontransfer.layers.DivergenceCheck;
import emotiontransfer.layers.Sgd;
import emotiontransfer.layers.Softmax;
import emotiontransfer.numeric.ThreadPool;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;

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
  private final Segments segments;
  private final AlexNetShape shape;
  private final InputScaling scaling;
  private final NetworkWeights weights;
  private final NetworkWeights velocities;
  private final DenseStack dense;
  private final ImageBatch images;
  private final ThreadPool pool;
  private final Random order;
  private final SplittableRandom dropout;
  private final DivergenceCheck divergence;
  private final List<EpochRecord> history = new ArrayList<>();
  private final long begun = System.nanoTime();
  private final int[] shuffled;
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
      TrainingSettings settings, AlexNetShape shape, InitialWeights initial, Segments segments) {
    this.settings = settings;
    this.shape = shape;
    this.segments = segments;
    this.scaling = InputScaling.fit(segments, settings.deviation());
    this.shuffled = new int[segments.size()];
    for (int i = 0; i < shuffled.length; i++) {
      shuffled[i] = i;
    }
    this.order = new Random(settings.seed());
    this.dropout = new SplittableRandom(settings.seed());
    this.divergence =
        new DivergenceCheck(
            settings.learningRate(), "-deviation, which is " + settings.deviation());
    int rows = Math.min(settings.miniBatch(), segments.size());
    this.weights = initial.create(shape, settings.seed());
    this.velocities = NetworkWeights.zeros(shape);
    this.dense = new DenseStack(weights, rows, true);
    this.images = new ImageBatch(weights, scaling.side(), rows, settings);
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
    if (next == 0) {
      shuffle();
    }
    int rows = Math.min(settings.miniBatch(), shuffled.length - next);
    learn(rows);
    next += rows;
    if (next == shuffled.length) {
      history.add(new EpochRecord(lossSum / shuffled.length, correct / shuffled.length));
      next = 0;
      lossSum = 0;
      correct = 0;
    }
    return true;
  }

  private void shuffle() {
    for (int i = shuffled.length - 1; i > 0; i--) {
      int other = order.nextInt(i + 1);
      int segment = shuffled[i];
      shuffled[i] = shuffled[other];
      shuffled[other] = segment;
    }
  }

  private void learn(int rows) {
    divergence.begin("epoch " + (history.size() + 1));
    forward(next, rows, settings.dropout() > 0 ? dropout : null);
    divergence.check(scoreSum(rows), next / settings.miniBatch() + 1);
    float[][] scoreGradients = new float[rows][];
    for (int row = 0; row < rows; row++) {
      scoreGradients[row] = scoreGradient(row, rows, shuffled[next + row]);
    }
    int frozen = settings.freeze();
    Sgd sgd = settings.sgd();
    dense.backward(pool, scoreGradients, frozen, velocities.layers(), sgd);
    if (frozen < AlexNetShape.CONVOLUTIONS) {
      images.backward(pool, rows, dense);
      images.update(pool, rows, weights, velocities, sgd);
    }
  }

  private void forward(int first, int rows, SplittableRandom random) {
    float[][] inputs = new float[rows][];
    for (int row = 0; row < rows; row++) {
      inputs[row] = scaling.image(segments.values(shuffled[first + row]));
    }
    images.forward(pool, inputs, dense);
    dense.forward(pool, rows, settings.dropout(), random);
  }

  private double scoreSum(int rows) {
    double sum = 0;
    for (int row = 0; row < rows; row++) {
      for (float score : dense.scores(row)) {
        sum += score;
      }
    }
    return sum;
  }

  private float[] scoreGradient(int row, int rows, int segment) {
    double[] probabilities = Softmax.of(dense.scores(row));
    int label = segments.label(segment);
    double weight = segments.weight(segment);
    lossSum -= weight * Math.log(Math.max(probabilities[label], Double.MIN_NORMAL));
    correct += Softmax.largest(probabilities) == label ? weight : 0;
    float[] gradient = new float[probabilities.length];
    for (int c = 0; c < gradient.length; c++) {
      double error = probabilities[c] - (c == label ? 1 : 0);
      gradient[c] = (float) (weight * error / rows);
    }
    return gradient;
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
    forward(0, rows, null);
    divergence.check(scoreSum(rows), (segments.size() - 1) / settings.miniBatch() + 1);
    handedOver = true;
    double seconds = (System.nanoTime() - begun) / 1e9;
    return new AlexNetModel(weights, scaling, history, seconds);
  }

  /** Frees what the training needed beside the weights, and these too unless a model has them. */
  @Override
  public void close() {
    pool.close();
    dense.close();
    images.close();
    velocities.close();
    if (!handedOver) {
      weights.close();
    }
  }
}
