package emotiontransfer.pathnet.training;

/**
 * How a pathway is trained.
 *
 * @param learningRate of stochastic gradient descent (paper: 0.02)
 * @param miniBatch segments in a mini-batch (paper: 64)
 */
public record TrainerSettings(double learningRate, int miniBatch) {

  /**
   * Checks the ranges.
   *
   * @throws IllegalArgumentException naming the value
   */
  public TrainerSettings {
    if (!(learningRate > 0 && learningRate < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("learning rate must be positive, but is " + learningRate);
    }
    if (miniBatch < 1) {
      throw new IllegalArgumentException("mini-batch must be at least 1, but is " + miniBatch);
    }
  }
}
