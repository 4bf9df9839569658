package emotiontransfer.alexnet;

/** Where the weights of a network begin; every choice gets a new output layer. */
@FunctionalInterface
public interface InitialWeights {

  /**
   * Makes weights that a training may change.
   *
   * @throws IllegalArgumentException if there are weights, but of a network of another shape
   */
  NetworkWeights create(AlexNetShape shape, long seed);

  /** Draws weights as He et al. (2015) do; biases are 0. */
  static InitialWeights random() {
    return NetworkWeights::random;
  }

  /** Copies the weights of a network whose input size and width are those of the new one. */
  static InitialWeights of(AlexNetModel source) {
    return of(source.weights());
  }

  /** Copies weights, as {@link #of(AlexNetModel)} does. */
  static InitialWeights of(NetworkWeights loaded) {
    return (shape, seed) -> {
      if (!loaded.shape().withClasses(shape.classes()).equals(shape)) {
        throw new IllegalArgumentException(
            "a network of "
                + loaded.shape()
                + " cannot become one of "
                + shape
                + "; use its -input-size and -width");
      }
      return loaded.forTask(shape.classes(), seed);
    };
  }
}
