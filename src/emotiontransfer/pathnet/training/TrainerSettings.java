package emotiontransfer.pathnet.training;

import org.apache.commons.lang3.Validate;

/**
 * How a pathway is trained.
 *
 * @param learningRate of stochastic gradient descent (paper: 0.02)
 * @param miniBatch segments in a mini-batch (paper: 64)
 */
public record TrainerSettings(double learningRate, int miniBatch) {

  /** Checks the ranges. */
  public TrainerSettings {
    Validate.isTrue(
        learningRate > 0 && learningRate < Double.POSITIVE_INFINITY,
        "learning rate must be positive, but is %s",
        learningRate);
    Validate.isTrue(miniBatch >= 1, "mini-batch must be at least 1, but is %s", miniBatch);
  }
}
