package emotiontransfer.layers;

/**
 * Ends a training whose class scores are no longer finite, with one sentence for the user. It
 * checks their sum: in double precision a sum of floats is finite if and only if each of them is.
 */
public final class DivergenceCheck {

  private final String remedy;
  private String period = "its first pass";

  /** Prepares the sentence; {@code otherwise} helps besides a lower learning rate. */
  public DivergenceCheck(double learningRate, String otherwise) {
    this.remedy = "lower -learning-rate, which is " + learningRate + ", or " + otherwise + ".";
  }

  /** Begins a period of the training, such as {@code generation 3}. */
  public void begin(String name) {
    period = name;
  }

  /**
   * Checks the scores of a mini-batch, numbered from 1.
   *
   * @throws IllegalStateException if the sum is not finite, naming period, mini-batch and learning
   *     rate
   */
  public void check(double sumOfScores, int miniBatch) {
    if (!Double.isFinite(sumOfScores)) {
      throw new IllegalStateException(
          "The training diverged in %s, mini-batch %s: the class scores are no longer finite numbers; %s"
              .formatted(period, miniBatch, remedy));
    }
  }
}
