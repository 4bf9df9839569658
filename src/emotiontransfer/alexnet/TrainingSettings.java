package emotiontransfer.alexnet;

import emotiontransfer.layers.Sgd;

/**
 * How a network learns.
 *
 * @param epochs passes over the segments, at least 1
 * @param learningRate above 0
 * @param miniBatch segments of a step, at least 1
 * @param momentum at least 0, below 1
 * @param l2 weight decay, at least 0
 * @param dropout share of the outputs of fc6 and fc7 left out in training, at least 0, below 1
 * @param freeze how many weight layers, from the first, stay as they are loaded, 0 to 7
 * @param deviation standard deviation that inputs are scaled to, above 0
 * @param seed of everything random
 * @param threads that share the work, at least 1; never changes a result
 */
public record TrainingSettings(
    int epochs,
    double learningRate,
    int miniBatch,
    double momentum,
    double l2,
    double dropout,
    int freeze,
    double deviation,
    long seed,
    int threads) {

  private static final int MOST_BATCH = 4096;

  /**
   * Checks the settings.
   *
   * @throws IllegalArgumentException naming the option of Weka's that is out of its range
   */
  public TrainingSettings {
    check(epochs >= 1, "epochs must be at least 1", epochs);
    check(
        learningRate > 0 && learningRate < Double.POSITIVE_INFINITY,
        "learning-rate must be above 0",
        learningRate);
    check(
        miniBatch >= 1 && miniBatch <= MOST_BATCH,
        "mini-batch must be from 1 to " + MOST_BATCH,
        miniBatch);
    check(momentum >= 0 && momentum < 1, "momentum must be in [0, 1)", momentum);
    check(l2 >= 0 && l2 < 1, "l2 must be in [0, 1)", l2);
    check(dropout >= 0 && dropout < 1, "dropout must be in [0, 1)", dropout);
    check(
        freeze >= 0 && freeze < AlexNetShape.WEIGHT_LAYERS,
        "freeze must be from 0 to " + (AlexNetShape.WEIGHT_LAYERS - 1),
        freeze);
    check(deviation > 0 && deviation < 1e6, "deviation must be above 0", deviation);
    check(threads >= 1, "num-slots must not be negative", threads);
  }

  private static void check(boolean holds, String rule, Object value) {
    if (!holds) {
      throw new IllegalArgumentException("-" + rule + ", but is " + value);
    }
  }

  Sgd sgd() {
    return new Sgd((float) learningRate, (float) momentum, (float) l2);
  }
}
