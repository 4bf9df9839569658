package emotiontransfer.alexnet;

import emotiontransfer.layers.Sgd;
import org.apache.commons.lang3.Validate;

/**
 * The settings of a training, named as Weka's options, which say what is out of range.
 *
 * @param l2 weight decay
 * @param dropout fraction of the outputs of fc6 and fc7 left out in training
 * @param freeze how many weight layers, from the first, stay as they are loaded
 * @param deviation standard deviation that inputs are scaled to
 * @param threads never changes a result
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

  public TrainingSettings {
    check(epochs >= 1, "epochs must be at least 1", epochs);
    boolean finite = learningRate > 0 && learningRate < Double.POSITIVE_INFINITY;
    check(finite, "learning-rate must be above 0", learningRate);
    check(miniBatch >= 1 && miniBatch <= 4096, "mini-batch must be from 1 to 4096", miniBatch);
    check(momentum >= 0 && momentum < 1, "momentum must be in [0, 1)", momentum);
    check(l2 >= 0 && l2 < 1, "l2 must be in [0, 1)", l2);
    check(dropout >= 0 && dropout < 1, "dropout must be in [0, 1)", dropout);
    check(freeze >= 0 && freeze < AlexNetShape.WEIGHT_LAYERS, "freeze must be from 0 to 7", freeze);
    check(deviation > 0 && deviation < 1e6, "deviation must be above 0", deviation);
  }

  private static void check(boolean holds, String rule, Object value) {
    Validate.isTrue(holds, "-%s, but is %s", rule, value);
  }

  Sgd sgd() {
    return new Sgd((float) learningRate, (float) momentum, (float) l2);
  }
}
